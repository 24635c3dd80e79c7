import { FoldedGroup } from '../../../views/components/field.tsx'
import { Field, Select, TextArea } from '../../../views/components/inputs.tsx'
import { useTexts } from '../../../views/language.tsx'
import { optionsOf } from '../options.ts'
import { lotFormTexts } from './lot-form-texts.ts'
import { useQuestions, type LotFormProps } from './lot-questions.ts'
import { lotTexts } from './lot-texts.ts'

/** What the public data on contracts say of an award. */
const names = [
  'awardHolders',
  'awardAmount',
  'awardDate',
  'awardOffers',
  'awardGrouping',
  'awardSource',
] as const

/** What became of a lot. Most are open when they are written: it stands folded. */
export function LotAward(props: LotFormProps) {
  const { at, values, errors } = props
  const t = useTexts(lotFormTexts)
  const state = values.text('state') || 'open'
  const wrong = ['state', ...names].some((name) => errors[at + name] !== undefined)
  return (
    <FoldedGroup legend={t.award} open={wrong || state !== 'open'}>
      <AwardQuestions {...props} />
    </FoldedGroup>
  )
}

export function AwardQuestions(props: LotFormProps) {
  const question = useQuestions(props)
  const { values } = props
  const t = useTexts(lotFormTexts)
  const words = useTexts(lotTexts)
  return (
    <>
      <Select
        {...question('state')}
        hint={t.state}
        quiet
        options={optionsOf(words.states)}
        value={values.text('state') || 'open'}
      />
      <TextArea {...question('awardHolders')} hint={t.holders} rows={2} />
      <div class="pair">
        <Field {...question('awardAmount')} inputmode="numeric" size="short" unit="€ HT" />
        <Field {...question('awardDate')} type="date" />
      </div>
      <Field {...question('awardOffers')} inputmode="numeric" size="short" />
      <Select {...question('awardGrouping')} options={optionsOf(words.groupings)} empty={t.unknown} />
      <Field {...question('awardSource')} hint={t.source} type="url" autocomplete="off" />
    </>
  )
}
