import { FieldGroup, FoldedGroup } from '../../../views/components/field.tsx'
import { Field, Select, TextArea } from '../../../views/components/inputs.tsx'
import { Parts } from '../../../views/components/parts.tsx'
import { useTexts } from '../../../views/language.tsx'
import { isTouched } from '../form-values.ts'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { TimeZoneField } from '../time-zone.tsx'
import { LotQuestions } from './lot-form.tsx'
import { texts } from './texts.ts'
import { Wordings } from './wordings.tsx'

interface FormProps {
  values: FormValues
  errors: Readonly<Record<string, string>>
}

export const Form = (props: FormProps) => (
  <>
    <Buyer {...props} />
    <Answer {...props} />
    <TimeZoneField {...props} hint={useTexts(texts).hints.timeZone} />
    <Lots {...props} />
    <Wordings />
    <Reason {...props} />
  </>
)

function Buyer({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'buyer' | 'buyerSiret' | 'reference' | 'procedure') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.buyer}>
      <Field {...common('buyer')} hint={t.hints.buyer} required maxlength={200} />
      <FoldedGroup
        legend={t.groups.procedure}
        open={isTouched(['buyerSiret', 'reference', 'procedure'], { values, errors })}
      >
        <Field {...common('buyerSiret')} hint={t.hints.buyerSiret} inputmode="numeric" size="medium" />
        <Field {...common('reference')} hint={t.hints.reference} maxlength={100} size="medium" />
        <Select {...common('procedure')} options={optionsOf(t.procedures)} empty={t.noProcedure} />
      </FoldedGroup>
    </FieldGroup>
  )
}

function Answer({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'deadline' | 'notice' | 'contactEmail') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.answer}>
      <Field {...common('deadline')} hint={t.hints.deadline} type="datetime-local" />
      <Field {...common('notice')} hint={t.hints.notice} type="url" autocomplete="off" />
      <Field {...common('contactEmail')} type="email" autocomplete="off" />
    </FieldGroup>
  )
}

function Lots({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const lots = values.parts('lots')
  return (
    <Parts
      name="lots"
      legend={t.groups.lots}
      hint={t.hints.lots}
      error={errors['lots']}
      one={t.parts.lots.one}
      add={t.addLot}
      count={lots.length}
    >
      {(index, at) => {
        const lot = lots[index]
        return lot === undefined ? null : <LotQuestions at={at} values={lot} errors={errors} />
      }}
    </Parts>
  )
}

function Reason({ values, errors }: FormProps) {
  const t = useTexts(texts)
  return (
    <FoldedGroup legend={t.groups.reason} open={isTouched(['noLotsReason'], { values, errors })}>
      <TextArea
        name="noLotsReason"
        label={t.fields.noLotsReason}
        hint={t.hints.noLotsReason}
        error={errors['noLotsReason']}
        value={values.text('noLotsReason')}
        rows={3}
        maxlength={1000}
      />
    </FoldedGroup>
  )
}
