import { geo, postalAddress } from '../address.ts'
import { lede } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import { zonedText } from '../zoned.ts'
import { endOf, startOf, type EventFields } from './fields.ts'

/** https://schema.org/Event */
export function toSchema(
  entry: Envelope,
  event: EventFields,
  hub: { origin: string; name: string },
): Record<string, unknown> | null {
  if (entry.state !== 'published' || entry.origin !== null) return null
  const end = endOf(event)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: entry.title,
    url: entry.url,
    inLanguage: entry.language,
    description: lede(entry, 300),
    startDate: zonedText(startOf(event), event.timeZone),
    ...(end !== null && { endDate: zonedText(end, event.timeZone) }),
    eventStatus: `https://schema.org/${event.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    ...where(entry, event),
    organizer: { '@type': 'Organization', name: entry.speaker?.name ?? hub.name },
    ...(event.partOf !== '' && {
      superEvent: { '@type': 'Event', url: new URL(`/agenda/${event.partOf}`, hub.origin).href },
    }),
    ...(event.speakers.length > 0 && {
      performer: event.speakers.map(({ name }) => ({ '@type': 'Person', name })),
    }),
    ...(event.free && { isAccessibleForFree: true }),
    ...(event.capacity !== null && { maximumAttendeeCapacity: event.capacity }),
  }
}

function where(entry: Envelope, event: EventFields): Record<string, unknown> {
  const address = postalAddress(entry, event.address)
  const placed = event.venue !== null || Object.keys({ ...address, ...geo(entry) }).length > 0
  const place = {
    '@type': 'Place',
    name: event.venue ?? event.address ?? entry.placeLabel,
    address: { '@type': 'PostalAddress', ...address },
    ...geo(entry),
  }
  const online = event.onlineUrl === null ? null : { '@type': 'VirtualLocation', url: event.onlineUrl }
  const mode = placed ? (online === null ? 'Offline' : 'Mixed') : 'Online'
  const location = [...(placed ? [place] : []), ...(online === null ? [] : [online])]
  if (location.length === 0) return {}
  return {
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: location.length === 1 ? location[0] : location,
  }
}
