import type { Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { page } from './html.ts'
import { reasons, type Reason } from './reasons.ts'

// A letter is made of a few blocks, said twice: as text and as HTML. No room writes HTML, and neither form can say what
// the other does not (ADR 33).

/** What a letter is made of. A string is what the hub says: paragraphs, parted by an empty line. */
export type Block =
  | string
  /** One thing to do, and the page of ours where it is done. */
  | { act: string; link: string }
  /** A way on that nobody is asked to take: a link among words. */
  | { way: string; link: string }
  /** The words of somebody: shown as theirs, and nothing in them is a link. */
  | { said: string }
  /** One below the other: a name, an address, a day. */
  | { lines: readonly string[] }
  | { heading: string }
  | { items: readonly Item[] }

export interface Item {
  title: string
  link: string
  details: readonly string[]
  /** The words of somebody. */
  said?: string
}

export interface Draft extends Omit<Letter, 'to' | 'text' | 'html' | 'language'> {
  to: { email: string; locale: Locale }
  /** The hub's name, which signs. */
  hub: string
  body: readonly Block[]
  /** Why they get it, and how it ends: said below, in words that are the same in every room. */
  why: Reason
}

/** The same letter twice: as text, and as HTML. */
export function compose({ to, hub, body, why, ...rest }: Draft): Letter {
  const { locale } = to
  const foot = [`— ${hub}`, reasons[locale][why]]
  const text = [...body.map(textOf), ...foot].filter(Boolean).join('\n\n')
  return {
    ...rest,
    to: to.email,
    language: locale,
    text: `${text}\n`,
    html: (button) => page({ title: rest.subject, body, foot, language: locale, button }),
  }
}

function textOf(block: Block): string {
  if (typeof block === 'string') return block
  if ('act' in block) return `→ ${block.act}\n${block.link}`
  if ('way' in block) return `${block.way}\n${block.link}`
  if ('said' in block) return block.said === '' ? '' : quoted(block.said)
  if ('lines' in block) return block.lines.filter(Boolean).join('\n')
  if ('heading' in block) return `== ${block.heading} ==`
  return block.items.map(itemText).join('\n\n')
}

/** As mail has always quoted (RFC 3676 §4.5). */
const quoted = (words: string): string =>
  words
    .split(/\r?\n/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')

const itemText = ({ title, details, said = '', link }: Item): string =>
  [`• ${title}`, ...[...details, ...quotedLines(said), link].map((line) => `  ${line}`)].join('\n')

const quotedLines = (words: string): string[] => (words === '' ? [] : quoted(words).split('\n'))
