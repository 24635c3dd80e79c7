import { defaultZone } from '../../../views/format.ts'
import type { ReceivedObject } from '../kind.ts'
import { cut } from '../blocks.ts'
import { optionalInteger, optionalLine, optionalUrl } from '../gate.ts'
import { fieldsOf, ifValid, isRecord, listOf, textIn, typed } from '../received.ts'
import { optionalMoment } from '../moment.ts'
import { instantSaid, localOf, zoneNamed } from '../zoned.ts'

export const fromObject = (object: ReceivedObject): unknown => fieldsOf(object, 'event', stranger)

/** An event of Mobilizon, Gancio, WordPress… What does not fit is left out; the start alone is needed. */
function stranger(object: ReceivedObject): unknown {
  const timeZone = zoneNamed(textIn(object, 'timezone') ?? '') ?? defaultZone
  const place = typed(object['location'], 'Place')
  const registrationUrl = ifValid(optionalUrl, textIn(object, 'externalParticipationUrl'))
  return {
    start: local(textIn(object, 'startTime'), timeZone),
    end: ifValid(optionalMoment, local(textIn(object, 'endTime'), timeZone)),
    timeZone,
    status: statusOf(object),
    venue: ifValid(optionalLine(200), cutTo(textIn(place, 'name'), 200)),
    address: ifValid(optionalLine(300), cutTo(addressOf(place?.['address']), 300)),
    onlineUrl: ifValid(optionalUrl, textIn(typed(object['location'], 'VirtualLocation'), 'url')),
    capacity: ifValid(optionalInteger(1, 1_000_000), object['maximumAttendeeCapacity']),
    registration: registrationUrl === null ? 'none' : 'link',
    registrationUrl,
  }
}

/** `2026-11-28T09:00:00+01:00` on the clocks of the place; without an offset it is already there. */
function local(text: string | null, zone: string): string | null {
  if (text === null) return null
  if (!/(Z|[+-]\d\d:?\d\d)$/i.test(text)) return text
  const instant = instantSaid(text)
  return instant === null ? null : localOf(instant, zone)
}

function statusOf(object: ReceivedObject): string {
  const said = `${textIn(object, 'ical:status')} ${textIn(object, 'eventStatus')}`.toLowerCase()
  return said.includes('cancelled') ? 'cancelled' : said.includes('tentative') ? 'tentative' : 'confirmed'
}

/** A PostalAddress, or a line of text. */
function addressOf(address: unknown): string | null {
  if (typeof address === 'string') return address.trim()
  const postal = listOf(address).find(isRecord)
  const town = [textIn(postal, 'postalCode'), textIn(postal, 'addressLocality')].filter(Boolean).join(' ')
  const parts = [textIn(postal, 'streetAddress'), town].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? null : parts.join(', ')
}

const cutTo = (text: string | null, most: number): string | null => (text === null ? null : cut(text, most))
