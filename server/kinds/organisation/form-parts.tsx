import { FoldedGroup } from '../../../views/components/field.tsx'
import { Field, Select, TextArea } from '../../../views/components/inputs.tsx'
import { Parts } from '../../../views/components/parts.tsx'
import { useTexts } from '../../../views/language.tsx'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { texts } from './texts.ts'

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

type Part = 'formerSirets' | 'software'

/** Whether a list has a record, or a fault to mend. */
export const hasParts = (name: Part, { values, errors }: FormProps): boolean =>
  values.parts(name).length > 0 || Object.keys(errors).some((field) => field.split('.')[0] === name)

function questions(name: Part, { values, errors }: FormProps) {
  const records = values.parts(name)
  return {
    count: records.length,
    common: (field: string, index: number, at: string) => ({
      name: at + field,
      error: errors[at + field],
      value: records[index]?.text(field) ?? '',
    }),
  }
}

/** Numbers that are no longer theirs. */
export function FormerSirets(props: FormProps) {
  const t = useTexts(texts)
  const { one, fields } = t.parts.formerSirets
  const { count, common } = questions('formerSirets', props)
  return (
    <Parts
      name="formerSirets"
      legend={t.fields.formerSirets}
      hint={t.hints.formerSirets}
      error={props.errors['formerSirets']}
      one={one}
      add={t.add.formerSirets}
      count={count}
    >
      {(index, at) => (
        <div class="pair">
          <Field {...common('siret', index, at)} label={fields.siret} inputmode="numeric" required />
          <Field {...common('until', index, at)} label={fields.until} type="date" />
        </div>
      )}
    </Parts>
  )
}

/** What the shelf of free software gathers. */
export function Software(props: FormProps) {
  const t = useTexts(texts)
  const { one, fields } = t.parts.software
  const { count, common } = questions('software', props)
  return (
    <FoldedGroup legend={t.groups.software} open={hasParts('software', props)}>
      <Parts
        name="software"
        legend={t.fields.software}
        hint={t.hints.software}
        error={props.errors['software']}
        one={one}
        add={t.add.software}
        count={count}
      >
        {(index, at) => (
          <>
            <Field {...common('name', index, at)} label={fields.name} maxlength={80} required />
            <Select
              {...common('role', index, at)}
              label={fields.role}
              options={optionsOf(t.softwareRole)}
              required
            />
            <Field
              {...common('since', index, at)}
              label={fields.since}
              hint={t.hints.since}
              maxlength={40}
              size="short"
            />
            <TextArea
              {...common('note', index, at)}
              label={fields.note}
              hint={t.hints.note}
              rows={3}
              maxlength={500}
            />
            <Field {...common('repository', index, at)} label={fields.repository} type="url" />
          </>
        )}
      </Parts>
    </FoldedGroup>
  )
}
