import { catalogue, type Locale } from '../../../views/language.tsx'
import { common, given, type Advice, type Written } from '../advice.ts'
import type { NewsFields } from './fields.ts'

const words = catalogue('server/kinds/news/advice', {
  fr: {
    source: 'La source, si la nouvelle vient d’ailleurs.',
  },
  en: {
    source: 'Its source, if the news comes from elsewhere.',
  },
})

export function advice(known: Partial<NewsFields>, written: Written, locale: Locale): Advice[] {
  const t = words[locale]
  return [
    ...common(written, ['summary', 'picture', 'place'], locale),
    ...(given(known.meetingDay) ? [] : [{ text: t.source, done: given(known.source) }]),
  ]
}
