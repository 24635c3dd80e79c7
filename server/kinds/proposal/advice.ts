import { catalogue, type Locale } from '../../../views/language.tsx'
import { common, given, type Advice, type Written } from '../advice.ts'
import type { ProposalFields } from './fields.ts'

const words = catalogue('server/kinds/proposal/advice', {
  fr: {
    decider: 'Qui peut décider, nommément par sa fonction.',
    evidence: 'Un premier élément daté, avec sa source.',
    check: 'Le jour où l’on demandera où cela en est.',
  },
  en: {
    decider: 'Who can decide, by their office.',
    evidence: 'A first dated item, with its source.',
    check: 'The day on which you will be asked how it is going.',
  },
})

export function advice(known: Partial<ProposalFields>, written: Written, locale: Locale): Advice[] {
  const t = words[locale]
  return [
    ...common(written, ['summary'], locale),
    { text: t.decider, done: given(known.decider) },
    { text: t.evidence, done: given(known.evidence) },
    { text: t.check, done: given(known.nextCheck) },
  ]
}
