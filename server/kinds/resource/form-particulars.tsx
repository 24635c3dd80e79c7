import { Choices } from '../../../views/components/choices.tsx'
import { FoldedGroup } from '../../../views/components/field.tsx'
import { Field, Select } from '../../../views/components/inputs.tsx'
import { useTexts } from '../../../views/language.tsx'
import { isTouched } from '../form-values.ts'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { texts } from './texts.ts'

// What only some sorts of resources are asked: folded until it is of use.

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

const ofSchool = ['levels', 'format', 'theme', 'duration'] as const

export function School(props: FormProps) {
  const { values, errors } = props
  const t = useTexts(texts)
  const common = (name: 'format' | 'theme' | 'duration') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FoldedGroup legend={t.groups.school} hint={t.hints.school} open={isTouched(ofSchool, props)}>
      <Choices
        type="checkbox"
        name="levels"
        label={t.fields.levels}
        error={errors['levels']}
        options={optionsOf(t.levels)}
        chosen={values.list('levels')}
      />
      <Select {...common('format')} options={optionsOf(t.format)} empty={t.noUnit} />
      <Field {...common('theme')} hint={t.hints.theme} maxlength={120} />
      <Field {...common('duration')} hint={t.hints.duration} maxlength={60} size="medium" />
    </FoldedGroup>
  )
}

const ofSoftware = ['software', 'softwareRole', 'repository'] as const

export function FreeSoftware(props: FormProps) {
  const { values, errors } = props
  const t = useTexts(texts)
  const common = (name: (typeof ofSoftware)[number]) => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FoldedGroup legend={t.groups.software} open={isTouched(ofSoftware, props)}>
      <Field {...common('software')} hint={t.hints.software} maxlength={80} />
      <Select {...common('softwareRole')} options={optionsOf(t.softwareRole)} empty={t.noUnit} />
      <Field {...common('repository')} hint={t.hints.repository} type="url" />
    </FoldedGroup>
  )
}

const particular = ['address', 'surface', 'capacity', 'document'] as const

export function More(props: FormProps) {
  const { values, errors } = props
  const t = useTexts(texts)
  const common = (name: (typeof particular)[number]) => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FoldedGroup legend={t.groups.more} hint={t.hints.more} open={isTouched(particular, props)}>
      <Field {...common('address')} hint={t.hints.address} maxlength={200} />
      <Field {...common('surface')} inputmode="decimal" size="short" unit="m²" />
      <Field {...common('capacity')} hint={t.hints.capacity} inputmode="numeric" size="short" />
      <Field {...common('document')} hint={t.hints.document} type="url" />
    </FoldedGroup>
  )
}
