import { Field } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { entryTexts } from './entry-texts.ts'

export function NameField({ value, error }: { value: string | undefined; error: string | undefined }) {
  const t = useTexts(entryTexts)
  return (
    <Field
      name="name"
      label={t.name}
      hint={t.nameHint}
      value={value}
      error={error}
      autocomplete="name"
      maxlength={100}
      required
    />
  )
}

/** Where nobody can send a link if it was mistyped: a second time. */
export function PasswordAgain({ error }: { error: string | undefined }) {
  const t = useTexts(entryTexts)
  return (
    <Field
      name="again"
      type="password"
      label={t.again}
      hint={t.againHint}
      error={error}
      autocomplete="new-password"
      maxlength={1000}
      required
    />
  )
}

/** `username` lets password managers file the new password under its account. */
export function NewPasswordField(props: { label: string; username?: string; error: string | undefined }) {
  const t = useTexts(entryTexts)
  return (
    <>
      {props.username !== undefined && (
        <input type="hidden" name="username" value={props.username} autocomplete="username" />
      )}
      <Field
        name="password"
        type="password"
        label={props.label}
        hint={t.passwordHint}
        error={props.error}
        autocomplete="new-password"
        minlength={12}
        maxlength={1000}
        required
      />
    </>
  )
}
