import { Checkbox, Choices } from '../../../views/components/choices.tsx'
import { FieldGroup, FoldedGroup } from '../../../views/components/field.tsx'
import { Field, Select } from '../../../views/components/inputs.tsx'
import { Parts } from '../../../views/components/parts.tsx'
import { useTexts } from '../../../views/language.tsx'
import { isTouched } from '../form-values.ts'
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
    <OnProgramme {...props} />
    <Speakers {...props} />
  </>
)

/** Nearly all of them take place. */
const usual = 'confirmed'

function Times({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'start' | 'end' | 'status') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  const isElse = !['', usual].includes(values.text('status')) || errors['status'] !== undefined
  return (
    <FieldGroup legend={t.groups.when}>
      <div class="pair">
        <Field {...common('start')} required type="datetime-local" />
        <Field {...common('end')} type="datetime-local" />
      </div>
      <FoldedGroup legend={t.groups.status} said={t.status[usual]} open={isElse}>
        <Select {...common('status')} quiet options={optionsOf(t.status)} />
      </FoldedGroup>
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
      <FoldedGroup legend={t.groups.online} open={isTouched(['onlineUrl'], { values, errors })}>
        <Field {...common('onlineUrl')} type="url" />
      </FoldedGroup>
    </FieldGroup>
  )
}

/** What only a part of a larger event has. */
function OnProgramme({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const partOf = values.text('partOf')
  return (
    <FoldedGroup
      legend={t.groups.programme}
      hint={t.hints.programme}
      open={isTouched(['partOf', 'room'], { values, errors })}
    >
      <Field
        name="partOf"
        label={t.fields.partOf}
        hint={t.hints.partOf}
        error={errors['partOf']}
        // Kept as an id, which is an address of the page too.
        value={/^[a-z0-9-]+$/.test(partOf) ? `/agenda/${partOf}` : partOf}
        maxlength={2000}
      />
      <Field
        name="room"
        label={t.fields.room}
        hint={t.hints.room}
        error={errors['room']}
        value={values.text('room')}
        maxlength={100}
      />
    </FoldedGroup>
  )
}

function Speakers({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const people = values.parts('speakers')
  const { one, fields } = t.parts.speakers
  return (
    <Parts
      name="speakers"
      legend={t.fields.speakers}
      error={errors['speakers']}
      one={one}
      add={t.addSpeaker}
      count={people.length}
    >
      {(index, at) => (
        <div class="pair">
          <Field
            name={`${at}name`}
            label={fields.name}
            error={errors[`${at}name`]}
            value={people[index]?.text('name')}
            maxlength={100}
            required
          />
          <Field
            name={`${at}role`}
            label={fields.role}
            hint={t.hints.role}
            error={errors[`${at}role`]}
            value={people[index]?.text('role')}
            maxlength={150}
          />
        </div>
      )}
    </Parts>
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
      <Checkbox
        name="free"
        label={t.fields.free}
        error={errors['free']}
        checked={values.has('free', 'true')}
      />
      <FoldedGroup
        legend={t.groups.seats}
        open={isTouched(['capacity', 'audience', 'price'], { values, errors })}
      >
        <Field {...common('capacity')} inputmode="numeric" size="short" />
        <Field {...common('audience')} hint={t.hints.audience} maxlength={200} />
        <Field {...common('price')} hint={t.hints.price} maxlength={120} />
      </FoldedGroup>
    </FieldGroup>
  )
}
