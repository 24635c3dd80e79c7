import type { FormState } from '../accounts/form.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FieldGroup } from '../components/field.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { checkTexts, type CheckChoice } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface AnswerCheckProps extends FormState {
  kind: 'proposal' | 'commitment' | 'fund'
  entry: Titled
  choices: readonly CheckChoice[]
  /** In whose name the page will say it. */
  by: string
  /** What the numbers of this commitment count. */
  unit: string
  /** The day on which it is asked again, unless another is chosen. */
  next: string
  today: string
  conflict: boolean
}

/** The question of the letter with the answer that was clicked; opening it answers nothing. */
export function AnswerCheck(props: AnswerCheckProps) {
  const t = useTexts(checkTexts)
  const { kind, entry, choices, values, errors, conflict } = props
  const labels = {
    ...{ answer: t.answer, what: kind === 'proposal' ? t.what : t.whatOfNumber, by: t.by, url: t.url },
    ...{ value: t.value, day: t.day, source: t.source, next: t.next },
  }
  return (
    <div class="narrow stack">
      <h1>{t.question[kind]}</h1>
      <p class="lead">
        <TitleLink {...entry} />
      </p>
      <p>{t.lead}</p>
      {conflict && <Notice kind="warning">{t.conflict}</Notice>}
      <ErrorSummary errors={errors} labels={labels} />
      <form class="form" method="post" novalidate>
        <Choices
          type="radio"
          name="answer"
          label={t.answer}
          error={errors['answer']}
          required
          options={choices.map((value) => ({ value, label: t.answers[value] }))}
          chosen={[values['answer'] ?? '']}
        />
        {kind === 'proposal' && <WhatHappened {...props} />}
        {kind === 'commitment' && <NewNumber {...props} />}
        {kind === 'fund' && <NewConvention {...props} />}
        <Field
          name="next"
          type="date"
          label={t.next}
          error={errors['next']}
          value={values['next'] ?? props.next}
        />
        <div class="form-end">
          <Button look="primary" icon="check">
            {t.send}
          </Button>
          <LinkButton href={entry.path} look="quiet">
            {t.back}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}

const question = ({ values, errors }: FormState, name: string) => ({
  name,
  value: values[name],
  error: errors[name],
})

function WhatHappened(props: AnswerCheckProps) {
  const t = useTexts(checkTexts)
  return (
    <>
      <TextArea {...question(props, 'what')} label={t.what} rows={2} maxlength={500} />
      <Field {...question(props, 'url')} type="url" label={t.url} />
      <Field {...question(props, 'by')} label={t.by} hint={t.byHint(props.by)} maxlength={200} />
    </>
  )
}

function NewNumber(props: AnswerCheckProps) {
  const t = useTexts(checkTexts)
  return (
    <FieldGroup legend={t.number} hint={t.numberHint}>
      <div class="pair">
        <Field
          {...question(props, 'value')}
          label={t.value}
          hint={t.unit(props.unit)}
          inputmode="decimal"
          size="short"
        />
        <Field
          {...question(props, 'day')}
          value={props.values['day'] ?? props.today}
          type="date"
          label={t.day}
        />
      </div>
      <Field {...question(props, 'source')} label={t.source} maxlength={200} />
      <Field {...question(props, 'url')} type="url" label={t.url} />
      <Field {...question(props, 'what')} label={t.whatOfNumber} maxlength={300} />
    </FieldGroup>
  )
}

function NewConvention({ entry }: AnswerCheckProps) {
  const t = useTexts(checkTexts)
  return (
    <p>
      {t.fund} <a href={`${entry.path}/modifier`}>{t.edit}</a>
    </p>
  )
}
