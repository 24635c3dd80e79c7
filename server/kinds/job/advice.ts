import { catalogue, type Locale } from '../../../views/language.tsx'
import { common, given, type Advice, type Written } from '../advice.ts'
import type { JobFields } from './fields.ts'
import { unpaid } from './table.ts'

const words = catalogue('server/kinds/job/advice', {
  fr: {
    pay: 'Une fourchette de salaire\u00a0: les gens savent à quoi s’attendre.',
    hours: 'Le temps de travail par semaine.',
    deadline: 'Une date limite\u00a0: l’offre se ferme d’elle-même, et personne n’écrit trop tard.',
    start: 'Le jour où le travail commence, même approximatif.',
  },
  en: {
    pay: 'A pay range: people know what to expect.',
    hours: 'The hours in a week.',
    deadline: 'A deadline: the offer closes by itself, and nobody writes too late.',
    start: 'The day on which the work begins, even roughly.',
  },
})

export function advice(known: Partial<JobFields>, written: Written, locale: Locale): Advice[] {
  const t = words[locale]
  return [
    ...common(written, ['summary', 'place'], locale),
    ...(known.contract !== undefined && unpaid.includes(known.contract)
      ? []
      : [{ text: t.pay, done: given(known.payMin, known.payMax) }]),
    { text: t.hours, done: given(known.hours) },
    { text: t.deadline, done: given(known.deadline) },
    { text: t.start, done: given(known.startsOn) },
    ...common(written, ['body'], locale),
  ]
}
