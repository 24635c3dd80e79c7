import type { Child } from 'hono/jsx'
import { inItsLanguage } from '../in-its-language.ts'
import { useLocale } from '../language.tsx'

/** A piece of two texts compared: in both, only in the former, or only in the later. */
export interface Stretch {
  is: 'same' | 'gone' | 'new'
  text: string
}

/** Most screen readers pass over `<ins>` and `<del>`: where they begin and end is said in words too. */
export function Stretches({
  all,
  words,
}: {
  all: readonly Stretch[]
  words: { inserted: string; insertedEnd: string; deleted: string; deletedEnd: string }
}) {
  const locale = useLocale()
  const aside = (text: string) => (
    <span class="visually-hidden" {...inItsLanguage(locale)}>
      {text}
    </span>
  )
  return (
    <>
      {all.map(({ is, text }): Child => {
        if (is === 'same') return text
        return is === 'new' ? (
          <ins>
            {aside(words.inserted)}
            {text}
            {aside(words.insertedEnd)}
          </ins>
        ) : (
          <del>
            {aside(words.deleted)}
            {text}
            {aside(words.deletedEnd)}
          </del>
        )
      })}
    </>
  )
}
