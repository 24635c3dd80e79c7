import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { facilitationTexts, hoursSources, outcomes } from './texts.ts'

export interface ClosingProps extends FormState {
  action?: string | undefined
  fields: Readonly<Record<string, string>>
  /** Whoever asked declares hours themselves; the desk says who did. */
  desk: boolean
  most: { words: number; hours: number }
}

/** How it ended: folded, until somebody means it. */
export function Closing({ action, fields, desk, most, values, errors }: ClosingProps) {
  const { closing: t, outcome, source } = useTexts(facilitationTexts)
  const idPrefix = 'c'
  const labels = { outcome: t.outcome, hours: t.hours, hoursBy: t.hoursBy, text: t.text }
  const common = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], value: values[name], error: errors[name], idPrefix },
  })
  return (
    <details open={Object.keys(values).length > 0 ? true : undefined}>
      <summary>{desk ? t.title : t.own}</summary>
      <ErrorSummary errors={errors} labels={labels} idPrefix={idPrefix} />
      <form class="form" method="post" action={action}>
        <HiddenFields fields={fields} />
        <Choices
          type="radio"
          name="outcome"
          idPrefix={idPrefix}
          label={labels.outcome}
          error={errors['outcome']}
          required
          chosen={[values['outcome'] ?? '']}
          options={outcomes.map((value) => ({ value, label: outcome[value] }))}
        />
        <Field
          {...common('hours')}
          hint={desk ? t.hoursHint : undefined}
          type="number"
          min={1}
          max={most.hours}
        />
        {desk && (
          <Choices
            type="radio"
            inline
            name="hoursBy"
            idPrefix={idPrefix}
            label={labels.hoursBy}
            error={errors['hoursBy']}
            chosen={[values['hoursBy'] ?? '']}
            options={hoursSources.map((value) => ({ value, label: source[value] }))}
          />
        )}
        <TextArea {...common('text')} rows={3} maxlength={most.words} />
        <p>
          <Button icon="check">{t.submit}</Button>
        </p>
      </form>
    </details>
  )
}
