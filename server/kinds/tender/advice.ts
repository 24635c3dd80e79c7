import { catalogue, type Locale } from '../../../views/language.tsx'
import { common, given, type Advice, type Written } from '../advice.ts'
import type { TenderFields } from './fields.ts'

const words = catalogue('server/kinds/tender/advice', {
  fr: {
    notice: 'Le lien vers l’avis officiel, qui fait foi.',
    deadline: 'La date limite de réponse.',
    lots: 'Les lots, avec leur lieu et leur montant\u00a0: c’est ce que lisent les petites structures.',
  },
  en: {
    notice: 'The link to the official notice, which prevails.',
    deadline: 'The deadline for answers.',
    lots: 'The lots, with their place and amount: this is what small structures read.',
  },
})

export function advice(known: Partial<TenderFields>, written: Written, locale: Locale): Advice[] {
  const t = words[locale]
  return [
    ...common(written, ['summary', 'place'], locale),
    { text: t.notice, done: given(known.notice) },
    { text: t.deadline, done: given(known.deadline) },
    { text: t.lots, done: given(known.lots) },
  ]
}
