import type { Envelope } from '../envelope.ts'
import { deadlineOf, type Lot, type TenderFields } from './fields.ts'
import { lotTitle } from './lot-facts.ts'
import { localeOf } from '../../../views/language.tsx'

/** https://schema.org/Demand: what the buyer asks for, and each lot of it that is still to be had. */
export function toSchema(entry: Envelope, tender: TenderFields): Record<string, unknown> | null {
  const deadline = deadlineOf(tender)
  if (entry.state !== 'published' || entry.origin !== null) return null
  const lots = tender.lots.filter(({ state }) => state === 'open')
  if (tender.lots.length > 0 && lots.length === 0) return null
  return {
    '@context': 'https://schema.org',
    '@type': 'Demand',
    name: entry.title,
    url: entry.url,
    ...(entry.summary !== '' && { description: entry.summary }),
    ...(tender.reference !== null && { identifier: tender.reference }),
    ...(deadline !== null && { validThrough: new Date(deadline).toISOString() }),
    ...(entry.placeLabel !== null && { areaServed: entry.placeLabel }),
    seller: {
      '@type': 'Organization',
      name: tender.buyer,
    },
    ...(lots.length > 0 && { itemOffered: lots.map((lot) => lotSchema(entry, lot)) }),
  }
}

/** https://schema.org/Service */
const lotSchema = (entry: Envelope, lot: Lot): Record<string, unknown> => ({
  '@type': 'Service',
  name: lotTitle(lot, localeOf(entry.language) ?? 'fr'),
  url: `${entry.url}/lots/${lot.number}`,
  ...(lot.description !== null && { description: lot.description }),
  ...(lot.placeName !== null && { areaServed: lot.placeName }),
  ...(lot.cpv !== null && {
    identifier: { '@type': 'PropertyValue', propertyID: 'CPV', value: lot.cpv },
  }),
})
