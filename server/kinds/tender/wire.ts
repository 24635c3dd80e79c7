import type { Locale } from '../../../views/language.tsx'
import { bytesOf, cut, escaped } from '../blocks.ts'
import { contentOf, factLines, opening } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf, unknownToStrangers } from '../received.ts'
import { facts } from './facts.ts'
import type { Lot, TenderFields } from './fields.ts'
import { isAsked, proposalIdOf, proposalType } from './proposal.ts'
import { lotLine, lotTitle } from './lot-facts.ts'
import { texts } from './texts.ts'

const decisive = ['buyer', 'procedure', 'deadline', 'reference']

/** A Note, because Mastodon shows nothing of an Article but its title (interop.md §2). */
export function toObject(entry: Envelope, tender: TenderFields, locale: Locale): WireObject {
  const t = texts[locale]
  const lots = tender.lots.filter(({ state }) => state !== 'withdrawn')
  return {
    type: 'Note',
    content: contentOf(entry, {
      before:
        opening(entry, t.closed) +
        factLines(facts(tender, locale), decisive, locale) +
        (lots.length > 0 ? lotList(lots, locale) : reason(tender, locale)),
      most: 2000,
      link: lots.length > 0 ? t.link : t.linkAlone,
    }),
    attachment: [
      // The page first: Mastodon takes the first link for its card.
      { type: 'Link', name: entry.title, href: entry.url, mediaType: 'text/html' },
      ...lots.filter((lot) => isAsked(entry, lot)).map((lot) => linkTo(entry, lot, locale)),
    ],
  }
}

/**
 * The way to the lot's own object, a Proposal (FEP-0837): Akkoma and Lemmy refuse a Note that has one among its
 * attachments, and take a link (FEP-e232 has such links among its tags, where some take them for quotations).
 */
const linkTo = (entry: Envelope, lot: Lot, locale: Locale): Record<string, unknown> => ({
  type: 'Link',
  name: lotTitle(lot, locale),
  href: proposalIdOf(entry, lot),
  mediaType: 'application/activity+json',
  rel: proposalType,
})

/** Forty lots would leave no room for the text: the first ones, and how many there are beside. */
const room = 3000

function lotList(lots: readonly Lot[], locale: Locale): string {
  const items: string[] = []
  for (const lot of lots) {
    const item = `<li>${escaped(cut(lotLine(lot, locale), 400))}</li>`
    if (bytesOf(items.join('')) + bytesOf(item) > room) break
    items.push(item)
  }
  const left = lots.length - items.length
  return `<ul>${items.join('')}${left === 0 ? '' : `<li>${escaped(texts[locale].moreLots(left))}</li>`}</ul>`
}

const reason = ({ noLotsReason }: TenderFields, locale: Locale): string =>
  noLotsReason === null
    ? ''
    : factLines(
        [
          {
            name: 'noLotsReason',
            label: texts[locale].fields.noLotsReason,
            value: cut(noLotsReason, 300),
          },
        ],
        ['noLotsReason'],
        locale,
      )

export const fromObject = (object: ReceivedObject): unknown => fieldsOf(object, 'tender', unknownToStrangers)
