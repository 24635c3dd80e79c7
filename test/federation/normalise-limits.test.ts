import { expect, test, vi } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { normalise } from '../../server/federation/normalise.ts'
import { apexOver } from './fixtures.ts'

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

test('longer lists are cut, not refused (interop rule 16)', async () => {
  const people = Array.from({ length: 10_000 }, (_, at) => `https://b.example/u/${at}`)
  const mentions = people.slice(0, 60).map((href) => ({ type: 'Mention', href }))
  const hashtags = people.slice(0, 60).map((href) => ({ type: 'Hashtag', name: '#x', href }))
  const images = people.slice(0, 40).map((url) => ({ type: 'Image', url }))
  const cut = await readNote({
    to: people.slice(0, 400),
    cc: people.slice(400, 900),
    tag: [...mentions, ...hashtags],
    attachment: images,
  })
  expect(cut.to.length).toBe(400)
  expect(cut.cc.length).toBe(100)
  // Of the first 64 tags, 60 name people: 32 of these stay, and 4 others.
  expect(cut.tags.filter((tag) => tag.type === 'Mention').length).toBe(32)
  expect(cut.tags.length).toBe(36)
  expect(cut.attachments.length).toBe(16)
  expect((await readNote({ to: people })).to.length).toBe(500)
  expect((await readNote({ attachment: images.slice(0, 1) })).attachments.length).toBe(1)
})

test('longer texts are cut', async () => {
  const cut = await readNote({ content: 'é'.repeat(200_000), name: 'n'.repeat(9_000) })
  expect(cut.content?.length).toBe(65_536)
  expect(cut.name?.length).toBe(2_048)
})

test('nesting beyond all need is refused, however deep (interop rule 16)', async () => {
  let deep: unknown = 'x'
  for (let at = 0; at < 100_000; at++) deep = at % 2 === 0 ? [deep] : { object: deep }
  expect(await normalise(note({ tag: deep }), apex)).toBeNull()
  let allowed: unknown = 'x'
  for (let at = 0; at < 20; at++) allowed = { nested: allowed }
  expect(await normalise(note({ other: allowed }), apex)).not.toBeNull()
})

test('more parts than any document has are refused', async () => {
  const wide = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`k${at}`, Array.from({ length: 200 }, () => 1)]),
  )
  expect(await normalise(note(wide), apex)).toBeNull()
})

test('what needs JSON-LD is refused when it is large, since that is what costs', async () => {
  const context = [AS2, { texte: 'as:content' }]
  const parts = (count: number) =>
    Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [`https://x.example/${at}`, Array(count).fill('x')]),
    )
  expect(await normalise(note({ '@context': context, ...parts(50) }), apex)).not.toBeNull()
  const fromJSONLD = vi.fn(apex.fromJSONLD)
  expect(await normalise(note({ '@context': context, ...parts(450) }), { fromJSONLD })).toBeNull()
  expect(fromJSONLD).not.toHaveBeenCalled()
  expect(await normalise(note(parts(450)), { fromJSONLD })).not.toBeNull()
})

test.each([
  ['more than 64 KB', { v: 1, text: 'é'.repeat(33_000) }],
  ['deeper than 8', { a: { a: { a: { a: { a: { a: { a: { a: {} } } } } } } } }],
  ['a key of JSON-LD', { v: 1, fields: { '@id': 'https://evil.example' } }],
  ['a list', [{ v: 1 }]],
])('typed data is dropped and its envelope kept › %s', async (_, maillonItem) => {
  expect(await readNote({ maillonItem })).toMatchObject({ content: 'x', maillonItem: null })
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//evil.example/1',
  '/1',
  'https://a.example/ 1',
  'https://a.example\\@evil.example/1',
  'https://',
  `https://a.example/${'x'.repeat(3_000)}`,
  '',
  1,
  null,
  {},
  ['nothing'],
])('what is no http address is no id › %j', async (id) => {
  expect(await normalise(note({ id }), apex)).toBeNull()
  expect(await readNote({ inReplyTo: id, url: id, attributedTo: id })).toMatchObject({
    inReplyTo: null,
    url: null,
    attributedTo: [],
  })
})

test.each(['2026-13-40T00:00:00Z', 'demain', '1700000000', 1_700_000_000, {}, '+275760-09-13T00:00:00Z'])(
  'what is no date is none › %j',
  async (published) => {
    expect(await readNote({ published })).toMatchObject({ published: null })
  },
)

test('a date without an offset › does not depend on where this machine stands', async () => {
  expect(await readNote({ published: '2026-11-28T09:00:00' })).toMatchObject({
    published: '2026-11-28T09:00:00.000Z',
  })
})
