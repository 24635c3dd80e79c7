import type { Child } from 'hono/jsx'
import type { FormState } from '../accounts/form.ts'
import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, Select, TextArea, type Option } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { formTexts } from './form-texts.ts'

/** One thing that is asked; what of it was typed comes from the form. */
export interface Asked {
  name: string
  label: string
  hint?: string | undefined
  as?: 'text' | 'area' | 'date' | 'datetime-local' | 'email' | 'select' | 'checkbox' | undefined
  options?: readonly Option[] | undefined
  /** What the empty choice says. */
  empty?: string | undefined
  required?: boolean | undefined
  max?: number | undefined
}

export interface RecordFormProps extends FormState {
  title: string
  lead?: Child | undefined
  back: { href: string; label: string }
  action: string
  hidden: Readonly<Record<string, string>>
  asked: readonly Asked[]
  submit: string
  /** What somebody else has saved meanwhile, field by field. */
  conflict?: readonly { label: string; value: string }[] | undefined
  /** A field that people do not see, for machines. */
  trap?: boolean | undefined
  erase?: { action: string; label: string; hint: string } | undefined
  after?: Child | undefined
  notice?: string | undefined
}

/** A page with one form, for whatever stands in an assembly. */
export function RecordForm(props: RecordFormProps) {
  const t = useTexts(formTexts)
  const { title, lead, back, action, hidden, asked, values, errors, conflict, erase } = props
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{title}</h1>
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </header>
      {props.notice !== undefined && <Notice kind="warning">{props.notice}</Notice>}
      {conflict !== undefined && (
        <Notice kind="warning" title={t.conflict} role="alert">
          <p>{t.conflictHow}</p>
          <dl>
            {conflict.map(({ label, value }) => (
              <>
                <dt>{label}</dt>
                <dd class="as-typed">{value === '' ? '–' : value}</dd>
              </>
            ))}
          </dl>
        </Notice>
      )}
      <ErrorSummary
        errors={errors}
        labels={Object.fromEntries(asked.map(({ name, label }) => [name, label]))}
      />
      <form class="form" method="post" action={action}>
        <HiddenFields fields={hidden} />
        {asked.map((one) => (
          <AskedField one={one} value={values[one.name]} error={errors[one.name]} />
        ))}
        {props.trap === true && <Trap />}
        <div class="form-end">
          <Button look="primary" icon="check">
            {props.submit}
          </Button>
          <LinkButton href={back.href} look="quiet">
            {t.back}
          </LinkButton>
        </div>
      </form>
      {props.after}
      {erase !== undefined && (
        <details>
          <summary>{erase.label}</summary>
          <p class="hint">{erase.hint}</p>
          <ActionForm look="danger" small icon="trash-2" action={erase.action}>
            {t.erase}
          </ActionForm>
        </details>
      )}
    </div>
  )
}

function AskedField({
  one,
  value,
  error,
}: {
  one: Asked
  value: string | undefined
  error: string | undefined
}) {
  const { as = 'text', max, options = [], empty, ...question } = one
  const common = { ...question, value, error }
  if (as === 'area') return <TextArea {...common} rows={5} maxlength={max} />
  if (as === 'select') return <Select {...common} options={options} empty={empty} />
  if (as === 'checkbox') return <Checkbox {...question} error={error} checked={value === 'true'} />
  return <Field {...common} type={as} maxlength={max} />
}

/** Machines fill in whatever they find. People do not see it, and those who hear it are told to leave it. */
function Trap() {
  const t = useTexts(formTexts)
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for="f-site">{t.trap}</label>
      <input id="f-site" name="site" type="text" tabindex={-1} autocomplete="off" />
    </div>
  )
}
