import { HiddenFields } from '../../../views/components/button.tsx'
import { Choices } from '../../../views/components/choices.tsx'
import { FoldedGroup } from '../../../views/components/field.tsx'
import { Field, TextArea } from '../../../views/components/inputs.tsx'
import { PlaceField } from '../../../views/entries/place-field.tsx'
import { useLocale, useTexts } from '../../../views/language.tsx'
import { optionsOf } from '../options.ts'
import type { Lot } from './fields.ts'
import { LotAward } from './award-form.tsx'
import { admittedLabels } from './lot-facts.ts'
import { lotFormTexts } from './lot-form-texts.ts'
import { useQuestions, type LotFormProps } from './lot-questions.ts'
import { lotTexts } from './lot-texts.ts'

/** One lot in the form: what it is, where and how much, its clauses, and what became of it. */
export const LotQuestions = (props: LotFormProps) => (
  <>
    <What {...props} />
    <Where {...props} />
    <Clauses {...props} />
    <LotAward {...props} />
  </>
)

function What(props: LotFormProps) {
  const question = useQuestions(props)
  const t = useTexts(lotFormTexts)
  return (
    <>
      <Field {...question('title')} required maxlength={200} />
      <TextArea {...question('description')} rows={3} maxlength={1000} />
      <Field {...question('cpv')} hint={t.cpv} size="medium" />
    </>
  )
}

function Where(props: LotFormProps) {
  const question = useQuestions(props)
  const t = useTexts(lotFormTexts)
  const { values } = props
  return (
    <>
      <HiddenFields fields={{ [question('place').name]: values.text('place') }} />
      <PlaceField
        {...question('placeName')}
        hint={t.place}
        value={values.text('placeName') || values.text('place')}
      />
      <div class="pair">
        <Field {...question('amountMin')} inputmode="numeric" size="short" unit="€ HT" />
        <Field {...question('amountMax')} inputmode="numeric" size="short" unit="€ HT" />
      </div>
      <FoldedGroup legend={t.more} open={isAnswered(props, ['number', 'durationMonths'])}>
        <Field {...question('number')} hint={t.number} inputmode="numeric" size="short" />
        <Field {...question('durationMonths')} inputmode="numeric" size="short" unit={t.months} />
      </FoldedGroup>
    </>
  )
}

function Clauses(props: LotFormProps) {
  const question = useQuestions(props)
  const { values } = props
  const t = useTexts(lotFormTexts)
  const words = useTexts(lotTexts)
  const isReserved = !['', 'none'].includes(values.text('reservation'))
  return (
    <>
      <Choices
        {...question('reservation')}
        type="radio"
        required
        options={optionsOf(words.reservations)}
        chosen={[values.text('reservation') || 'none']}
      />
      <FoldedGroup
        legend={t.ground}
        said={t.ifReserved}
        open={isReserved || isAnswered(props, ['reservationArticle', 'reservationAsOf'])}
      >
        <div class="pair">
          <Field
            {...question('reservationArticle')}
            hint={t.article}
            maxlength={60}
            condition={t.ifReserved}
          />
          <Field {...question('reservationAsOf')} type="date" condition={t.ifReserved} />
        </div>
      </FoldedGroup>
      <Choices
        {...question('social')}
        type="radio"
        required
        options={optionsOf(words.socials)}
        chosen={[values.text('social') || 'none']}
      />
      <Field {...question('insertionHours')} inputmode="numeric" size="short" unit="h" />
      <OpenTo {...props} />
    </>
  )
}

/** Whether one of these questions about this lot has an answer, or a fault to mend. */
const isAnswered = ({ at, values, errors }: LotFormProps, names: readonly (keyof Lot)[]): boolean =>
  names.some((name) => values.list(name).length > 0 || errors[at + name] !== undefined)

function OpenTo(props: LotFormProps) {
  const question = useQuestions(props)
  const { values } = props
  const t = useTexts(lotFormTexts)
  return (
    <FoldedGroup legend={question('openTo').label} open={isAnswered(props, ['openTo'])}>
      <Choices
        {...question('openTo')}
        hint={t.openTo}
        type="checkbox"
        options={optionsOf(admittedLabels(useLocale()))}
        chosen={values.list('openTo')}
      />
    </FoldedGroup>
  )
}
