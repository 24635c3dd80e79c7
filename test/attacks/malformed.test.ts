import * as fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { fixtureNames } from '../federation/fixtures.ts'
import { asSent, seeded, watchCosts } from './fuzz.ts'
import { nasty } from './mutation.ts'
import { newcomer, type Someone } from './peer.ts'
import { openWorld, unchanged, type Sent, type World } from './world.ts'

// What nobody may have meant: each is refused, and leaves no row anywhere.

let world: World
let mallory: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld()
  mallory = world.evil.actor('mallory')
  entry = (await world.hub.publish('job')).envelope.apId
  await world.follow(mallory)
})
afterAll(() => world.close())

/** Somewhere in a text, by a number from 0 to 1. */
const placeIn = (text: string, part: number): number => 1 + Math.floor(part * (text.length - 2))

interface Draw {
  name: string
  part: number
  value: unknown
}
const draw = fc.record({
  name: fc.constantFrom(...fixtureNames),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  value: fc.oneof(nasty, fc.jsonValue({ maxDepth: 2 })),
})

type Breaking = (text: string, draw: Draw, document: JsonObject) => string | Buffer

const inserted =
  (bytes: readonly number[]): Breaking =>
  (text, { part }) => {
    const at = placeIn(text, part)
    return Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from(bytes), Buffer.from(text.slice(at))])
  }
const without =
  (key: string): Breaking =>
  (_, __, document) =>
    JSON.stringify({ ...document, [key]: undefined })
const instead =
  (key: string): Breaking =>
  (_, { value }, document) =>
    JSON.stringify({ ...document, [key]: typeof value === 'string' ? { id: value.length } : value })

/** Ways of breaking what would have been good. */
const breakings: Readonly<Record<string, Breaking>> = {
  'is cut off': (text, { part }) => Buffer.from(text).subarray(0, placeIn(text, part)),
  'is empty': () => '',
  'is blank': () => ' \r\n\t',
  'goes on behind its end': (text, { part }) => text + (part < 0.5 ? '}' : text),
  'holds a byte that is no UTF-8': inserted([0xff]),
  'holds half a letter': inserted([0xc3]),
  'holds a surrogate as bytes': inserted([0xed, 0xa0, 0x80]),
  'holds a slash in two bytes': inserted([0xc0, 0xaf]),
  'holds a zero byte': inserted([0]),
  'is UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'is UTF-16 with its mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'is UTF-16 the other way': (text) => Buffer.from(text, 'utf16le').swap16(),
  'is packed': (text) => gzipSync(text),
  'is in single quotes': (text) => text.replaceAll('"', "'"),
  'has a comment': (text) => `/* ${text.length} */${text}`,
  'has a comma too many': (text) => `${text.slice(0, -1)},}`,
  'has a number that is none': (text) => text.replace('{', '{"n":NaN,'),
  'has a number without end': (text) => text.replace('{', '{"n":1e,'),
  'says its id twice': (text) => text.replace('{', '{"id":"https://x.test/1",'),
  'says its actor twice, in another spelling': (text) => text.replace('{', '{"\\u0061ctor":"x",'),
  'says a key of prototypes twice': (text) => text.replace('{', '{"__proto__":{},"__proto__":{"a":1},'),
  'is deeper than anybody reads': (text, { part }) => {
    const levels = 33 + Math.floor(part * 20_000)
    return text.replace('{', `{"d":${'['.repeat(levels)}${']'.repeat(levels)},`)
  },
  'is deep in objects': (text, { part }) => {
    const levels = 33 + Math.floor(part * 5_000)
    return text.replace('{', `{"d":${'{"d":'.repeat(levels)}1${'}'.repeat(levels)},`)
  },
  'is wider than anybody reads': (text, { part }) =>
    text.replace('{', `{"w":[${'0,'.repeat(2_000 + Math.floor(part * 50_000))}0],`),
  'has more keys than anybody reads': (text, { part }) => {
    const keys = Array.from({ length: 2_001 + Math.floor(part * 5_000) }, (_, at) => `"k${at}":0,`)
    return text.replace('{', `{${keys.join('')}`)
  },
  'is longer than anybody reads': (text, { part }) =>
    text.replace('{', `{"l":"${'x'.repeat(262_144 + Math.floor(part * 300_000))}",`),
  'is a list': (text) => `[${text}]`,
  'is something else': (_, { value }) => JSON.stringify([value]),
  'is a word': (text) => JSON.stringify(text),
  'has no id': without('id'),
  'has no type': without('type'),
  'has no actor': without('actor'),
  'has an id that is none': instead('id'),
  'has an actor that is none': instead('actor'),
}
const breaking = fc.constantFrom(...Object.keys(breakings))

/** What each of many bodies is answered. */
async function answersTo(
  runs: number,
  how: fc.Arbitrary<string>,
  send: (body: Buffer, draw: Draw, place: number) => Promise<number>,
): Promise<Map<string, Set<number>>> {
  const answers = new Map<string, Set<number>>()
  const costs = watchCosts()
  let at = 0
  await fc.assert(
    fc.asyncProperty(how, draw, async (name, drawn) => {
      const place = ++at
      const status = await costs.of((again) => {
        const document = asSent(world, mallory, entry, drawn.name, `${place}-${again}`)
        const broken =
          breakings[name]?.(JSON.stringify(document), drawn, document) ?? JSON.stringify(document)
        return send(Buffer.isBuffer(broken) ? broken : Buffer.from(broken), drawn, place)
      })
      answers.set(name, (answers.get(name) ?? new Set()).add(status))
    }),
    seeded(runs),
  )
  await costs.expectBounded()
  return answers
}

const from = (place: number): Record<string, string> => ({ 'x-forwarded-for': `10.${place % 200}.1.1` })

test('four thousand bodies that are none, well signed: each is refused, cheaply, and leaves nothing', async () => {
  await unchanged(world, async () => {
    const answers = await answersTo(4_000, breaking, async (body, _, place) => {
      return (await world.post(mallory, body, { headers: from(place) })).status
    })
    const expected = Object.keys(breakings).map((name) => [name, expect.toSatisfy(isRefusal)])
    expect([...answers].toSorted()).toEqual(expected.toSorted())
  })
}, 180_000)

const isRefusal = (statuses: Set<number>): boolean =>
  [...statuses].every((status) => [400, 401, 403, 413].includes(status))

test('three thousand bodies, good or not, that nobody has signed: nothing is kept, and only the sender is asked', async () => {
  const stranger = newcomer('http://canary.test', 'stranger')
  const unsigned = { signature: null, 'signature-input': null }
  const wrong: readonly ((body: Buffer, draw: Draw) => Sent)[] = [
    () => ({ headers: unsigned }),
    () => ({ headers: { digest: null } }),
    () => ({ headers: { date: null } }),
    () => ({ at: world.hub.deps.now() - 7_200_000 }),
    () => ({ key: { ...stranger.key, id: mallory.key.id } }),
    () => ({ key: { ...mallory.key, id: `${mallory.id}#other` } }),
    () => ({ key: stranger.key }),
    () => ({ key: { ...mallory.key, id: world.hub.actor('hub') } }),
    () => ({ signedFor: `${world.good.origin}/inbox` }),
    (body) => ({ body: Buffer.concat([body, Buffer.from(' ')]) }),
    (_, { value }) => ({ headers: { signature: header(value) } }),
    (_, { value }) => ({ scheme: 'rfc9421', headers: { 'signature-input': header(value) } }),
    (_, { value }) => ({ scheme: 'rfc9421', headers: { 'content-digest': header(value) } }),
  ]
  await unchanged(world, async () => {
    const answers = await answersTo(
      3_000,
      fc.oneof(breaking, fc.constant('is good')),
      async (body, drawn, place) => {
        const sent = wrong[place % wrong.length]?.(body, drawn) ?? {}
        return (await world.post(mallory, body, { ...sent, headers: { ...sent.headers, ...from(place) } }))
          .status
      },
    )
    expect([...answers.values()].flatMap((statuses) => [...statuses]).every((status) => status < 500)).toBe(
      true,
    )
    expect([...(answers.get('is good') ?? [])]).toEqual([401])
    expect(world.good.asked).toEqual([])
    expect(world.canary.sockets).toBe(0)
  })
}, 180_000)

/** Whatever it is, as the value of a header that a client would send. */
const header = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value))
    .replaceAll(/[^\t\x20-\x7e]/g, '?')
    .trim()
    .slice(0, 4_000)
