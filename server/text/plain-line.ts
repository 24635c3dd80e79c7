import { plainText } from './html.ts'

/**
 * One line of a stranger's text: a name, a title, the words under a picture. Without markup, without the characters
 * that turn the rest of a line around or cannot be seen, and cut where a reader sees a letter end.
 */
export function plainLine(html: string, max: number): string {
  const text = plainText(html.toWellFormed())
    .replace(unseen, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim()
  if (text.length <= max) return text
  // `max` falls inside a letter, or at the beginning of the one that no longer fits.
  return text.slice(0, letters.segment(text).containing(max)?.index ?? max).trimEnd()
}

/** Controls, direction overrides and isolates, zero-width spaces, tags; joiners stay, emoji and Persian need them. */
const unseen = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' })
