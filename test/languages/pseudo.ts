import type { LanguageFile, Texts } from '../../views/language-file.ts'

// A language that nobody speaks, written from right to left: the English texts letter by letter in another script.
// What is still in Latin letters on a page did not come from a catalogue, or came from what somebody wrote.

export const tag = 'ar-x-essai'

const letters = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [
    letter,
    [...'ابچدعفغهيجكلمنوپقرستثڤوخيز'][at] ?? letter,
  ]),
)

/** What stays as it is in any language: addresses, marks that stand for something, names of people and places. */
const kept =
  /https?:\/\/[^\s<]*|\/[a-z][a-z/-]+|[\w.+-]*@[\w.-]+|\{\w+\}|\bMaillon\b|\bMastodon\b|\.[a-z]+\b|[\w-]+\.(?:fr|org|example)\b/giu

const turned = (text: string): string =>
  [...text].map((letter) => letters.get(letter.toLowerCase()) ?? letter).join('')

/** Everything but what is kept and what was put in. */
export function pseudo(text: string, put: readonly string[] = []): string {
  const parts = put.filter((part) => part.length > 1).toSorted((a, b) => b.length - a.length)
  const [part] = parts
  if (part !== undefined && text.includes(part))
    return text
      .split(part)
      .map((rest) => pseudo(rest, parts.slice(1)))
      .join(part)
  if (part !== undefined) return pseudo(text, parts.slice(1))
  let from = 0
  let made = ''
  for (const match of text.matchAll(kept)) {
    made += turned(text.slice(from, match.index)) + match[0]
    from = match.index + match[0].length
  }
  return made + turned(text.slice(from))
}

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

function translated(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      if (typeof text === 'string') return [key, pseudo(text)]
      if (typeof text === 'object') return [key, translated(text)]
      return [key, (...args: never[]) => pseudo(text(...args), stringsIn(args))]
    }),
  )
}

/** Made of the catalogues when one is asked for: they come with the files that hold them. */
export const pseudoLanguage = (catalogues: ReadonlyMap<string, { readonly en: Texts }>): LanguageFile => ({
  tag,
  name: 'چاچا',
  intl: 'ar-EG',
  direction: 'rtl',
  instead: 'en',
  colon: '؛ ',
  quotes: ['❝', '❞', '❛', '❜'],
  texts: new Proxy<Texts>(
    {},
    {
      get: (_, name) => {
        const known = catalogues.get(String(name))
        return known === undefined ? undefined : translated(known.en)
      },
    },
  ),
})
