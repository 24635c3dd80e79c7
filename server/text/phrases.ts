import { fold } from './fold.ts'

/** Words and short phrases, looked for as whole words. */
export interface Phrases {
  /** The one that stands first in a text, as it was listed; null: none does. */
  foundIn(text: string): string | null
}

/**
 * Compared without case, accents, ligatures, punctuation and what cannot be seen: « Crédit facile » is found in
 * « CREDIT, facile ! ». One way through the text, whatever the length of the list: at each word, what is as long as
 * some phrase is looked up, so that neither a list nor a text can make it slow, and nothing typed is ever a pattern.
 */
export function phrasesOf(lines: readonly string[]): Phrases {
  const listed = new Map<string, string>()
  const counts = new Set<number>()
  let longest = 0
  for (const line of lines) {
    const words = wordsOf(line)
    if (words.length === 0) continue
    const phrase = words.join(' ')
    if (!listed.has(phrase)) listed.set(phrase, line)
    counts.add(words.length)
    longest = Math.max(longest, phrase.length)
  }
  const lengths = [...counts].toSorted((a, b) => a - b)
  return {
    foundIn: (text) => (listed.size === 0 ? null : find(text)),
  }

  function find(text: string): string | null {
    const words = wordsOf(text)
    const spaced = words.join(' ')
    const ends: number[] = []
    let end = -1
    for (const word of words) ends.push((end += word.length + 1))
    for (let at = 0; at < words.length; at++) {
      const start = at === 0 ? 0 : (ends[at - 1] ?? 0) + 1
      for (const count of lengths) {
        const stop = ends[at + count - 1]
        if (stop === undefined || stop - start > longest) break
        const found = listed.get(spaced.slice(start, stop))
        if (found !== undefined) return found
      }
    }
    return null
  }
}

/** Letters and digits alone: « l’arnaque » holds « arnaque », « conseil » does not hold « con ». */
export const wordsOf = (text: string): string[] =>
  fold(text.normalize('NFKC').replace(/\p{Cf}+/gu, '')).match(/[\p{L}\p{N}]+/gu) ?? []
