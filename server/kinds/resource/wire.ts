import type { Locale } from '../../../views/language.tsx'
import { contentOf, factLines, opening } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import { euro, intent } from '../intent.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf, unknownToStrangers } from '../received.ts'
import { facts } from './facts.ts'
import type { ResourceFields } from './fields.ts'
import { texts } from './texts.ts'

const decisive = [
  'direction',
  'category',
  'terms',
  'price',
  'availability',
  'availableUntil',
  'surface',
  'capacity',
  'levels',
  'format',
  'theme',
  'duration',
  'software',
  'softwareRole',
]

/** Not what is let or lent: who gets it gives it back. */
const handedOver = new Set(['goods', 'equipment', 'document', 'software'])

/** https://schema.org/ */
const conformsTo: Readonly<Record<ResourceFields['category'], string>> = {
  room: 'Room',
  equipment: 'Product',
  'know-how': 'Service',
  'school-talk': 'EducationEvent',
  document: 'DigitalDocument',
  software: 'SoftwareSourceCode',
  goods: 'Product',
}

/** What a marketplace reads (FEP-0837), beside the words; of what is no longer to be had, nothing. */
function proposal(entry: Envelope, resource: ResourceFields): Record<string, unknown> {
  if (entry.state === 'closed') return {}
  const { direction, category, terms, price, priceUnit } = resource
  const isTransfer = handedOver.has(category) && (terms === 'gift' || terms === 'price')
  // A price by the hour is no sum that somebody could agree to.
  const isWhole = price !== null && price > 0 && (priceUnit === null || priceUnit === 'once')
  return {
    purpose: direction === 'need' ? 'request' : 'offer',
    publishes: intent(`${entry.apId}#primary`, {
      action: isTransfer ? 'transfer' : 'deliverService',
      conformsTo: `https://schema.org/${conformsTo[category]}`,
    }),
    ...(isWhole && {
      unitBased: false,
      reciprocal: intent(`${entry.apId}#reciprocal`, { action: 'transfer', conformsTo: euro, amount: price }),
    }),
  }
}

/** A Note, because Mastodon shows nothing of an Article but its title (interop.md §2). */
export const toObject = (entry: Envelope, resource: ResourceFields, locale: Locale): WireObject => ({
  type: 'Note',
  content: contentOf(entry, {
    before: opening(entry, texts[locale].closed) + factLines(facts(resource, locale), decisive, locale),
    most: 2000,
    link: texts[locale].link,
  }),
  ...proposal(entry, resource),
})

export const fromObject = (object: ReceivedObject): unknown =>
  fieldsOf(object, 'resource', unknownToStrangers)
