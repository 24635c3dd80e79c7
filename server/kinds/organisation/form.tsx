import { Checkbox, Choices } from '../../../views/components/choices.tsx'
import { FieldGroup, FoldedGroup } from '../../../views/components/field.tsx'
import { Field, Select, TextArea } from '../../../views/components/inputs.tsx'
import { useLocale, useTexts } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { FactItems, Facts } from '../facts.tsx'
import { isTouched } from '../form-values.ts'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { structureLabels } from '../structures.ts'
import { facts } from './facts.ts'
import type { OrganisationFields } from './fields.ts'
import { FormerSirets, hasParts, Software } from './form-parts.tsx'
import { Markets } from './markets.tsx'
import { texts } from './texts.ts'

export const Details = ({ fields }: { entry: Envelope; fields: OrganisationFields }) => (
  <Facts items={facts(fields, useLocale())} />
)

export const Line = ({ fields }: { entry: Envelope; fields: OrganisationFields }) => (
  <FactItems
    items={facts(fields, useLocale())}
    icons={{ family: 'building-2', status: 'handshake', sectors: 'tag' }}
  />
)

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

export const Form = (props: FormProps) => (
  <>
    <Who {...props} />
    <Activity {...props} />
    <Markets {...props} />
    <Contact {...props} />
    <Numbers {...props} />
    <Software {...props} />
    <OnTheNetwork {...props} />
  </>
)

function Who({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'family' | 'status' | 'structure') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.who}>
      <Select {...common('family')} required options={optionsOf(t.family)} empty={t.chooseFamily} />
      <Select {...common('status')} options={optionsOf(t.status)} empty={t.noChoice} />
      <Select {...common('structure')} options={optionsOf(useTexts(structureLabels))} empty={t.noChoice} />
      <Checkbox
        name="esus"
        label={t.fields.esus}
        hint={t.hints.esus}
        error={errors['esus']}
        checked={values.has('esus', 'true')}
      />
    </FieldGroup>
  )
}

function Activity({ values, errors }: FormProps) {
  const t = useTexts(texts)
  return (
    <FieldGroup legend={t.groups.work}>
      <Choices
        type="checkbox"
        name="sectors"
        label={t.fields.sectors}
        error={errors['sectors']}
        options={optionsOf(t.sectors)}
        chosen={values.list('sectors')}
      />
      <Field
        name="area"
        label={t.fields.area}
        hint={t.hints.area}
        error={errors['area']}
        value={values.text('area')}
        maxlength={200}
      />
      <TextArea
        name="networks"
        label={t.fields.networks}
        hint={t.hints.networks}
        error={errors['networks']}
        value={values.text('networks')}
        rows={3}
      />
    </FieldGroup>
  )
}

function Contact({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'website' | 'email' | 'phone' | 'address') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.contact}>
      <Field {...common('website')} type="url" />
      <Field {...common('email')} type="email" autocomplete="off" />
      <Field {...common('phone')} type="tel" autocomplete="off" maxlength={40} />
      <Field {...common('address')} hint={t.hints.address} maxlength={300} />
    </FieldGroup>
  )
}

const numbers = ['siren', 'siret', 'rna'] as const

function Numbers(props: FormProps) {
  const { values, errors } = props
  const t = useTexts(texts)
  const common = (name: (typeof numbers)[number]) => ({
    name,
    label: t.fields[name],
    hint: t.hints[name],
    error: errors[name],
    value: values.text(name),
    autocomplete: 'off',
    size: 'medium' as const,
  })
  return (
    <FoldedGroup
      legend={t.groups.numbers}
      hint={t.hints.numbers}
      open={isTouched([...numbers, 'noSiret'], props) || hasParts('formerSirets', props)}
    >
      <div class="pair">
        <Field {...common('siren')} inputmode="numeric" />
        <Field {...common('siret')} inputmode="numeric" />
      </div>
      <FormerSirets {...props} />
      <Checkbox
        name="noSiret"
        label={t.fields.noSiret}
        hint={t.hints.noSiret}
        error={errors['noSiret']}
        checked={values.has('noSiret', 'true')}
      />
      <Field {...common('rna')} />
    </FoldedGroup>
  )
}

function OnTheNetwork({ values, errors }: FormProps) {
  const t = useTexts(texts)
  return (
    <FieldGroup legend={t.groups.federation}>
      <Field
        name="handle"
        label={t.fields.handle}
        hint={t.hints.handle}
        error={errors['handle']}
        value={values.text('handle')}
        autocomplete="off"
        size="medium"
      />
      <TextArea
        name="domains"
        label={t.fields.domains}
        hint={t.hints.domains}
        error={errors['domains']}
        value={values.text('domains')}
        rows={2}
      />
    </FieldGroup>
  )
}
