import { Choices } from '../../../views/components/choices.tsx'
import { FieldGroup } from '../../../views/components/field.tsx'
import { useLocale, useTexts } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { FactItems, Facts } from '../facts.tsx'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { facts } from './facts.ts'
import type { TopicFields } from './fields.ts'
import { texts } from './texts.ts'

export const Details = ({ fields }: { entry: Envelope; fields: TopicFields }) => (
  <Facts items={facts(fields, useLocale())} />
)

export const Line = ({ entry, fields }: { entry: Envelope; fields: TopicFields }) => {
  const t = useTexts(texts)
  // An organisation stands above already.
  const by =
    entry.writer === null || entry.speaker !== null
      ? []
      : [{ name: 'writer', label: t.writer, value: entry.writer }]
  return (
    <FactItems
      items={[...by, ...facts(fields, useLocale())]}
      icons={{ writer: 'user', purpose: 'message-circle' }}
    />
  )
}

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

export function Form({ values, errors }: FormProps) {
  const t = useTexts(texts)
  return (
    <FieldGroup legend={t.group}>
      <Choices
        type="radio"
        inline
        required
        name="purpose"
        label={t.fields.purpose}
        error={errors['purpose']}
        options={optionsOf(t.purpose)}
        chosen={[values.text('purpose') || 'discussion']}
      />
    </FieldGroup>
  )
}
