import { LinkButton } from '../../../views/components/button.tsx'
import { Checkbox } from '../../../views/components/choices.tsx'
import { FieldGroup } from '../../../views/components/field.tsx'
import { Field, Select, TextArea } from '../../../views/components/inputs.tsx'
import { useLocale, useTexts } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { FactItems, Facts } from '../facts.tsx'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { structureLabels } from '../structures.ts'
import { facts } from './facts.ts'
import type { JobFields } from './fields.ts'
import { texts } from './texts.ts'

export function Details({ fields: job }: { entry: Envelope; fields: JobFields }) {
  const t = useTexts(texts)
  const online = job.applyUrl
  return (
    <>
      <Facts items={facts(job, useLocale())} />
      {online !== null && (
        <p class="actions">
          <LinkButton href={online} look="primary" icon="external-link" rel="nofollow noopener ugc">
            {t.fields.applyUrl}
          </LinkButton>
        </p>
      )}
    </>
  )
}

export const Line = ({ fields }: { entry: Envelope; fields: JobFields }) => (
  <FactItems
    items={facts(fields, useLocale())}
    icons={{ contract: 'briefcase', hours: 'clock', pay: 'banknote', deadline: 'hourglass' }}
    words={{ deadline: useTexts(texts).until }}
  />
)

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

export const Form = (props: FormProps) => (
  <>
    <Work {...props} />
    <Pay {...props} />
    <Dates {...props} />
    <Structure {...props} />
    <Apply {...props} />
  </>
)

function Work({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: keyof typeof t.fields) => ({ name, label: t.fields[name], error: errors[name] })
  return (
    <FieldGroup legend={t.groups.work}>
      <Select
        {...common('contract')}
        required
        options={optionsOf(t.contract)}
        value={values.text('contract')}
        empty={t.chooseContract}
      />
      <Field {...common('occupation')} value={values.text('occupation')} maxlength={120} />
      <Field
        {...common('months')}
        hint={t.hints.months}
        value={values.text('months')}
        inputmode="numeric"
        size="short"
        unit={t.monthsUnit}
      />
      <Field
        {...common('hours')}
        hint={t.hints.hours}
        value={values.text('hours')}
        inputmode="decimal"
        size="short"
        unit={t.hoursUnit}
      />
      <Field {...common('positions')} value={values.text('positions')} inputmode="numeric" size="short" />
      <Select {...common('remote')} quiet options={optionsOf(t.remote)} value={values.text('remote')} />
    </FieldGroup>
  )
}

function Pay({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'payMin' | 'payMax') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
    inputmode: 'decimal' as const,
    size: 'short' as const,
    unit: '€',
  })
  return (
    <FieldGroup legend={t.groups.pay} hint={t.hints.pay}>
      <div class="pair">
        <Field {...common('payMin')} />
        <Field {...common('payMax')} />
      </div>
      <Select
        name="payPeriod"
        label={t.fields.payPeriod}
        error={errors['payPeriod']}
        quiet
        options={optionsOf(t.payPeriod)}
        value={values.text('payPeriod')}
      />
    </FieldGroup>
  )
}

function Dates({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'deadline' | 'startsOn') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
    type: 'date' as const,
  })
  return (
    <FieldGroup legend={t.groups.dates}>
      <div class="pair">
        <Field {...common('deadline')} hint={t.hints.deadline} />
        <Field {...common('startsOn')} />
      </div>
    </FieldGroup>
  )
}

function Structure({ values, errors }: FormProps) {
  const t = useTexts(texts)
  return (
    <FieldGroup legend={t.groups.structure}>
      <Select
        name="structure"
        label={t.fields.structure}
        error={errors['structure']}
        options={optionsOf(useTexts(structureLabels))}
        value={values.text('structure')}
        empty={t.noStructure}
      />
      <Checkbox
        name="insertion"
        label={t.fields.insertion}
        hint={t.hints.insertion}
        error={errors['insertion']}
        checked={values.has('insertion', 'true')}
      />
    </FieldGroup>
  )
}

function Apply({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'applyEmail' | 'applyUrl' | 'applyText') => ({
    name,
    condition: t.oneOf,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.apply} hint={t.hints.apply}>
      <Field {...common('applyEmail')} type="email" autocomplete="off" />
      <Field {...common('applyUrl')} type="url" autocomplete="off" />
      <TextArea {...common('applyText')} rows={3} maxlength={500} />
    </FieldGroup>
  )
}
