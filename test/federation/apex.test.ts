import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { readOnlyStore } from '../../server/federation/apex-store.ts'
import { PUBLIC } from '../../server/federation/vocabulary.ts'
import { apexOver } from './fixtures.ts'

const apex = apexOver([])
const actor = 'https://hub.example/ap/actors/emplois'
const id = 'https://hub.example/ap/activities/0190'

test('an outgoing activity › has our id and date, lists for its recipients and no collection of apex', async () => {
  const note = {
    id: 'https://hub.example/ap/objects/01',
    type: 'Note',
    attributedTo: actor,
    content: 'Un poste',
  }
  const activity = await apex.activity('Create', actor, [PUBLIC], {
    id,
    cc: [`${actor}/followers`],
    object: { ...note, maillonItem: { v: 1, lots: ['a'] } },
    published: '2026-11-23T08:00:00.000Z',
  })
  expect(activity).toEqual({
    '@context': ['https://www.w3.org/ns/activitystreams'],
    id,
    type: 'Create',
    actor,
    to: [PUBLIC],
    cc: [`${actor}/followers`],
    object: { ...note, to: [], cc: [], tag: [], attachment: [], maillonItem: { v: 1, lots: ['a'] } },
    published: '2026-11-23T08:00:00.000Z',
  })
})

test('an outgoing activity without a date › gets none from the clock', async () => {
  const activity = await apex.activity('Follow', actor, ['https://b.example/u'], {
    id,
    object: 'https://b.example/u',
  })
  expect(Object.keys(activity)).toEqual(['@context', 'id', 'type', 'actor', 'to', 'cc', 'object'])
  expect(activity['object']).toBe('https://b.example/u')
})

test('an activity relayed by the forum › stays as its author wrote it', async () => {
  const theirs = {
    '@context': ['https://join-lemmy.org/context.json', 'https://www.w3.org/ns/activitystreams'],
    type: ['Create'],
    to: 'as:Public',
    id: 'https://lemmy.example/activities/5',
    bto: ['kept'],
  }
  const announce = await apex.activity('Announce', actor, [PUBLIC], { id, object: theirs })
  expect(announce['object']).toEqual(theirs)
})

test('an Accept › holds the Follow that it answers', async () => {
  const follow = { id: 'https://b.example/f/1', type: 'Follow', actor: 'https://b.example/u', object: actor }
  const accept = await apex.activity('Accept', actor, ['https://b.example/u'], { id, object: follow })
  expect(accept['object']).toEqual({ ...follow, to: [], cc: [] })
})

test('a tombstone › says when and what, and nothing by the clock', async () => {
  expect(
    await apex.tombstone('https://hub.example/ap/objects/01', '2026-11-23T08:00:00.000Z', 'Note'),
  ).toEqual({
    '@context': ['https://www.w3.org/ns/activitystreams'],
    id: 'https://hub.example/ap/objects/01',
    type: 'Tombstone',
    deleted: '2026-11-23T08:00:00.000Z',
    formerType: 'Note',
  })
})

const rows = Array.from({ length: 45 }, (_, at) => ({
  cursor: `c${at}`,
  item: `https://hub.example/ap/objects/${at}`,
}))

test('a collection › is walked page by page, to its end and no further, each item once', async () => {
  const outbox = `${actor}/outbox`
  const full = apexOver(rows)
  const collection = await full.collection(outbox)
  expect(collection).toEqual({
    '@context': ['https://www.w3.org/ns/activitystreams'],
    id: outbox,
    type: 'OrderedCollection',
    totalItems: 45,
    first: `${outbox}?page=true`,
  })
  const seen: unknown[] = []
  const lengths: number[] = []
  for (let next: unknown = collection['first']; typeof next === 'string';) {
    const page = await full.collectionPage(outbox, new URL(next).searchParams.get('page') ?? '')
    expect(page).toMatchObject({ id: next, type: 'OrderedCollectionPage', partOf: outbox })
    const items = [page['orderedItems']].flat()
    seen.push(...items)
    lengths.push(items.length)
    next = page['next']
  }
  expect(lengths).toEqual([20, 20, 5])
  expect(seen).toEqual(rows.map((row) => row.item))
})

test('a page of exactly its length › promises no page after it', async () => {
  expect(await apexOver(rows.slice(0, 20)).collectionPage(`${actor}/outbox`, 'true')).not.toHaveProperty(
    'next',
  )
})

test('a page of one item, or none › is still a list', async () => {
  const page = await apexOver(rows.slice(0, 1)).collectionPage(`${actor}/outbox`, 'true')
  expect(page['orderedItems']).toEqual(['https://hub.example/ap/objects/0'])
  expect((await apex.collectionPage(`${actor}/outbox`, 'true'))['orderedItems']).toEqual([])
})

test('a short collection › can be shown whole, a private one only counted', async () => {
  const short = apexOver(rows.slice(0, 2))
  expect(await short.collection(`${actor}/featured`, 'whole')).toMatchObject({
    type: 'OrderedCollection',
    totalItems: 2,
    orderedItems: rows.slice(0, 2).map((row) => row.item),
  })
  const counted = await short.collection(`${actor}/followers`, 'counted')
  expect(counted).toMatchObject({ totalItems: 2 })
  expect(counted).not.toHaveProperty('first')
  expect(counted).not.toHaveProperty('orderedItems')
})

test('activities in an outbox page › do not repeat its context, and bring along the terms they use', async () => {
  const create = await apex.activity('Create', actor, [PUBLIC], {
    id,
    object: { id: 'https://hub.example/ap/objects/01', type: 'Note', attributedTo: actor, sensitive: false },
  })
  const page = await apexOver([{ cursor: 'c', item: create }]).collectionPage(`${actor}/outbox`, 'true')
  const { '@context': context, ...bare } = create
  expect(page['orderedItems']).toEqual([bare])
  expect(page['@context']).toEqual(context)
})

const changing =
  `setup getObject saveObject updateObject getActivity saveActivity updateActivity updateActivityMeta
  removeActivity findActivityByCollectionAndObjectId findActivityByCollectionAndActorId getContext saveContext
  getUserCount deliveryEnqueue deliveryDequeue deliveryRequeue`.split(/\s+/)

test.each(changing)('apex can list and count our tables and nothing else › %s throws', (method) => {
  const store = readOnlyStore({
    getStream: () => Promise.resolve([]),
    getStreamCount: () => Promise.resolve(0),
  })
  const call: unknown = Reflect.get(store, method)
  if (typeof call !== 'function') throw new TypeError(`${method} is missing`)
  expect(() => Reflect.apply(call, store, [])).toThrow(method)
})

test('a document with the context of an attacker › opens no socket, whoever reads it', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  const working = await apex.fromJSONLD({
    '@context': ['https://www.w3.org/ns/activitystreams', 'http://127.0.0.1:9/context'],
    id: 'https://evil.example/1',
    type: 'Note',
    content: 'Bonjour',
  })
  expect(working).toEqual({ id: 'https://evil.example/1', type: 'Note', content: ['Bonjour'] })
  expect(connect).not.toHaveBeenCalled()
})
