import { Field } from '../../../views/components/inputs.tsx'
import { Parts } from '../../../views/components/parts.tsx'
import { useTexts } from '../../../views/language.tsx'
import type { FormValues } from '../kind.ts'
import { texts } from './texts.ts'

export interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

export function Measures({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const records = values.parts('measures')
  const { one, fields } = t.parts.measures
  return (
    <Parts
      name="measures"
      legend={t.fields.measures}
      hint={t.hints.measures}
      error={errors['measures']}
      one={one}
      add={t.addMeasure}
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
            <div class="pair">
              <Field {...common('day')} required type="date" />
              <Field {...common('value')} required inputmode="decimal" size="short" />
            </div>
            <Field {...common('source')} condition={t.orUrl} maxlength={200} />
            <Field {...common('url')} condition={t.orSource} type="url" />
            <Field {...common('note')} maxlength={300} />
          </>
        )
      }}
    </Parts>
  )
}

export function Conventions({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const records = values.parts('conventions')
  const { one, fields } = t.parts.conventions
  return (
    <Parts
      name="conventions"
      legend={t.fields.conventions}
      error={errors['conventions']}
      one={one}
      add={t.addConvention}
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
            <Field {...common('company')} required maxlength={150} />
            <Field {...common('territory')} maxlength={150} />
            <Field {...common('day')} required type="date" />
            <div class="pair">
              <Field {...common('amount')} required inputmode="decimal" size="short" unit="€" />
              <Field {...common('share')} hint={t.hints.share} inputmode="decimal" size="short" unit="€" />
            </div>
            <Field {...common('url')} required type="url" />
          </>
        )
      }}
    </Parts>
  )
}
