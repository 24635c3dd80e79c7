import { geo, postalAddress } from '../address.ts'
import type { Envelope } from '../envelope.ts'
import type { ResourceFields } from './fields.ts'

const functions = {
  gift: 'http://purl.org/goodrelations/v1#Dispose',
  loan: 'http://purl.org/goodrelations/v1#LeaseOut',
  rent: 'http://purl.org/goodrelations/v1#LeaseOut',
  price: 'http://purl.org/goodrelations/v1#ProvideService',
} as const

const items = {
  room: 'Place',
  equipment: 'Product',
  'know-how': 'Service',
  'school-talk': 'Service',
  document: 'CreativeWork',
  software: 'SoftwareSourceCode',
  goods: 'Product',
} as const

/** https://schema.org/Offer or https://schema.org/Demand */
export function toSchema(entry: Envelope, resource: ResourceFields): Record<string, unknown> | null {
  if (entry.state !== 'published' || entry.origin !== null) return null
  const { direction, terms, category, price, availableFrom, availableUntil } = resource
  const free = terms === 'gift' || terms === 'loan'
  const address = postalAddress(entry, resource.address)
  return {
    '@context': 'https://schema.org',
    '@type': direction === 'offer' ? 'Offer' : 'Demand',
    name: entry.title,
    url: entry.url,
    ...(entry.summary !== '' && { description: entry.summary }),
    businessFunction: functions[terms],
    ...((price !== null || free) && { price: price ?? 0, priceCurrency: 'EUR' }),
    ...(availableFrom !== null && { availabilityStarts: availableFrom }),
    ...(availableUntil !== null && { availabilityEnds: availableUntil }),
    itemOffered: {
      '@type': items[category],
      name: entry.title,
      ...(category === 'room' && { address: { '@type': 'PostalAddress', ...address }, ...geo(entry) }),
      ...(category === 'room' &&
        resource.capacity !== null && { maximumAttendeeCapacity: resource.capacity }),
      ...(category === 'software' && resource.repository !== null && { codeRepository: resource.repository }),
      ...(items[category] !== 'Place' &&
        entry.licence !== null && { license: `https://spdx.org/licenses/${entry.licence}` }),
    },
    ...(entry.placeLabel !== null && { areaServed: entry.placeLabel }),
    ...(entry.speaker !== null && { offeredBy: { '@type': 'Organization', name: entry.speaker.name } }),
  }
}
