import { Choices } from '../../../views/components/choices.tsx'
import { FoldedGroup } from '../../../views/components/field.tsx'
import { Field, TextArea } from '../../../views/components/inputs.tsx'
import { useLocale, useTexts } from '../../../views/language.tsx'
import { optionsOf } from '../options.ts'
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
      <Field {...question('number')} hint={t.number} inputmode="numeric" size="short" />
      <Field {...question('title')} required maxlength={200} />
      <TextArea {...question('description')} rows={3} maxlength={1000} />
      <Field {...question('cpv')} hint={t.cpv} size="medium" />
    </>
  )
}

function Where(props: LotFormProps) {
  const question = useQuestions(props)
  const t = useTexts(lotFormTexts)
  const { months } = t
  return (
    <>
      <div class="pair">
        <Field {...question('place')} hint={t.place} size="short" />
        <Field {...question('placeName')} maxlength={100} size="medium" />
      </div>
      <div class="pair">
        <Field {...question('amountMin')} inputmode="numeric" size="short" unit="€ HT" />
        <Field {...question('amountMax')} inputmode="numeric" size="short" unit="€ HT" />
      </div>
      <Field {...question('durationMonths')} inputmode="numeric" size="short" unit={months} />
    </>
  )
}

function Clauses(props: LotFormProps) {
  const question = useQuestions(props)
  const { values } = props
  const t = useTexts(lotFormTexts)
  const words = useTexts(lotTexts)
  return (
    <>
      <Choices
        {...question('reservation')}
        type="radio"
        required
        options={optionsOf(words.reservations)}
        chosen={[values.text('reservation') || 'none']}
      />
      <div class="pair">
        <Field {...question('reservationArticle')} hint={t.article} maxlength={60} condition={t.ifReserved} />
        <Field {...question('reservationAsOf')} type="date" condition={t.ifReserved} />
      </div>
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

function OpenTo(props: LotFormProps) {
  const question = useQuestions(props)
  const { values, errors, at } = props
  const t = useTexts(lotFormTexts)
  const chosen = values.list('openTo')
  return (
    <FoldedGroup
      legend={question('openTo').label}
      open={chosen.length > 0 || errors[`${at}openTo`] !== undefined}
    >
      <Choices
        {...question('openTo')}
        hint={t.openTo}
        type="checkbox"
        options={optionsOf(admittedLabels(useLocale()))}
        chosen={chosen}
      />
    </FoldedGroup>
  )
}
