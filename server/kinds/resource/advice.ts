import { catalogue, type Locale } from '../../../views/language.tsx'
import { common, given, type Advice, type Written } from '../advice.ts'
import type { ResourceFields } from './fields.ts'

const words = catalogue('server/kinds/resource/advice', {
  fr: {
    when: 'Quand c’est possible\u00a0: des jours, des heures, une date de fin.',
    terms: 'Les conditions dites clairement\u00a0: un prix, ou que c’est gratuit.',
    room: 'La taille du lieu\u00a0: une surface, ou le nombre de personnes.',
    contact: 'Une adresse pour vous répondre, en plus du formulaire du site.',
  },
  en: {
    when: 'When it is possible: days, hours, a last day.',
    terms: 'Clear terms: a price, or that it is free.',
    room: 'The size of the room: its surface, or how many people it holds.',
    contact: 'An address to answer you, beside the form of this site.',
  },
})

export function advice(known: Partial<ResourceFields>, written: Written, locale: Locale): Advice[] {
  const t = words[locale]
  return [
    ...common(written, ['summary', 'place'], locale),
    { text: t.when, done: given(known.availability, known.availableFrom, known.availableUntil) },
    {
      text: t.terms,
      done: known.terms === 'gift' || known.terms === 'loan' || given(known.price, known.priceNote),
    },
    ...(known.category === 'room' ? [{ text: t.room, done: given(known.surface, known.capacity) }] : []),
    { text: t.contact, done: given(known.contactEmail, known.contactUrl, known.contactPhone) },
    ...common(written, ['picture'], locale),
  ]
}
