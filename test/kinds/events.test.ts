import { describe, expect, test } from 'vitest'
import type { EventFields } from '../../server/kinds/event/fields.ts'
import { event } from '../../server/kinds/event/index.tsx'
import type { ReceivedObject } from '../../server/kinds/kind.ts'
import { envelopeOf } from '../support/entries.ts'

const received = (object: ReceivedObject): EventFields => event.fields.parse(event.fromObject(object))

const mobilizon: ReceivedObject = {
  type: 'Event',
  name: 'Rencontre des coopératives',
  startTime: '2026-11-28T14:00:00+01:00',
  endTime: '2026-11-28T18:00:00+01:00',
  timezone: 'Europe/Paris',
  joinMode: 'external',
  externalParticipationUrl: 'https://inscriptions.example/rencontre',
  'ical:status': 'CONFIRMED',
  maximumAttendeeCapacity: 80,
  location: {
    type: 'Place',
    name: 'La Halle',
    address: {
      type: 'PostalAddress',
      streetAddress: '10 rue du Marché',
      postalCode: '92230',
      addressLocality: 'Gennevilliers',
      addressCountry: 'France',
    },
    latitude: 48.93,
    longitude: 2.3,
  },
}

const gancio: ReceivedObject = {
  type: 'Event',
  name: 'Concert di quartiere',
  startTime: '2026-11-28T20:30:00+01:00',
  location: { type: 'Place', name: 'Il Cortile', address: 'Via Roma 1, Torino', latitude: 45, longitude: 7 },
}

describe('events of strangers', () => {
  test('an event of Mobilizon keeps its hours, its place and where to register', () => {
    expect(received(mobilizon)).toMatchObject({
      start: '2026-11-28T14:00',
      end: '2026-11-28T18:00',
      timeZone: 'Europe/Paris',
      status: 'confirmed',
      venue: 'La Halle',
      address: '10 rue du Marché, 92230 Gennevilliers',
      capacity: 80,
      registration: 'link',
      registrationUrl: 'https://inscriptions.example/rencontre',
    })
  })

  test('an event of Gancio keeps its place; without a zone its hours are shown as here', () => {
    expect(received(gancio)).toMatchObject({
      start: '2026-11-28T20:30',
      end: null,
      timeZone: 'Europe/Paris',
      venue: 'Il Cortile',
      address: 'Via Roma 1, Torino',
      registration: 'none',
    })
  })

  const cases: [what: string, change: ReceivedObject, kept: Partial<EventFields>][] = [
    [
      'hours in UTC are shown on the clocks of the place',
      { startTime: '2026-07-01T07:00:00Z' },
      { start: '2026-07-01T09:00' },
    ],
    [
      'a zone overseas is kept',
      { timezone: 'Indian/Reunion' },
      { start: '2026-11-28T17:00', timeZone: 'Indian/Reunion' },
    ],
    ['a zone that does not exist is ours', { timezone: 'Mars/Olympus' }, { timeZone: 'Europe/Paris' }],
    ['a cancelled event is cancelled', { 'ical:status': 'CANCELLED' }, { status: 'cancelled' }],
    [
      'a script is no registration page',
      { externalParticipationUrl: 'javascript:alert(1)' },
      { registration: 'none', registrationUrl: null },
    ],
    ['a capacity of nobody is unknown', { maximumAttendeeCapacity: -3 }, { capacity: null }],
    [
      'a name without end is cut',
      { location: { type: 'Place', name: 'a'.repeat(5000) } },
      { venue: `${'a'.repeat(199)}…` },
    ],
    [
      'a room online is a link',
      { location: [{ type: 'VirtualLocation', url: 'https://visio.example/a' }] },
      { onlineUrl: 'https://visio.example/a', venue: null },
    ],
    [
      'several places: the first one',
      {
        location: [
          { type: 'Place', name: 'Ici' },
          { type: 'Place', name: 'Là' },
        ],
      },
      { venue: 'Ici' },
    ],
    ['an end that makes no sense is left out', { endTime: 'demain' }, { end: null }],
  ]
  test.each(cases)('%s', (_, change, kept) => {
    expect(received({ ...mobilizon, ...change })).toMatchObject(kept)
  })

  test.each([undefined, null, 'bientôt', 20261128, '2026-02-30T09:00', ['2026-11-28T09:00']])(
    'without a start (%j) there are no fields',
    (startTime) => {
      expect(event.fields.safeParse(event.fromObject({ ...mobilizon, startTime })).success).toBe(false)
    },
  )
})

describe('our own events, as strangers read them', () => {
  const sent = (change: Partial<EventFields> = {}) =>
    event.toObject(envelopeOf(event), { ...event.sample, ...change }, 'fr')

  test('say date and place in words, hours with their offset, and where to register', () => {
    expect(sent()).toMatchObject({
      type: 'Event',
      name: 'Réparer, partager & recommencer',
      startTime: '2026-11-28T09:00:00+01:00',
      endTime: '2026-11-28T17:30:00+01:00',
      timezone: 'Europe/Paris',
      joinMode: 'external',
      externalParticipationUrl: 'https://hub.example/agenda/exemple',
      maximumAttendeeCapacity: 250,
      'ical:status': 'CONFIRMED',
      location: {
        type: 'Place',
        name: 'Maison des associations',
        address: {
          type: 'PostalAddress',
          streetAddress: '12 place du Marché',
          addressLocality: 'Gennevilliers',
          addressCountry: 'FR',
        },
      },
    })
    expect(sent().summary).toMatch(
      /^samedi 28 novembre 2026.*9\u00a0h.*17\u00a0h\u00a030, Maison des associations, Gennevilliers \(92\)$/,
    )
  })

  test('come back the same from a server that keeps only what Mobilizon knows', () => {
    const { venue, start, end, timeZone, capacity } = received({ ...sent() })
    expect({ venue, start, end, timeZone, capacity }).toEqual({
      venue: 'Maison des associations',
      start: '2026-11-28T09:00',
      end: '2026-11-28T17:30',
      timeZone: 'Europe/Paris',
      capacity: 250,
    })
  })

  test('say first that they are cancelled', () => {
    expect(sent({ status: 'cancelled' }).summary).toMatch(/^Annulé, samedi/)
  })

  test('of a programme name their forum at the hub that says both, and nothing recurs', () => {
    const id = '019ab000-0000-7000-8000-000000000099'
    expect(sent({ partOf: id })).toMatchObject({ superEvent: `https://hub.example/ap/objects/${id}` })
    expect(sent()).not.toHaveProperty('superEvent')
    // Whatever address is sent, it is an id of one hub: nobody is led elsewhere by it.
    for (const typed of ['https://ailleurs.example/ap/objects/x1', '/agenda/x1?page=2#a', 'x1/'])
      expect(event.fields.parse({ ...event.sample, partOf: typed }).partOf).toBe('x1')
    for (const wrong of ['a b', 'javascript:alert(1)', '../..', 'é', {}, 7])
      expect(event.fields.safeParse({ ...event.sample, partOf: wrong }).success).toBe(false)
  })

  test('leave out an end that comes before the start, everywhere', () => {
    const odd = { ...event.sample, end: '2026-11-28T08:00' }
    expect(sent(odd)).not.toHaveProperty('endTime')
    expect(event.when?.(envelopeOf(event), odd)?.endsAt).toBeNull()
    expect(event.derive(odd).closesAt).toBe(Date.parse('2026-11-28T22:59:59.999Z'))
  })
})
