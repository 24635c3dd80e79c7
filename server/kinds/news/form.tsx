import { FieldGroup, FoldedGroup } from '../../../views/components/field.tsx'
import { Field, TextArea } from '../../../views/components/inputs.tsx'
import { useLocale, useTexts } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { FactItems, Facts } from '../facts.tsx'
import { isTouched } from '../form-values.ts'
import type { FormValues } from '../kind.ts'
import { facts } from './facts.ts'
import type { NewsFields } from './fields.ts'
import { texts } from './texts.ts'

export const Details = ({ fields }: { entry: Envelope; fields: NewsFields }) => (
  <Facts items={facts(fields, useLocale())} />
)

export const Line = ({ fields }: { entry: Envelope; fields: NewsFields }) => (
  <FactItems
    items={[...minutes(fields, useTexts(texts).minutes), ...facts(fields, useLocale())]}
    icons={{ minutes: 'scroll-text', meetingOf: 'users', meetingDay: 'calendar-days' }}
  />
)

const minutes = (news: NewsFields, word: string) =>
  news.meetingDay === null ? [] : [{ name: 'minutes', label: word, value: word }]

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

const meeting = ['meetingDay', 'meetingOf', 'meetingPlace', 'attendance', 'decisions', 'minutesOf'] as const

export function Form({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: keyof NewsFields) => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <>
      <FieldGroup legend={t.groups.source}>
        <Field {...common('source')} hint={t.hints.source} type="url" />
      </FieldGroup>
      <FoldedGroup
        legend={t.groups.meeting}
        hint={t.hints.meeting}
        open={isTouched(meeting, { values, errors })}
      >
        <div class="pair">
          <Field {...common('meetingDay')} type="date" />
          <Field {...common('meetingOf')} hint={t.hints.meetingOf} maxlength={120} />
        </div>
        <Field {...common('meetingPlace')} maxlength={200} />
        <Field
          {...common('minutesOf')}
          hint={t.hints.minutesOf}
          // Kept as an id, which is an address of the page too.
          value={values.text('minutesOf').replace(/^(?=[a-z0-9-]+$)/, '/agenda/')}
          maxlength={2000}
        />
        <TextArea {...common('attendance')} hint={t.hints.attendance} rows={3} maxlength={1000} />
        <TextArea {...common('decisions')} hint={t.hints.decisions} rows={5} maxlength={3000} />
      </FoldedGroup>
    </>
  )
}
