import type { Locale } from '../../../views/language.tsx'
import { contentOf, factLines, lede, opening } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf, unknownToStrangers } from '../received.ts'
import { facts, progressInWords } from './facts.ts'
import type { CommitmentFields } from './fields.ts'
import { texts } from './texts.ts'

const decisive = ['holder', 'target', 'deadline', 'stock']

/**
 * An Article (FEP-b2b8), told again by Update with each new measure. Mastodon shows its name, its summary and a link:
 * so the summary says how far it is, with the day.
 */
export function toObject(entry: Envelope, commitment: CommitmentFields, locale: Locale): WireObject {
  const t = texts[locale]
  const progress = progressInWords(entry, commitment, locale)
  const summary = [lede(entry, 300), progress].filter(Boolean).join(' ')
  const before = factLines(
    [...facts(commitment, locale), { name: 'progress', label: t.progress, value: progress }],
    [...decisive, 'progress'],
    locale,
  )
  return {
    type: 'Article',
    name: entry.title,
    summary,
    content: contentOf(entry, { before, most: 5000, link: t.link, summarised: true }),
    preview: {
      type: 'Note',
      content: contentOf(
        { ...entry, summary, html: '' },
        { before: opening(entry, t.closed), most: 1000, link: t.link },
      ),
    },
  }
}

/** Only hubs speak of commitments: an Article of anybody else is news. */
export const fromObject = (object: ReceivedObject): unknown =>
  fieldsOf(object, 'commitment', unknownToStrangers)
