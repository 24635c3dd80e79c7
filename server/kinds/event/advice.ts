import { catalogue, type Locale } from '../../../views/language.tsx'
import { common, given, type Advice, type Written } from '../advice.ts'
import type { EventFields } from './fields.ts'

const words = catalogue('server/kinds/event/advice', {
  fr: {
    where: 'Le lieu exact\u00a0: un nom, une adresse, ou un lien si c’est en ligne.',
    end: 'L’heure de fin, pour qui doit repartir.',
    price: 'Le prix, ou que c’est gratuit.',
    audience: 'Pour qui c’est\u00a0: ouvert à tout le monde, aux membres…',
    places: 'Le nombre de places, puisqu’on s’inscrit.',
  },
  en: {
    where: 'The exact place: a name, an address, or a link if it is online.',
    end: 'When it ends, for those who have to leave.',
    price: 'The price, or that it is free.',
    audience: 'Whom it is for: open to everybody, to members…',
    places: 'The number of places, since people register.',
  },
})

export function advice(known: Partial<EventFields>, written: Written, locale: Locale): Advice[] {
  const t = words[locale]
  return [
    ...common(written, ['summary'], locale),
    { text: t.where, done: given(known.venue, known.address, known.onlineUrl) },
    { text: t.end, done: given(known.end) },
    { text: t.price, done: given(known.free, known.price) },
    { text: t.audience, done: given(known.audience) },
    ...(known.registration === 'email' ? [{ text: t.places, done: given(known.capacity) }] : []),
    ...common(written, ['picture'], locale),
  ]
}
