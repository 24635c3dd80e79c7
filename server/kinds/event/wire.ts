import type { Locale } from '../../../views/language.tsx'
import { coordinates, postalAddress } from '../address.ts'
import { contentOf, factLines } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { WireObject } from '../kind.ts'
import { zonedText } from '../zoned.ts'
import { facts, inWords } from './facts.ts'
import { endOf, startOf, type EventFields } from './fields.ts'
import { texts } from './texts.ts'

const decisive = [
  'when',
  'status',
  'speakers',
  'venue',
  'room',
  'address',
  'onlineUrl',
  'capacity',
  'audience',
  'free',
  'price',
]

/** FEP-8a8e in the terms that Mobilizon reads (interop.md §2.2). */
export function toObject(entry: Envelope, event: EventFields, locale: Locale): WireObject {
  const t = texts[locale]
  const end = endOf(event)
  return {
    type: 'Event',
    name: entry.title,
    summary: dateAndPlace(entry, event, locale),
    content: contentOf(entry, {
      before: factLines(facts(event, locale), decisive, locale),
      most: 7000,
      link: event.registration === 'none' ? t.link : t.linkRegister,
    }),
    mediaType: 'text/html',
    startTime: zonedText(startOf(event), event.timeZone),
    ...(end !== null && { endTime: zonedText(end, event.timeZone) }),
    timezone: event.timeZone,
    inLanguage: entry.language,
    category: 'MEETING',
    'ical:status': event.status.toUpperCase(),
    ...location(entry, event),
    ...participation(entry, event),
    ...(event.partOf !== '' && { superEvent: forumOf(entry, event) }),
    // The page first: Mastodon takes the first link for its card.
    attachment: [{ type: 'Link', name: 'Website', href: entry.url, mediaType: 'text/html' }],
  }
}

/** Where other servers read the event that it is a part of: beside it, at the hub that says both. */
const forumOf = ({ apId }: Envelope, { partOf }: EventFields): string =>
  new URL(`/ap/objects/${partOf}`, apId).href

/** All that Mastodon shows beside the title: ‘samedi 28 novembre 2026, 09:00 – 17:30, Maison…, Gennevilliers’ */
function dateAndPlace(entry: Envelope, event: EventFields, locale: Locale): string {
  const t = texts[locale]
  const placed = [event.venue, entry.placeLabel].filter((part) => part !== null)
  const where = placed.length > 0 || event.onlineUrl === null ? placed : [t.online]
  const warning = event.status === 'confirmed' ? [] : [t.status[event.status]]
  return [...warning, inWords(event, locale), ...where].join(', ')
}

function location(entry: Envelope, event: EventFields): Record<string, unknown> {
  const address = postalAddress(entry, event.address)
  const name = event.venue ?? event.address ?? entry.placeLabel
  if (name === null) return {}
  return {
    location: {
      ...{ type: 'Place', name, address: { type: 'PostalAddress', ...address } },
      ...coordinates(entry),
    },
  }
}

/** Nobody joins from outside: those who want to come are sent to the page, or to where one registers. */
function participation(entry: Envelope, event: EventFields): Record<string, unknown> {
  const elsewhere = event.registration === 'link' ? event.registrationUrl : null
  return {
    joinMode: 'external',
    externalParticipationUrl: elsewhere ?? entry.url,
    ...(event.capacity !== null && { maximumAttendeeCapacity: event.capacity }),
  }
}
