import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { registerTexts, type Register } from './texts.ts'
import { Quoting, type Titled } from '../quoting.tsx'

export interface RecordProps extends FormState {
  /** Chosen by the form. */
  id: string
  organisation: Titled
  numbers: readonly string[]
  today: string
  findings: readonly {
    id: string
    register: Register
    number: string
    foundOn: string
    source: string
    by: string | null
  }[]
}

/** `/annuaire/…/identite`: what editors of the hub looked up. */
export function RecordFinding(props: RecordProps) {
  const t = useTexts(registerTexts)
  const { organisation, numbers } = props
  return (
    <div class="narrow stack">
      <h1>
        <Quoting said={t.pageTitle} {...organisation} />
      </h1>
      <p class="lead">{t.lead}</p>
      {numbers.length === 0 ? <Notice>{t.noNumber}</Notice> : <FindingForm {...props} />}
      <Findings {...props} />
      <p class="actions">
        <LinkButton href={organisation.path} look="quiet">
          {t.back}
        </LinkButton>
      </p>
    </div>
  )
}

function FindingForm({ id, organisation, numbers, today, values, errors }: RecordProps) {
  const t = useTexts(registerTexts)
  const common = (name: keyof typeof t.labels) => ({
    name,
    label: t.labels[name],
    value: values[name],
    error: errors[name],
    required: true,
  })
  return (
    <>
      <ErrorSummary errors={errors} labels={t.labels} />
      <form class="form" method="post" action={`${organisation.path}/identite`}>
        <HiddenFields fields={{ id }} />
        <Select
          {...common('register')}
          options={Object.entries(t.register).map(([value, label]) => ({ value, label }))}
          empty={t.choose}
        />
        <Select {...common('number')} options={numbers.map((value) => ({ value, label: value }))} />
        <Field {...common('foundOn')} type="date" value={values['foundOn'] ?? today} max={today} />
        <Field {...common('source')} type="url" />
        <div class="form-end">
          <Button look="primary" icon="check">
            {t.submit}
          </Button>
        </div>
      </form>
    </>
  )
}

function Findings({ organisation, findings, numbers }: RecordProps) {
  const t = useTexts(registerTexts)
  const locale = useLocale()
  return (
    <section class="stack" aria-labelledby="notes">
      <h2 id="notes">{t.all}</h2>
      {findings.length === 0 && <p>{t.none}</p>}
      <ul class="rows">
        {findings.map(({ id, register, number, foundOn, source, by }) => (
          <li class="row">
            <div class="row-main">
              <p class="row-title">{t.found(t.register[register], formatDay(foundOn, locale), number)}</p>
              <p class="row-note">
                {t.by(by ?? t.someone)} ·{' '}
                <a href={source} rel="nofollow noopener">
                  {t.source}
                </a>
                {!numbers.includes(number) && ` · ${t.past}`}
              </p>
            </div>
            <form method="post" action={`${organisation.path}/identite/${id}/effacer`}>
              <Button small icon="trash-2" label={t.removeOf(number, formatDay(foundOn, locale))}>
                {t.remove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
