import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { normalise } from '../../server/federation/normalise.ts'
import { receivedEntry } from '../../server/federation/received-entry.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Envelope } from '../../server/kinds/envelope.ts'
import { kinds } from '../../server/kinds/index.ts'
import { apexOver, fixture } from '../federation/fixtures.ts'
import { openLists, type Lists } from '../feeds/lists.ts'
import { components } from '../feeds/readers.ts'
import { envelopeOf } from '../support/entries.ts'
import { known, published, received } from '../support/publish.ts'

// Where something is, as other software says it, and as it is said to other software.

const as2 = 'https://www.w3.org/ns/activitystreams'
const event = (location: unknown, context: unknown = as2): JsonObject => ({
  '@context': context,
  id: 'https://there.example/events/1',
  type: 'Event',
  name: 'Bal folk',
  url: 'https://there.example/event/bal-folk',
  startTime: '2026-12-19T20:00:00.000+01:00',
  attributedTo: 'https://there.example/actor',
  to: [`${as2}#Public`],
  location,
})

async function readWhere(document: JsonObject) {
  const read = await normalise(document, apexOver([]))
  if (read?.form !== 'object') throw new Error('This is no object.')
  const entry = receivedEntry(read, Date.parse('2026-11-23T12:00:00Z'))
  if (entry === null) throw new Error('This is no entry.')
  return { at: [entry.latitude, entry.longitude], label: entry.placeLabel, fields: entry.fields }
}

/** What an activity is about, in its context. */
const sentBy = (name: string): JsonObject => {
  const { '@context': context, object } = fixture(name)
  return { ...(object as JsonObject), '@context': context }
}

const nowhere = [null, null]
const gancio = {
  id: 'https://there.example/federation/p/7',
  type: 'Place',
  name: 'La Ressourcerie',
  address: '3 quai du Port, Lille',
}

describe('read from others', () => {
  test('Mobilizon says it beside the address', async () => {
    const { at, fields } = await readWhere(sentBy('mobilizon-create-event'))
    expect(at).toEqual([50.6415, 3.0586])
    expect(fields).toMatchObject({ venue: 'Maison des associations', address: '72 rue Royale, 59000 Lille' })
  })

  test('Mobilizon’s context does not turn them around, and an address without a point has none', async () => {
    const context = [
      as2,
      { mz: 'https://joinmobilizon.org/ns#', sc: 'http://schema.org#', address: 'sc:address' },
    ]
    const address = { type: 'PostalAddress', streetAddress: null, addressLocality: 'Lille' }
    const place = { type: 'Place', name: null, id: 'https://there.example/address/1', address }
    expect((await readWhere(event({ ...place, longitude: 3.0586, latitude: 50.6415 }, context))).at).toEqual([
      50.6415, 3.0586,
    ])
    expect((await readWhere(event(place, context))).at).toEqual(nowhere)
  })

  test('Gancio says it beside a line of text, in older versions as nothing', async () => {
    const there = await readWhere(event({ ...gancio, latitude: 50.6366, longitude: 3.0634 }))
    expect(there).toMatchObject({ at: [50.6366, 3.0634], label: 'La Ressourcerie' })
    expect(there.fields).toMatchObject({ address: '3 quai du Port, Lille' })
    for (const place of [gancio, { ...gancio, latitude: null, longitude: null }])
      expect(await readWhere(event(place))).toMatchObject({ at: nowhere, label: 'La Ressourcerie' })
  })

  test('a room online that comes first is no place', async () => {
    const online = { type: 'VirtualLocation', name: 'Visio', url: 'https://visio.example/1' }
    const place = { ...gancio, latitude: 50.6366, longitude: 3.0634 }
    expect(await readWhere(event([online, place]))).toMatchObject({
      at: [50.6366, 3.0634],
      label: 'La Ressourcerie',
    })
    expect((await readWhere(event([place, online]))).at).toEqual([50.6366, 3.0634])
    expect((await readWhere(event(online))).at).toEqual(nowhere)
    expect((await readWhere(event('https://there.example/federation/p/7'))).at).toEqual(nowhere)
  })

  test.each([
    ['text that is a number', '50.6366', '3.0634', [50.6366, 3.0634]],
    ['as precise as a metre, and no more', 50.63661234567, 3.06341234567, [50.63661, 3.06341]],
    ['blank text', ' ', '3.06', nowhere],
    ['one of two', 50.6, null, nowhere],
    ['beyond a pole', 90.1, 3, nowhere],
    ['beyond the day’s line', 50, 180.5, nowhere],
    ['nothing at all', 0, 0, nowhere],
    ['in other notations', '0x32', '0b11', nowhere],
    ['beyond numbers', '1e309', '-1e309', nowhere],
    ['words', 'nord', 'est', nowhere],
    ['lists and things', [50.6], { '@value': '3.06' }, [50.6, 3.06]],
    ['things that are none', {}, [], nowhere],
    ['true and false', true, false, nowhere],
  ])('%s', async (_, latitude, longitude, at) => {
    const read = await readWhere(event({ ...gancio, latitude, longitude }))
    expect(read.at).toEqual(at)
    expect(read.label).toBe('La Ressourcerie')
  })
})

describe('said to others', () => {
  let lists: Lists
  beforeAll(async () => {
    lists = await openLists()
    const { deps, editor } = lists
    await published(deps, editor, 'event', { title: 'Au port', position: '48.9256, 2.2933' })
    await published(deps, editor, 'event', { title: 'Au sud', position: '-21.1, -0.00001' }, { venue: null })
    await published(deps, editor, 'event', { title: 'Sans point' })
    await received(deps, 'event', { title: 'D’ailleurs', latitude: 50, longitude: 3 })
  })
  afterAll(() => lists.deps.close())

  test('calendars have it as GEO, latitude first, and only where there is one (RFC 5545 §3.8.1.6)', async () => {
    const text = await (await lists.feed('ics', 'event')).text()
    const found = new Map(components(text, 'VEVENT').map((one) => [one['SUMMARY'], one['GEO']]))
    expect([...found]).toEqual(
      expect.arrayContaining([
        ['Au port', '48.9256;2.2933'],
        ['Au sud', '-21.1;-0.00001'],
        ['Sans point', undefined],
      ]),
    )
    expect(found.has('D’ailleurs')).toBe(false)
    expect(text).not.toMatch(/GEO:.*(?:e-|NaN|null|undefined)/)
  })

  const there: Partial<Envelope> = { latitude: 48.9256, longitude: 2.2933 }
  const coordinates = { '@type': 'GeoCoordinates', latitude: 48.9256, longitude: 2.2933 }
  const markup = (
    name: 'event' | 'job' | 'resource' | 'organisation',
    where: Partial<Envelope>,
    fields = {},
  ) => {
    const kind = known(name)
    const hub = { origin: 'https://hub.example', name: 'Le hub' }
    return kind.toSchema?.(envelopeOf(kind, where), { ...kind.sample, ...fields }, hub) ?? null
  }

  test('pages have it as schema.org’s GeoCoordinates, of the place and not of the thing', () => {
    expect(markup('event', there)).toMatchObject({
      location: [{ '@type': 'Place', geo: coordinates }, { '@type': 'VirtualLocation' }],
    })
    expect(markup('job', there)).toMatchObject({ jobLocation: { '@type': 'Place', geo: coordinates } })
    expect(markup('resource', there, { category: 'room' })).toMatchObject({
      itemOffered: { '@type': 'Place', geo: coordinates },
    })
    expect(markup('organisation', there)).toMatchObject({ location: { '@type': 'Place', geo: coordinates } })
    expect(JSON.stringify(markup('resource', there, { category: 'equipment' }))).not.toContain('geo')
  })

  test('pages of what names no point have none', () => {
    for (const kind of kinds) {
      const said = kind.toSchema?.(envelopeOf(kind), kind.sample, {
        origin: 'https://hub.example',
        name: 'x',
      })
      expect(JSON.stringify(said ?? null), kind.name).not.toMatch(/GeoCoordinates|latitude/)
    }
  })
})
