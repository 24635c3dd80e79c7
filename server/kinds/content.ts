import type { Locale } from '../../views/language.tsx'
import { withoutPictures } from '../text/html.ts'
import { blocksOf, bytesOf, cut, escaped } from './blocks.ts'
import type { Envelope } from './envelope.ts'
import { chosen, type Fact } from './facts.tsx'

// What a kind says on the wire, in the few elements that every server keeps (interop.md has the table).

/** Long texts are cut by some readers and cost every follower: what is left is one link away. */
const limit = 8000

export interface Parts {
  /** `<p>…</p>` before the text of the entry. */
  before: string
  /** How much of the text of the entry is said, in bytes. */
  most: number
  /** The words of the link to the page. */
  link: string
  /** The object has a summary of its own, and the text does not say it again. */
  summarised?: boolean
}

/** The text of an object: `before`, as much of the entry as there is room for, the way to its page. */
export function contentOf(entry: Envelope, { before, most, link, summarised = false }: Parts): string {
  const after = `<p><a href="${escaped(entry.url)}">${escaped(link)}</a></p>`
  const room = Math.min(most, limit - bytesOf(before) - bytesOf(after))
  return before + prose(summarised && entry.html !== '' ? { ...entry, summary: '' } : entry, room) + after
}

/** The text of an entry and nothing else, for those who show its title and facts themselves. */
export const textAlone = ({ html }: Envelope, room: number): string =>
  shortenedTo(withoutPictures(html), room)

/** As much of safe HTML as there is room for, in bytes: the whole of it, or its first paragraphs. */
export const shortenedTo = (html: string, room: number): string =>
  bytesOf(html) <= room ? html : prose({ summary: '', html }, room)

/**
 * Title, who speaks, where: a Note has no title, so its first lines say it. It leads to the page because Mastodon
 * shows the preview of the first link alone, and the text may have links of its own.
 */
export function opening(entry: Envelope, closed: string): string {
  const title = entry.state === 'closed' ? `[${closed}] ${entry.title}` : entry.title
  const from = [entry.speaker?.name, entry.placeLabel].filter(Boolean).join(' — ')
  const linked = `<a href="${escaped(entry.url)}">${escaped(title)}</a>`
  return `<p><strong>${linked}</strong>${from === '' ? '' : `<br>${escaped(from)}`}</p>`
}

/** The facts that a reader decides by, a line each. */
export function factLines(items: readonly Fact[], names: readonly string[], locale: Locale): string {
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  const said = chosen(items, names).map(({ label, value }) =>
    escaped(label + colon + value.replaceAll('\n', ', ')),
  )
  return said.length === 0 ? '' : `<p>${said.join('<br>')}</p>`
}

/** What stands alone where the text is never shown: the summary, else the first sentences. */
export function lede(entry: Envelope, most = 500): string {
  if (entry.summary !== '') return cut(entry.summary, most)
  const prose = textOf(entry.html.replace(/<(h[1-6])\b.*?<\/\1>/gs, ' '))
  const text = prose === '' ? textOf(entry.html) : prose
  const sentences = /^.*[.!?…](?=\s)/s.exec(text.slice(0, most))?.[0]
  return text.length <= most || sentences === undefined || sentences.length < most / 3
    ? cut(text, most)
    : sentences
}

/** Safe HTML as plain text, for summaries. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => plain[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim()

const plain: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '’' }

/** Whole paragraphs while there is room; of the first that does not fit, its beginning. */
function prose(entry: Pick<Envelope, 'summary' | 'html'>, room: number): string {
  const summary = entry.summary === '' ? [] : [`<p>${escaped(entry.summary)}</p>`]
  let said = ''
  for (const block of [...summary, ...blocksOf(entry.html)]) {
    const left = room - bytesOf(said)
    if (bytesOf(block) <= left) {
      said += block
      continue
    }
    const beginning = shortened(block, left)
    return said + beginning
  }
  return said
}

/** Without its markup, so that no element is left open. A few words are not worth a paragraph. */
function shortened(block: string, room: number): string {
  if (room < 120) return ''
  if (block.startsWith('<ul>')) return firstItems(block, room)
  let text = textOf(block)
  // A character may take three bytes and an entity five: shorten until it fits.
  for (let most = room - 8; most > 40; most = Math.floor(most * 0.8)) {
    text = cut(text, most)
    const paragraph = `<p>${escaped(text)}</p>`
    if (bytesOf(paragraph) <= room) return paragraph
  }
  return ''
}

/** Lists hold no lists: `blocksOf` has made one of them. */
function firstItems(list: string, room: number): string {
  let said = ''
  for (const item of list.matchAll(/<li>.*?<\/li>/gs)) {
    if (bytesOf(said + item[0]) > room - bytesOf('<ul></ul>')) break
    said += item[0]
  }
  return said === '' ? '' : `<ul>${said}</ul>`
}
