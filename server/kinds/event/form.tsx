import { Checkbox, Choices } from '../../../views/components/choices.tsx'
import { FieldGroup } from '../../../views/components/field.tsx'
import { Field, Select } from '../../../views/components/inputs.tsx'
import { useTexts } from '../../../views/language.tsx'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { TimeZoneField } from '../time-zone.tsx'
import { texts } from './texts.ts'

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

export const Form = (props: FormProps) => (
  <>
    <Times {...props} />
    <TimeZoneField {...props} hint={useTexts(texts).hints.timeZone} />
    <Where {...props} />
    <TakingPart {...props} />
  </>
)

function Times({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'start' | 'end' | 'status') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.when}>
      <div class="pair">
        <Field {...common('start')} required type="datetime-local" />
        <Field {...common('end')} type="datetime-local" />
      </div>
      <Select {...common('status')} quiet options={optionsOf(t.status)} />
    </FieldGroup>
  )
}

function Where({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'venue' | 'address' | 'onlineUrl') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.where} hint={t.hints.where}>
      <Field {...common('venue')} hint={t.hints.venue} maxlength={200} />
      <Field {...common('address')} hint={t.hints.address} maxlength={300} />
      <Field {...common('onlineUrl')} type="url" />
    </FieldGroup>
  )
}

function TakingPart({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'registrationEmail' | 'registrationUrl' | 'capacity' | 'audience' | 'price') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.register}>
      <Choices
        type="radio"
        name="registration"
        label={t.fields.registration}
        error={errors['registration']}
        required
        options={optionsOf(t.registration)}
        chosen={[values.text('registration') || 'none']}
      />
      <Field {...common('registrationEmail')} type="email" autocomplete="off" />
      <Field {...common('registrationUrl')} type="url" autocomplete="off" />
      <Field {...common('capacity')} inputmode="numeric" size="short" />
      <Field {...common('audience')} hint={t.hints.audience} maxlength={200} />
      <Checkbox
        name="free"
        label={t.fields.free}
        error={errors['free']}
        checked={values.has('free', 'true')}
      />
      <Field {...common('price')} hint={t.hints.price} maxlength={120} />
    </FieldGroup>
  )
}
