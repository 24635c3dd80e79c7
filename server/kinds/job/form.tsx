import { LinkButton } from '../../../views/components/button.tsx'
import { Checkbox } from '../../../views/components/choices.tsx'
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
    <Deadline {...props} />
    <Apply {...props} />
    <More {...props} />
  </>
)

/** What every question has, whatever answers it. */
function useQuestions({ values, errors }: FormProps) {
  const { fields } = useTexts(texts)
  return (name: keyof typeof fields) => ({
    name,
    label: fields[name],
    error: errors[name],
    value: values.text(name),
  })
}

function Work(props: FormProps) {
  const t = useTexts(texts)
  const question = useQuestions(props)
  const { values, errors } = props
  return (
    <FieldGroup legend={t.groups.work}>
      <Select {...question('contract')} required options={optionsOf(t.contract)} empty={t.chooseContract} />
      <Field
        {...question('hours')}
        hint={t.hints.hours}
        inputmode="decimal"
        size="short"
        unit={t.hoursUnit}
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

const particular = ['occupation', 'months', 'positions', 'startsOn', 'structure'] as const

/** What many offers do without; the place is answered from the start, and mostly so. */
function More(props: FormProps) {
  const t = useTexts(texts)
  const question = useQuestions(props)
  const { values, errors } = props
  const isElsewhere = !['', 'none'].includes(values.text('remote')) || errors['remote'] !== undefined
  return (
    <FoldedGroup
      legend={t.groups.more}
      hint={t.hints.more}
      open={isElsewhere || isTouched(particular, props)}
    >
      <Field {...question('occupation')} maxlength={120} />
      <Select {...question('remote')} quiet options={optionsOf(t.remote)} />
      <Field
        {...question('months')}
        hint={t.hints.months}
        inputmode="numeric"
        size="short"
        unit={t.monthsUnit}
      />
      <Field {...question('startsOn')} type="date" />
      <Field {...question('positions')} inputmode="numeric" size="short" />
      <Select
        {...question('structure')}
        options={optionsOf(useTexts(structureLabels))}
        empty={t.noStructure}
      />
    </FoldedGroup>
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

function Deadline(props: FormProps) {
  const t = useTexts(texts)
  const question = useQuestions(props)
  return (
    <FieldGroup legend={t.groups.dates}>
      <Field {...question('deadline')} type="date" hint={t.hints.deadline} />
    </FieldGroup>
  )
}

function Apply(props: FormProps) {
  const t = useTexts(texts)
  const question = useQuestions(props)
  return (
    <FieldGroup legend={t.groups.apply} hint={t.hints.apply}>
      <Field {...question('applyEmail')} condition={t.oneOf} type="email" autocomplete="off" />
      {/* What is said of all three is said at the first. */}
      <FoldedGroup
        legend={t.groups.otherWays}
        open={isTouched(['applyUrl', 'applyText'], props) || props.errors['applyEmail'] !== undefined}
      >
        <Field {...question('applyUrl')} condition={t.oneOf} type="url" autocomplete="off" />
        <TextArea {...question('applyText')} condition={t.oneOf} rows={3} maxlength={500} />
      </FoldedGroup>
    </FieldGroup>
  )
}
