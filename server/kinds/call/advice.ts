import { catalogue, type Locale } from '../../../views/language.tsx'
import { common, given, type Advice, type Written } from '../advice.ts'
import type { CallFields } from './fields.ts'

const words = catalogue('server/kinds/call/advice', {
  fr: {
    budget: 'Le budget, ou le montant possible par projet.',
    criteria: 'Les critères et leur poids, pour qu’on sache ce qui sera jugé.',
    eligible: 'Qui peut répondre.',
  },
  en: {
    budget: 'The budget, or what a project may receive.',
    criteria: 'The criteria and their weights, so that people know what they are judged by.',
    eligible: 'Who may answer.',
  },
})

export function advice(known: Partial<CallFields>, written: Written, locale: Locale): Advice[] {
  const t = words[locale]
  return [
    ...common(written, ['summary'], locale),
    { text: t.budget, done: given(known.budget, known.budgetMax) },
    { text: t.criteria, done: given(known.criteria) },
    { text: t.eligible, done: given(known.eligible, known.answerers) },
  ]
}
