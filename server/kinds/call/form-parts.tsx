import { HiddenFields } from '../../../views/components/button.tsx'
import { FoldedGroup } from '../../../views/components/field.tsx'
import { Field, Select, TextArea } from '../../../views/components/inputs.tsx'
import { Parts } from '../../../views/components/parts.tsx'
import { useTexts } from '../../../views/language.tsx'
import { isTouched } from '../form-values.ts'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { texts } from './texts.ts'

export interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

type PartName = 'sections' | 'criteria' | 'jury' | 'laureates'

/** One record's questions: the name, what was typed, what to mend. */
function asking({ values, errors }: FormProps, part: PartName, index: number, at: string) {
  const record = values.parts(part)[index]
  return (own: string) => ({
    name: at + own,
    value: record?.text(own) ?? '',
    error: errors[at + own],
  })
}

/** The number travels with its record, however the records are moved. */
const Numbered = ({ ask }: { ask: ReturnType<typeof asking> }) => {
  const { name, value } = ask('number')
  return <HiddenFields fields={{ [name]: value }} />
}

export function Sections(props: FormProps) {
  const t = useTexts(texts)
  const { one, fields } = t.parts.sections
  return (
    <Parts
      {...{ name: 'sections', one, legend: t.groups.sections, hint: t.hints.sections }}
      add={t.add.sections}
      error={props.errors['sections']}
      count={props.values.parts('sections').length}
    >
      {(index, at) => {
        const ask = asking(props, 'sections', index, at)
        return (
          <>
            <Numbered ask={ask} />
            <Field {...ask('title')} label={fields.title} required maxlength={150} />
            <TextArea {...ask('text')} label={fields.text} rows={6} maxlength={4000} />
          </>
        )
      }}
    </Parts>
  )
}

export function Criteria(props: FormProps) {
  const t = useTexts(texts)
  const { one, fields } = t.parts.criteria
  return (
    <Parts
      {...{ name: 'criteria', one, legend: t.groups.criteria, hint: t.hints.criteria }}
      add={t.add.criteria}
      error={props.errors['criteria']}
      count={props.values.parts('criteria').length}
    >
      {(index, at) => {
        const ask = asking(props, 'criteria', index, at)
        return (
          <>
            <Numbered ask={ask} />
            <Field {...ask('title')} label={fields.title} required maxlength={120} />
            <Field
              {...ask('weight')}
              label={fields.weight}
              required
              inputmode="decimal"
              size="short"
              unit="%"
            />
            <TextArea {...ask('description')} label={fields.description} rows={2} maxlength={500} />
          </>
        )
      }}
    </Parts>
  )
}

export function Benches(props: FormProps) {
  const t = useTexts(texts)
  const { one, fields } = t.parts.jury
  return (
    <Parts
      {...{ name: 'jury', one, legend: t.groups.jury, hint: t.hints.jury }}
      add={t.add.jury}
      error={props.errors['jury']}
      count={props.values.parts('jury').length}
    >
      {(index, at) => {
        const ask = asking(props, 'jury', index, at)
        return (
          <>
            <Select {...ask('capacity')} label={fields.capacity} required options={optionsOf(t.capacity)} />
            <Field {...ask('seats')} label={fields.seats} required inputmode="numeric" size="short" />
            <Field {...ask('names')} label={fields.names} hint={t.hints.names} maxlength={300} />
          </>
        )
      }}
    </Parts>
  )
}

export function Results(props: FormProps) {
  const t = useTexts(texts)
  const { values, errors } = props
  const names = ['laureates', 'decisionNote', 'decidedOn', 'submitted'] as const
  const common = (name: 'decisionNote' | 'decidedOn' | 'submitted') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FoldedGroup
      legend={t.groups.results}
      hint={t.hints.results}
      open={
        values.parts('laureates').length > 0 ||
        isTouched(names, props) ||
        Object.keys(errors).some((name) => name.startsWith('laureates.'))
      }
    >
      <Laureates {...props} />
      <TextArea {...common('decisionNote')} hint={t.hints.decisionNote} rows={4} maxlength={3000} />
      <div class="pair">
        <Field {...common('decidedOn')} type="date" />
        <Field {...common('submitted')} inputmode="numeric" size="short" />
      </div>
    </FoldedGroup>
  )
}

function Laureates(props: FormProps) {
  const t = useTexts(texts)
  const { one, fields } = t.parts.laureates
  return (
    <Parts
      {...{ name: 'laureates', one, legend: t.fields.laureates, add: t.add.laureates }}
      error={props.errors['laureates']}
      count={props.values.parts('laureates').length}
    >
      {(index, at) => {
        const ask = asking(props, 'laureates', index, at)
        return (
          <>
            <Field {...ask('project')} label={fields.project} required maxlength={200} />
            <Field {...ask('holder')} label={fields.holder} maxlength={200} />
            <Field {...ask('amount')} label={fields.amount} inputmode="decimal" size="short" unit="€" />
            <Select
              {...ask('continues')}
              label={fields.continues}
              quiet
              empty={t.unknown}
              options={optionsOf(t.yesNo)}
            />
          </>
        )
      }}
    </Parts>
  )
}
