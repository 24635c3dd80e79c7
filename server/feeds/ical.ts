import type { ICalEventData, ICalEventStatus } from 'ical-generator'
import type { Entry } from '../entries/load.ts'
import type { Occurrence } from '../kinds/kind.ts'
import { positionOf } from '../places/position.ts'
import { excerpt, plainText } from '../text/html.ts'
import type { Channel } from './channel.ts'

/**
 * RFC 5545. Times are instants in UTC, which every calendar shows on its reader's clocks: an hour with the
 * name of a zone would need that zone's rules beside it.
 */
export async function ical(channel: Channel): Promise<string> {
  const {
    default: calendar,
    ICalCalendarMethod: methods,
    ICalEventStatus: words,
  } = await import('ical-generator')
  const statuses = { confirmed: words.CONFIRMED, tentative: words.TENTATIVE, cancelled: words.CANCELLED }
  return calendar({
    name: `${channel.title} – ${channel.hub.name}`,
    ...(channel.method && { method: methods[channel.method] }),
    prodId: { company: 'Maillon', product: 'Maillon', language: channel.locale.toUpperCase() },
    url: channel.page,
    source: channel.self,
    ttl: 6 * 3600,
    events: channel.entries.flatMap((entry) => event(entry, channel, statuses) ?? []),
  }).toString()
}

function event(
  { envelope, kind, fields }: Entry,
  { hub, method }: Channel,
  statuses: Record<NonNullable<Occurrence['status']>, ICalEventStatus>,
): ICalEventData | null {
  const when = fields === null ? null : (kind.when?.(envelope, fields) ?? null)
  if (when === null) return null
  const updated = new Date(envelope.updatedAt)
  return {
    // The same for ever, so that a change moves the date instead of adding another.
    id: `${envelope.id}@${new URL(hub.origin).host}`,
    // What calls it off comes after all that was said before.
    sequence: method === 'CANCEL' ? envelope.revision : envelope.revision - 1,
    start: new Date(when.startsAt),
    ...(when.endsAt !== null && { end: new Date(when.endsAt) }),
    stamp: updated,
    lastModified: updated,
    created: new Date(envelope.createdAt),
    summary: envelope.title,
    description: { plain: described(envelope) },
    url: envelope.url,
    ...located(envelope, when.location),
    categories: envelope.tags.map(({ label }) => ({ name: label })),
    status: statuses[method === 'CANCEL' ? 'cancelled' : (when.status ?? 'confirmed')],
  }
}

function described({ summary, html, url }: Entry['envelope']): string {
  return [summary, excerpt(plainText(html), 2000), url].filter(Boolean).join('\n\n')
}

/** GEO is beside LOCATION, not in it: https://www.rfc-editor.org/rfc/rfc5545#section-3.8.1.6 */
function located(envelope: Entry['envelope'], location: string | null): Pick<ICalEventData, 'location'> {
  const position = positionOf(envelope)
  if (position === null) return location === null ? {} : { location }
  const geo = { lat: position.latitude, lon: position.longitude }
  return { location: location === null ? { geo } : { title: location, geo } }
}
