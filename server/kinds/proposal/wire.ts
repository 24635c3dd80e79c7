import type { Locale } from '../../../views/language.tsx'
import { contentOf, factLines, lede, opening } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf, unknownToStrangers } from '../received.ts'
import { facts } from './facts.ts'
import type { ProposalFields } from './fields.ts'
import { latest, quoteInWords } from './said.ts'
import { texts } from './texts.ts'

const decisive = ['reference', 'decider', 'sourceLabel', 'sourceDay']

/**
 * An Article (FEP-b2b8), told again by Update. Mastodon shows its name, its summary and a link: so the summary says
 * what became of it, and on what day somebody said so.
 */
export function toObject(entry: Envelope, proposal: ProposalFields, locale: Locale): WireObject {
  const t = texts[locale]
  const fate = latest(proposal, locale)
  const summary = [lede(entry, 400), fate].filter(Boolean).join(' ')
  const before =
    quoteInWords(proposal) + `<p>${fate}</p>` + factLines(facts(proposal, locale), decisive, locale)
  return {
    type: 'Article',
    name: entry.title,
    summary,
    content: contentOf(entry, { before, most: 4000, link: t.link, summarised: true }),
    preview: {
      type: 'Note',
      content: contentOf(
        { ...entry, summary, html: '' },
        { before: opening(entry, t.closed), most: 1000, link: t.link },
      ),
    },
  }
}

/** Only hubs speak of proposals: an Article of anybody else is news. */
export const fromObject = (object: ReceivedObject): unknown =>
  fieldsOf(object, 'proposal', unknownToStrangers)
