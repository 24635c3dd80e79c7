import { Socket } from 'node:net'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { normalise } from '../../server/federation/normalise.ts'
import { cleaned } from '../../server/federation/normalise/cleaning.ts'
import { apexOver, fixture, fixtureNames } from './fixtures.ts'

const AS2 = 'https://www.w3.org/ns/activitystreams'
const apex = apexOver([])

function note(more: JsonObject): JsonObject {
  return { '@context': AS2, id: 'https://a.example/1', type: 'Note', content: 'x', ...more }
}

async function readNote(more: JsonObject) {
  const node = await normalise(note(more), apex)
  if (node?.form !== 'object') throw new TypeError('no object')
  return node
}

const directives: [string, JsonObject][] = [
  ['@graph', note({ '@graph': [{ id: 'https://b.example/2', type: 'Note' }] })],
  ['@included', note({ '@included': [{ id: 'https://b.example/2' }] })],
  ['@reverse', note({ '@reverse': { object: { id: 'https://b.example/2' } } })],
  ['@nest', note({ '@nest': { actor: 'https://b.example/a' } })],
  ['@graph far inside', note({ tag: [{ type: 'Hashtag', other: { '@graph': [] } }] })],
  ['an alias of @graph', note({ '@context': [AS2, { also: '@graph' }] })],
  ['an alias of @included', note({ '@context': [AS2, { also: { '@id': '@included' } }] })],
  ['an alias of id', note({ '@context': [AS2, { url: '@id' }] })],
  ['an alias of type', note({ '@context': [AS2, { kind: { '@id': '@type' } }], kind: 'Create' })],
  ['id and type exchanged', note({ '@context': [AS2, { id: '@type', type: '@id' }] })],
  ['a reverse term', note({ '@context': [AS2, { of: { '@reverse': 'as:object' } }] })],
  ['a nesting term', note({ '@context': [AS2, { in: { '@id': 'as:x', '@nest': 'y' } }] })],
  ['an imported context', note({ '@context': [AS2, { '@import': 'https://evil.example/c' }] })],
  [
    'a context in a context',
    note({ '@context': [AS2, { x: { '@id': 'as:x', '@context': { y: 'as:y' } } }] }),
  ],
  ['no context at all, by null', note({ '@context': [AS2, null] })],
  ['an alias in an embedded context', note({ tag: { '@context': { x: '@type' }, x: 'Mention' } })],
  ['more than four inline contexts', note({ '@context': [AS2, {}, {}, {}, {}, {}] })],
  ['contexts spread over a document', note({ tag: [1, 2, 3, 4, 5].map(() => ({ '@context': {} })) })],
  ['a context list without end', note({ '@context': Array.from({ length: 5_000 }, () => AS2) })],
  [
    'a context of more than 100 terms',
    note({
      '@context': [AS2, Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`t${at}`, `as:t${at}`]))],
    }),
  ],
]

test.each(directives)(
  'is refused without asking JSON-LD (interop rules 17, 18) › %s',
  async (_, document) => {
    const fromJSONLD = vi.fn(apex.fromJSONLD)
    expect(await normalise(document, { fromJSONLD })).toBeNull()
    expect(fromJSONLD).not.toHaveBeenCalled()
  },
)

test('a context as large as allowed › is read, and needs no JSON-LD', async () => {
  const fromJSONLD = vi.fn(apex.fromJSONLD)
  const terms = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`t${at}`, `https://x.example/ns#${at}`]),
  )
  expect(await normalise(note({ '@context': [AS2, terms, {}, {}, {}] }), { fromJSONLD })).not.toBeNull()
  expect(fromJSONLD).not.toHaveBeenCalled()
})

test('prefixes that go in a circle › end', async () => {
  const context = { a: 'b:x', b: 'c:x', c: 'a:x', content: 'a:y' }
  const connect = vi.spyOn(Socket.prototype, 'connect')
  expect(await normalise(note({ '@context': [AS2, context] }), apex)).toBeNull()
  expect(connect).not.toHaveBeenCalled()
})

test('the meaning of a term cannot be changed unseen by an extension (interop rule 18)', async () => {
  const document = note({
    '@context': [AS2, { attributedTo: 'https://evil.example/ns#by' }],
    attributedTo: 'https://b.example/a',
  })
  expect(await normalise(document, apex)).toMatchObject({ attributedTo: [] })
  expect(
    await normalise(
      note({ '@context': [AS2, { attributedTo: null }], attributedTo: 'https://b.example/a' }),
      apex,
    ),
  ).toMatchObject({ attributedTo: [] })
})

test('prototype keys have no effect, wherever they stand (interop rule 32)', async () => {
  const received: unknown = JSON.parse(`{
    "@context": "${AS2}", "id": "https://a.example/1", "type": "Note", "__proto__": { "admin": 1 },
    "constructor": { "prototype": { "admin": 1 } }, "contentMap": { "__proto__": "x", "fr": "Bon" },
    "tag": [{ "type": "Hashtag", "name": "#a", "__proto__": { "href": "https://evil.example" } }],
    "maillonItem": { "v": 1, "__proto__": { "admin": 1 }, "fields": { "constructor": 1, "hours": 35 } }
  }`)
  const node = await normalise(received, apex)
  if (node?.form !== 'object') throw new TypeError('no object')
  expect(node.maillonItem).toEqual({ v: 1, fields: { hours: 35 } })
  expect(node.contentMap).toEqual({ fr: 'Bon' })
  expect(node.tags).toEqual([{ type: 'Hashtag', name: '#a', href: null }])
  for (const object of [node, node.maillonItem, node.contentMap, node.tags[0], {}])
    expect(Reflect.get(object ?? {}, 'admin')).toBeUndefined()
})

test('prototype keys are not even copied (interop rule 32)', () => {
  const clean = cleaned(
    JSON.parse('{ "constructor": 1, "__proto__": { "a": 1 }, "tag": { "prototype": 1, "name": "x" } }'),
  )
  expect(clean?.document).toStrictEqual({ tag: { name: 'x' } })
  expect(Reflect.get(clean?.document ?? {}, 'a')).toBeUndefined()
})

test('keys of our own bookkeeping are not taken from strangers', async () => {
  const node = await readNote({ _meta: { privateKey: 'x' }, _local: 1 })
  const { raw: _, ...read } = node
  expect(JSON.stringify(read)).not.toMatch(/_meta|_local|privateKey/)
})

test.each([
  null,
  undefined,
  1,
  'x',
  true,
  [],
  [note({})],
  {},
  { type: 'Note' },
  { id: 'https://a.example/1' },
  { type: 'Follow', id: 'https://a.example/1', object: 'https://b.example' },
])('what is no document, or says not who does it, cannot be used › %j', async (received) => {
  expect(await normalise(received, apex)).toBeNull()
})

test('a document that JSON-LD cannot read › cannot be used, and throws nothing', async () => {
  expect(await normalise(note({ '@id': 'https://b.example/2' }), apex)).toBeNull()
  expect(await normalise(note({ '@context': [AS2, { '@vocab': 7 }] }), apex)).toBeNull()
  expect(
    await normalise(
      note({ '@context': [AS2, { content: { '@id': 'as:content', '@container': '@nonsense' } }] }),
      apex,
    ),
  ).toBeNull()
})

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(
    AS2,
    'as:Public',
    '@id',
    { '@value': 1 },
    { '@list': [1] },
    { '@set': {} },
    { '@context': { x: 'as:x' } },
  ),
)

test('whatever is put in the place of any part of any document › nothing throws and no socket is opened', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...fixtureNames),
      fc.nat(),
      anything,
      fc.boolean(),
      async (name, place, value, inside) => {
        const document = fixture(name)
        const embedded = document['object']
        const target = inside && typeof embedded === 'object' && embedded !== null ? embedded : document
        const keys = [
          ...Object.keys(target),
          '@context',
          '@id',
          '@type',
          '@language',
          'as:object',
          'maillonItem',
        ]
        Reflect.set(target, keys[place % keys.length] ?? 'id', value)
        await normalise(document, apex)
      },
    ),
    { numRuns: 400 },
  )
  expect(connect).not.toHaveBeenCalled()
})
