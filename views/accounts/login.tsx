import { Button, HiddenFields } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { entryTexts } from './entry-texts.ts'
import type { FormState } from './form.ts'
import { HiddenPairs, SessionEnded, type Kept } from './kept.tsx'

export interface LoginProps extends FormState {
  /** Where to go on to: a path of this site. */
  back: string
  mayRegister: boolean
  /** Letters leave: a new password can be asked for. */
  hasMail: boolean
  /** Said instead of letting in. */
  refused?: 'pending' | 'disabled' | 'slow' | undefined
  /** A text that waits for its author to be signed in: goes along, and comes back after. */
  along?: { hadFiles: boolean; pairs: Kept['fields'] } | undefined
}

export function Login({ values, errors, back, mayRegister, hasMail, refused, along }: LoginProps) {
  const t = useTexts(entryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.login.title}</h1>
      {along !== undefined && <SessionEnded hadFiles={along.hadFiles} />}
      {refused !== undefined && (
        <Notice kind={refused === 'pending' ? 'info' : 'warning'} role="alert">
          <p>{refused === 'slow' && !hasMail ? t.login.slowNoMail : t.login[refused]}</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} labels={{ email: t.email, password: t.password }} />
      <form
        class="form"
        method="post"
        action="/connexion"
        enctype={along === undefined ? undefined : 'multipart/form-data'}
      >
        <HiddenFields fields={{ retour: back }} />
        {along !== undefined && <HiddenPairs pairs={along.pairs} />}
        <Field
          name="email"
          type="email"
          label={t.email}
          value={values['email']}
          error={errors['email']}
          autocomplete="username"
          required
        />
        <Field
          name="password"
          type="password"
          label={t.password}
          error={errors['password']}
          autocomplete="current-password"
          required
        />
        <div class="form-end">
          <Button look="primary" icon="log-in">
            {t.login.submit}
          </Button>
        </div>
      </form>
      <p>
        <a href="/mot-de-passe/oubli">{t.login.forgotten}</a>
      </p>
      {mayRegister ? (
        <p>
          <a href="/inscription">{t.login.join}</a>
        </p>
      ) : (
        <p class="hint">{t.login.closed}</p>
      )}
    </div>
  )
}
