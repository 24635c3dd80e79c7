import { catalogue, type Locale } from '../../views/language.tsx'

// What makes an entry easier to find and to answer: advice that nobody has to follow. What must be there is in the gate
// and in `rules`; here no number is given that has no source.

/** One piece of it, and whether it is followed already. */
export interface Advice {
  text: string
  done: boolean
}

/** What advice may look at beside the fields of the kind, which of a draft are only those that are known. */
export interface Written {
  summary: string
  body: string
  place: boolean
  picture: boolean
}

const words = catalogue('server/kinds/advice', {
  fr: {
    summary:
      'Un résumé qui se comprend seul : qui, quoi, où, jusqu’à quand. C’est lui qu’on lit dans les listes et sur Mastodon.',
    picture: 'Une image, avec sa description : elle donne envie d’ouvrir la page.',
    place: 'Une commune : on cherche souvent d’abord près de chez soi.',
    body: 'Quelques lignes de texte : ce qu’on se demande avant de vous écrire.',
  },
  en: {
    summary:
      'A summary that can be understood alone: who, what, where, until when. It is what lists and Mastodon show.',
    picture: 'A picture, with its description: it makes people want to open the page.',
    place: 'A town: many look near their home first.',
    body: 'A few lines of text: what people wonder before they write to you.',
  },
})

/** What is good for most kinds. A short summary says little: it has a few words more than a title. */
export const common = (
  { summary, body, place, picture }: Written,
  which: readonly ('summary' | 'picture' | 'place' | 'body')[],
  locale: Locale,
): Advice[] => {
  const done = {
    summary: summary.trim().length >= 40,
    body: body.trim().length >= 80,
    place,
    picture,
  }
  return which.map((name) => ({ text: words[locale][name], done: done[name] }))
}

/** Something was answered. */
export const given = (...values: readonly unknown[]): boolean =>
  values.some(
    (value) =>
      value !== undefined && value !== null && value !== '' && value !== false && !isEmptyList(value),
  )

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0
