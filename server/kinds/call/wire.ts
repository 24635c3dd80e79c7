import type { Locale } from '../../../views/language.tsx'
import { formatCount, formatMoment } from '../../../views/format.ts'
import { cut, escaped } from '../blocks.ts'
import { contentOf, factLines, lede, opening } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf, unknownToStrangers } from '../received.ts'
import { facts } from './facts.ts'
import { deadlineOf, type CallFields } from './fields.ts'
import { texts } from './texts.ts'

const decisive = [
  'phase',
  'organiser',
  'commentsUntil',
  'opens',
  'deadline',
  'budget',
  'budgetMax',
  'who',
  'existing',
  'criteria',
  'jury',
  'laureates',
  'decidedOn',
]

/** An Article (FEP-b2b8). Mastodon shows its name, its summary and a link: the summary must stand alone. */
export function toObject(entry: Envelope, call: CallFields, locale: Locale): WireObject {
  const t = texts[locale]
  const summary = inShort(entry, call, locale)
  // The whole of it is one link away.
  const first = { ...call, sections: call.sections.slice(0, 12), laureates: call.laureates.slice(0, 10) }
  return {
    type: 'Article',
    name: entry.title,
    summary,
    content: contentOf(entry, {
      before: factLines(facts(first, locale), decisive, locale) + specification(first, locale),
      most: 5000,
      link: t.link,
      summarised: true,
    }),
    // For those who show short texts alone (FEP-b2b8).
    preview: {
      type: 'Note',
      content: contentOf(
        { ...entry, summary, html: '' },
        { before: opening(entry, t.closed), most: 1000, link: t.link },
      ),
    },
  }
}

/** What stage it is at and until when, who may answer, what it is about. */
export function inShort(entry: Envelope, call: CallFields, locale: Locale): string {
  const t = texts[locale]
  const deadline = deadlineOf(call)
  const stage =
    call.phase === 'open' && deadline !== null
      ? t.openUntil(formatMoment(deadline, locale, call.timeZone))
      : call.phase === 'decided' && call.laureates.length > 0
        ? t.results(formatCount(call.laureates.length, locale, t.retained))
        : `${t.phase[call.phase]}.`
  const who = call.answerers.map((one) => t.answerers[one]).join(', ')
  const about = lede(entry, 300)
  return cut([stage, who === '' ? '' : t.forWhom(who), about].filter((part) => part !== '').join(' '), 500)
}

/** What its parts are called: their text is read on the page, where it can be commented on. */
const specification = ({ sections }: CallFields, locale: Locale): string =>
  sections.length === 0
    ? ''
    : `<p>${escaped(texts[locale].specification)}</p><ul>${sections
        .map(({ title }) => `<li>${escaped(title)}</li>`)
        .join('')}</ul>`

export const fromObject = (object: ReceivedObject): unknown => fieldsOf(object, 'call', unknownToStrangers)
