import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { RequiredNote } from '../components/field.tsx'
import { Select, TextArea, type Option } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { groupingTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

/** Everywhere a call is: what it is, and what it is not. */
export function WhatItIs() {
  const t = useTexts(groupingTexts)
  return (
    <div class="stack">
      <p>
        {t.is} <b>{t.isNot}</b>
      </p>
      <details>
        <summary>{t.what}</summary>
        <p>{t.gme}</p>
      </details>
    </div>
  )
}

export interface CallFormProps extends FormState {
  action: string
  back: string
  hidden: Readonly<Record<string, string>>
  /** « Lot 3, Entretien des massifs – Marché d’espaces verts » */
  subject: string
  language: string | null
  /** None: the call is there, and its organisation does not change. */
  organisations: readonly Option[] | null
  most: number
  conflict: boolean
}

/** A call for partners: new, or changed by those who lead it. */
export function CallForm(props: CallFormProps) {
  const t = useTexts(groupingTexts)
  const { action, back, hidden, subject, language, organisations, values, errors, most, conflict } = props
  const common = (name: string) => ({ name, error: errors[name], value: values[name] })
  const labels = { organisation: t.organisation, form: t.form, seeks: t.seeks, brings: t.brings }
  return (
    <div class="narrow stack">
      <h1>{organisations === null ? t.edit : t.call}</h1>
      <p class="lead" {...inItsLanguage(language)}>
        {subject}
      </p>
      <p>{t.callLead}</p>
      <WhatItIs />
      {conflict && <Notice kind="warning">{t.conflict}</Notice>}
      <form class="form" method="post" action={action} novalidate>
        <HiddenFields fields={hidden} />
        <ErrorSummary errors={errors} labels={labels} />
        <RequiredNote />
        {organisations !== null && (
          <Select {...common('organisation')} label={t.organisation} required options={organisations} />
        )}
        <TextArea
          {...common('seeks')}
          label={t.seeks}
          hint={t.seeksHint}
          rows={6}
          maxlength={most}
          required
        />
        <TextArea {...common('brings')} label={t.brings} hint={t.bringsHint} rows={4} maxlength={most} />
        <Choices
          type="radio"
          name="form"
          label={t.form}
          error={errors['form']}
          required
          options={Object.entries(t.forms).map(([value, label]) => ({ value, label }))}
          chosen={[values['form'] ?? 'undecided']}
        />
        <div class="form-end">
          <Button look="primary" icon="send">
            {organisations === null ? t.save : t.publish}
          </Button>
          <LinkButton href={back} look="quiet">
            {t.reply}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}
