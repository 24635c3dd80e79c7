import { FieldGroup, FoldedGroup } from '../../../views/components/field.tsx'
import { Field, Select } from '../../../views/components/inputs.tsx'
import { useTexts } from '../../../views/language.tsx'
import { isTouched } from '../form-values.ts'
import { optionsOf } from '../options.ts'
import { Conventions, Measures, type FormProps } from './form-parts.tsx'
import { texts } from './texts.ts'

export const Form = (props: FormProps) => (
  <>
    <Promised {...props} />
    <Numbers {...props} />
    <Premises {...props} />
    <Fund {...props} />
  </>
)

type FieldName = keyof (typeof texts)['fr']['fields']

const question = ({ values, errors }: FormProps, labels: Readonly<Record<FieldName, string>>) => {
  return (name: FieldName) => ({
    name,
    label: labels[name],
    error: errors[name],
    value: values.text(name),
  })
}

function Promised(props: FormProps) {
  const t = useTexts(texts)
  const common = question(props, t.fields)
  return (
    <FieldGroup legend={t.groups.promise}>
      <Select {...common('subject')} quiet options={optionsOf(t.subject)} />
      <Field {...common('holder')} required maxlength={200} />
      <Field {...common('target')} required hint={t.hints.target} inputmode="decimal" size="short" />
      <div class="pair">
        <Select {...common('unit')} quiet options={optionsOf(t.unit)} />
        <Field {...common('unitLabel')} hint={t.hints.unitLabel} maxlength={40} />
      </div>
      <Field {...common('deadline')} type="date" />
      <div class="pair">
        <Field {...common('sourceLabel')} maxlength={200} />
        <Field {...common('sourceDay')} type="date" />
      </div>
      <Field {...common('source')} type="url" />
      <Field {...common('nextCheck')} hint={t.hints.nextCheck} type="date" />
    </FieldGroup>
  )
}

const Numbers = (props: FormProps) => (
  <FieldGroup legend={useTexts(texts).groups.measures}>
    <Measures {...props} />
  </FieldGroup>
)

const ofStock = ['stock', 'stockDay', 'stockSource', 'stockUrl'] as const

function Premises(props: FormProps) {
  const t = useTexts(texts)
  const common = question(props, t.fields)
  const open = isTouched(ofStock, props) || props.values.text('subject') === 'premises'
  return (
    <FoldedGroup legend={t.groups.premises} hint={t.hints.premises} open={open}>
      <div class="pair">
        <Field {...common('stock')} inputmode="decimal" size="short" />
        <Select {...common('stockUnit')} quiet options={optionsOf(t.stockUnit)} />
      </div>
      <div class="pair">
        <Field {...common('stockDay')} type="date" />
        <Field {...common('stockSource')} maxlength={200} />
      </div>
      <Field {...common('stockUrl')} type="url" />
    </FoldedGroup>
  )
}

function Fund(props: FormProps) {
  const t = useTexts(texts)
  const open =
    props.values.parts('conventions').length > 0 ||
    props.values.text('subject') === 'fund' ||
    Object.keys(props.errors).some((name) => name.startsWith('conventions'))
  return (
    <FoldedGroup legend={t.groups.fund} hint={t.hints.fund} open={open}>
      <Conventions {...props} />
    </FoldedGroup>
  )
}
