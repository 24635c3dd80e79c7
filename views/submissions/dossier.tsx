import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FieldGroup } from '../components/field.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatMoney, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Files, type ShownFile } from './files.tsx'
import { TakeBack } from './take-back.tsx'
import { ReadOnly, type DossierCriterion } from './read-only.tsx'
import { momentIn } from './moment.ts'
import { submissionTexts } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface DossierProps extends FormState {
  entry: Titled
  /** Of this very page: its own key. */
  path: string
  revision: number
  criteria: readonly DossierCriterion[]
  budgetMax: number | null
  deadline: number | null
  /** Whose clocks count. */
  zone: string
  submittedAt: number | null
  /** It can still be changed. */
  open: boolean
  decided: boolean
  files: readonly ShownFile[]
  fileTrouble: string | undefined
  changed: boolean
  unsaved: boolean
  most: { summary: number; budget: number; answer: number }
  keptDays: number
}

/** What the private link opens: to write, to submit, to change until the deadline. */
export function Dossier(props: DossierProps) {
  const t = useTexts(submissionTexts)
  const locale = useLocale()
  const { entry, open, errors, changed, unsaved, criteria } = props
  const labels = {
    ...t.fields,
    ...Object.fromEntries(criteria.map(({ name, title }) => [name, title])),
  }
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{props.values['project'] || t.title}</h1>
        <p class="lead">
          {t.about} <TitleLink {...entry} />
        </p>
      </header>
      <State {...props} />
      {changed && <Notice kind="warning">{t.changed}</Notice>}
      {unsaved && <Notice kind="warning">{t.unfinished}</Notice>}
      {open ? (
        <>
          <ErrorSummary errors={errors} labels={labels} />
          <DossierForm {...props} />
        </>
      ) : (
        <ReadOnly {...props} />
      )}
      <Files {...props} />
      {!props.decided && <TakeBack path={props.path} />}
      <p class="hint">{t.privacy(formatNumber(props.keptDays, locale))}</p>
    </div>
  )
}

function State({ entry, open, decided, submittedAt, deadline, zone }: DossierProps) {
  const t = useTexts(submissionTexts)
  const locale = useLocale()
  const limit = deadline === null ? '' : t.until(momentIn(deadline, locale, zone))
  if (decided)
    return (
      <Notice>
        <p>{t.decided}</p>
        <p>
          <a href={`${entry.path}/resultats`}>{t.resultsLink}</a>
        </p>
      </Notice>
    )
  if (submittedAt === null) return <Notice kind="warning">{open ? `${t.draft} ${limit}` : t.over}</Notice>
  return (
    <Notice kind="success">
      <p>{t.submitted(momentIn(submittedAt, locale, zone))}</p>
      <p>{open ? `${t.canChange} ${limit}` : t.overSubmitted}</p>
    </Notice>
  )
}

function DossierForm(props: DossierProps) {
  const t = useTexts(submissionTexts)
  const { path, revision, submittedAt } = props
  return (
    <form class="form" method="post" action={path}>
      <HiddenFields fields={{ revision: String(revision) }} />
      <Project {...props} />
      <Money {...props} />
      <Answers {...props} />
      <div class="form-end">
        <Button look="primary" icon="send" name="acte" value="deposer">
          {submittedAt === null ? t.submit : t.update}
        </Button>
        {submittedAt === null && (
          <Button name="acte" value="enregistrer" formnovalidate>
            {t.save}
          </Button>
        )}
      </div>
    </form>
  )
}

function Project({ values, errors, most }: DossierProps) {
  const t = useTexts(submissionTexts)
  const common = (name: 'project' | 'holder' | 'contact' | 'summary' | 'continues') => ({
    name,
    label: t.fields[name],
    value: values[name],
    error: errors[name],
    required: true,
  })
  return (
    <>
      <Field {...common('project')} maxlength={150} />
      <Field {...common('holder')} hint={t.hints.holder} autocomplete="organization" maxlength={150} />
      <Field {...common('contact')} autocomplete="name" maxlength={100} />
      <TextArea {...common('summary')} hint={t.hints.summary} rows={6} maxlength={most.summary} />
      <Choices
        {...common('continues')}
        type="radio"
        hint={t.hints.continues}
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
        chosen={[values['continues'] ?? '']}
      />
    </>
  )
}

function Money({ values, errors, most, budgetMax }: DossierProps) {
  const t = useTexts(submissionTexts)
  const locale = useLocale()
  const common = (name: 'amount' | 'budget') => ({
    name,
    label: t.fields[name],
    value: values[name],
    error: errors[name],
    required: true,
  })
  return (
    <>
      <Field
        {...common('amount')}
        hint={budgetMax === null ? undefined : t.hints.amount(formatMoney(budgetMax, locale))}
        inputmode="decimal"
        size="short"
        unit="€"
      />
      <TextArea {...common('budget')} hint={t.hints.budget} rows={5} maxlength={most.budget} />
    </>
  )
}

function Answers({ entry, criteria, values, errors, most }: DossierProps) {
  const t = useTexts(submissionTexts)
  if (criteria.length === 0) return null
  return (
    <FieldGroup legend={t.answers}>
      {criteria.map(({ name, title, weight, description }) => (
        <TextArea
          name={name}
          label={title}
          language={entry.language}
          hint={[description, weight === null ? null : t.weight(weight)]
            .filter((part) => part !== null)
            .join(' ')}
          value={values[name]}
          error={errors[name]}
          required
          rows={5}
          maxlength={most.answer}
        />
      ))}
    </FieldGroup>
  )
}
