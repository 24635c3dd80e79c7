import { catalogue, type Locale } from '../../../views/language.tsx'
import { common, given, type Advice, type Written } from '../advice.ts'
import type { CommitmentFields } from './fields.ts'

const words = catalogue('server/kinds/commitment/advice', {
  fr: {
    source: 'Où l’engagement a été pris\u00a0: une page, une délibération.',
    deadline: 'Pour quand.',
    check: 'Le jour où l’on demandera où cela en est.',
  },
  en: {
    source: 'Where the commitment was made: a page, a decision.',
    deadline: 'By when.',
    check: 'The day on which you will be asked how it is going.',
  },
})

export function advice(known: Partial<CommitmentFields>, written: Written, locale: Locale): Advice[] {
  const t = words[locale]
  return [
    ...common(written, ['summary'], locale),
    { text: t.source, done: given(known.source, known.sourceLabel) },
    { text: t.deadline, done: given(known.deadline) },
    { text: t.check, done: given(known.nextCheck) },
  ]
}
