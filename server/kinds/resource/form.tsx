import { Choices } from '../../../views/components/choices.tsx'
import { FieldGroup, FoldedGroup } from '../../../views/components/field.tsx'
import { Field, Select } from '../../../views/components/inputs.tsx'
import { useLocale, useTexts } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { FactItems, Facts } from '../facts.tsx'
import { isTouched } from '../form-values.ts'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { facts } from './facts.ts'
import type { ResourceFields } from './fields.ts'
import { FreeSoftware, More, School } from './form-particulars.tsx'
import { texts } from './texts.ts'

export const Details = ({ fields }: { entry: Envelope; fields: ResourceFields }) => (
  <Facts items={facts(fields, useLocale())} />
)

export const Line = ({ fields }: { entry: Envelope; fields: ResourceFields }) => (
  <FactItems
    items={facts(fields, useLocale())}
    icons={{
      direction: 'repeat-2',
      category: 'tag',
      terms: 'handshake',
      price: 'banknote',
      levels: 'graduation-cap',
      duration: 'clock',
      availableUntil: 'hourglass',
    }}
    words={{ availableUntil: useTexts(texts).until }}
  />
)

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

export const Form = (props: FormProps) => (
  <>
    <What {...props} />
    <Terms {...props} />
    <Availability {...props} />
    <School {...props} />
    <FreeSoftware {...props} />
    <More {...props} />
    <Contact {...props} />
  </>
)

function What({ values, errors }: FormProps) {
  const t = useTexts(texts)
  return (
    <FieldGroup legend={t.groups.what}>
      <Choices
        type="radio"
        inline
        required
        name="direction"
        label={t.fields.direction}
        error={errors['direction']}
        options={optionsOf(t.direction)}
        chosen={[values.text('direction') || 'offer']}
      />
      <Select
        name="category"
        label={t.fields.category}
        error={errors['category']}
        required
        options={optionsOf(t.category)}
        value={values.text('category')}
        empty={t.chooseCategory}
      />
    </FieldGroup>
  )
}

function Terms(props: FormProps) {
  const { values, errors } = props
  const t = useTexts(texts)
  const common = (name: 'terms' | 'price' | 'priceUnit' | 'priceNote') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.terms}>
      <Select {...common('terms')} quiet options={optionsOf(t.terms)} />
      <FoldedGroup legend={t.groups.price} open={isTouched(['price', 'priceUnit', 'priceNote'], props)}>
        <Field {...common('price')} inputmode="decimal" size="short" unit="€" />
        <Select {...common('priceUnit')} options={optionsOf(t.priceUnit)} empty={t.noUnit} />
        <Field {...common('priceNote')} hint={t.hints.priceNote} maxlength={120} />
      </FoldedGroup>
    </FieldGroup>
  )
}

function Availability(props: FormProps) {
  const { values, errors } = props
  const t = useTexts(texts)
  const common = (name: 'availability' | 'availableFrom' | 'availableUntil') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.when}>
      <Field {...common('availability')} hint={t.hints.availability} maxlength={200} />
      <FoldedGroup legend={t.groups.days} open={isTouched(['availableFrom', 'availableUntil'], props)}>
        <div class="pair">
          <Field {...common('availableFrom')} type="date" />
          <Field {...common('availableUntil')} type="date" hint={t.hints.availableUntil} />
        </div>
      </FoldedGroup>
    </FieldGroup>
  )
}

function Contact(props: FormProps) {
  const { values, errors } = props
  const t = useTexts(texts)
  const common = (name: 'contactEmail' | 'contactUrl' | 'contactPhone') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.contact} hint={t.hints.contact}>
      <Field {...common('contactEmail')} type="email" autocomplete="off" />
      <FoldedGroup legend={t.groups.otherContacts} open={isTouched(['contactUrl', 'contactPhone'], props)}>
        <Field {...common('contactUrl')} type="url" autocomplete="off" />
        <Field {...common('contactPhone')} type="tel" autocomplete="off" maxlength={40} />
      </FoldedGroup>
    </FieldGroup>
  )
}
