import { FieldGroup } from '../../../views/components/field.tsx'
import { Field, Select, TextArea } from '../../../views/components/inputs.tsx'
import { Parts } from '../../../views/components/parts.tsx'
import { useTexts } from '../../../views/language.tsx'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import type { ProposalFields } from './fields.ts'
import { texts } from './texts.ts'

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

export const Form = (props: FormProps) => (
  <>
    <TextProposed {...props} />
    <Fate {...props} />
  </>
)

function TextProposed({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: Exclude<keyof ProposalFields, 'evidence'>) => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.text}>
      <TextArea {...common('quote')} hint={t.hints.quote} rows={4} maxlength={2000} />
      <div class="pair">
        <Field {...common('sourceLabel')} hint={t.hints.sourceLabel} maxlength={200} />
        <Field {...common('sourceDay')} type="date" />
      </div>
      <Field {...common('source')} type="url" />
      <Field {...common('reference')} hint={t.hints.reference} maxlength={20} size="short" />
      <Field {...common('decider')} hint={t.hints.decider} maxlength={200} />
    </FieldGroup>
  )
}

function Fate({ values, errors }: FormProps) {
  const t = useTexts(texts)
  return (
    <FieldGroup legend={t.groups.fate}>
      <Select
        name="status"
        label={t.fields.status}
        hint={t.hints.status}
        error={errors['status']}
        quiet
        options={optionsOf(t.status)}
        value={values.text('status') || 'unknown'}
      />
      <Evidence values={values} errors={errors} />
      <Field
        name="nextCheck"
        label={t.fields.nextCheck}
        hint={t.hints.nextCheck}
        error={errors['nextCheck']}
        value={values.text('nextCheck')}
        type="date"
      />
    </FieldGroup>
  )
}

function Evidence({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const records = values.parts('evidence')
  const { one, fields } = t.parts.evidence
  return (
    <Parts
      name="evidence"
      legend={t.fields.evidence}
      hint={t.hints.evidence}
      error={errors['evidence']}
      one={one}
      add={t.addEvidence}
      count={records.length}
    >
      {(index, at) => {
        const common = (name: keyof typeof fields) => ({
          name: at + name,
          label: fields[name],
          error: errors[at + name],
          value: records[index]?.text(name),
        })
        return (
          <>
            <Field {...common('day')} required type="date" />
            <TextArea {...common('what')} required rows={2} maxlength={500} />
            <Field {...common('by')} condition={t.orUrl} maxlength={200} />
            <Field {...common('url')} condition={t.orName} type="url" />
          </>
        )
      }}
    </Parts>
  )
}
