import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { isNull } from 'drizzle-orm'
import { events } from '../../db/schema/entries.ts'
import type { Entry } from '../../server/entries/load.ts'
import { parseNodeInfo } from '@fedify/fedify/nodeinfo'
import { z } from 'zod'
import { openPeer, vocab, type Peer } from '../peers/fedify.ts'
import { monday } from '../support/deps.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'

// What another software finds when it looks at us.

let hub: TestHub
let peer: Peer
let entry: Entry

beforeAll(async () => {
  vi.setSystemTime(monday)
  const sites = [await openSite(), await openSite()] as const
  hub = await openHubAt(sites[0], { neighbours: sites, name: 'Le hub' })
  peer = await openPeer(sites[1])
  for (let count = 1; count <= 23; count++) {
    hub.deps.pass(1_000)
    entry = await hub.publish('job', { title: `Poste ${count}` })
  }
  // Not by Fedify's eyes: it keeps for minutes what it has once seen.
  const unsaid = () => hub.deps.db.read.$count(events, isNull(events.doneAt))
  await until('all is said', async () => (await unsaid()) === 0)
})
afterAll(async () => {
  vi.useRealTimers()
  await hub.stop()
  await peer.stop()
})

const found = (address: string) => peer.context.lookupObject(address)
const jrd = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })) })
const outbox = async () => {
  const collection = await found(`${hub.actor('emplois')}/outbox`)
  return collection instanceof vocab.OrderedCollection ? collection : null
}

test('a section', async () => {
  const actor = await found(hub.actor('emplois'))
  if (!(actor instanceof vocab.Organization)) throw new Error('This is no Organization.')
  expect(actor.preferredUsername).toBe('emplois')
  expect(actor.name).toBe('Le hub — Emplois')
  expect(actor.inboxId?.href).toBe(`${hub.actor('emplois')}/inbox`)
  expect(actor.endpoints?.sharedInbox?.href).toBe(`${hub.origin}/ap/inbox`)
  expect([actor.discoverable, actor.indexable]).toEqual([true, true])
  expect((await actor.getPublicKey(peer.context))?.id?.href).toBe(`${hub.actor('emplois')}#main-key`)
  for await (const key of actor.getAssertionMethods(peer.context))
    expect(key.controllerId?.href).toBe(hub.actor('emplois'))
})

test.each([
  ['hub', vocab.Organization],
  ['forum', vocab.Group],
  ['instance', vocab.Application],
])('the actor %s', async (handle, type) => {
  expect(await found(hub.actor(handle))).toBeInstanceOf(type)
})

test('an entry', async () => {
  const object = await found(entry.envelope.apId)
  expect(object).toBeInstanceOf(vocab.Note)
  expect(object?.attributionId?.href).toBe(hub.actor('emplois'))
})

test('the conversation of an entry, which begins with it', async () => {
  const object = await found(entry.envelope.apId)
  expect(object?.contextIds.map(({ href }) => href)).toEqual([`${entry.envelope.apId}/context`])
  const collection = await found(`${entry.envelope.apId}/context`)
  if (!(collection instanceof vocab.OrderedCollection)) throw new Error('This is no collection.')
  expect([collection.totalItems, collection.attributionId?.href]).toEqual([1, hub.actor('emplois')])
  const first = await collection.getFirst(peer.context)
  expect(first?.itemIds.map(({ href }) => href)).toEqual([entry.envelope.apId])
  expect((await object?.getReplies(peer.context))?.totalItems).toBe(0)
})

test('an entry by the address of its page', async () => {
  const object = await found(entry.envelope.url)
  expect(object?.id?.href).toBe(entry.envelope.apId)
})

test('an outbox, page by page, newest first', async () => {
  const collection = await outbox()
  const names: string[] = []
  let page = await collection?.getFirst(peer.context)
  while (page !== null && page !== undefined) {
    for await (const item of page.getItems(peer.context)) {
      expect(item).toBeInstanceOf(vocab.Create)
      if (!(item instanceof vocab.Create)) continue
      const object = await item.getObject({ ...peer.context, crossOrigin: 'trust' })
      names.push(/Poste \d+/.exec(`${object?.content}`)?.[0] ?? '?')
    }
    page = await page.getNext(peer.context)
  }
  expect(names).toEqual(Array.from({ length: 23 }, (_, at) => `Poste ${23 - at}`))
})

test('what is featured', async () => {
  const collection = await found(`${hub.actor('emplois')}/featured`)
  if (!(collection instanceof vocab.OrderedCollection)) throw new Error('This is no collection.')
  expect(collection.totalItems).toBe(10)
  expect(collection.itemIds[0]?.href).toBe(entry.envelope.apId)
})

test.each(['followers', 'following'])('how many: %s', async (name) => {
  const collection = await found(`${hub.actor('hub')}/${name}`)
  expect(collection).toBeInstanceOf(vocab.OrderedCollection)
  expect(collection).toMatchObject({ totalItems: 0 })
})

test('an activity', async () => {
  const collection = await outbox()
  const page = await collection?.getFirst(peer.context)
  const first = page?.itemIds[0]?.href ?? ''
  expect(await found(first)).toBeInstanceOf(vocab.Create)
})

test('the NodeInfo', async () => {
  // Fedify itself refuses to fetch one from this machine, whatever it is told.
  const { links } = jrd.parse(await (await fetch(`${hub.origin}/.well-known/nodeinfo`)).json())
  const schemas = links.filter(({ rel }) => rel.startsWith('http://nodeinfo.diaspora.software/'))
  expect(schemas).toHaveLength(2)
  for (const { href } of schemas)
    expect(parseNodeInfo(await (await fetch(href)).json())).toMatchObject({
      software: { name: 'maillon' },
      protocols: ['activitypub'],
      openRegistrations: false,
      usage: { localPosts: 23 },
    })
})

test('the actor that signs for the whole server (FEP-2677)', async () => {
  const { links } = jrd.parse(await (await fetch(`${hub.origin}/.well-known/nodeinfo`)).json())
  const link = links.find(({ rel }) => rel === 'https://www.w3.org/ns/activitystreams#Application')
  expect(await found(link?.href ?? '')).toBeInstanceOf(vocab.Application)
})

test('the WebFinger of an actor’s address', async () => {
  const finger = await peer.context.lookupWebFinger(hub.actor('emplois'))
  expect(finger?.subject).toBe(`acct:emplois@${hub.host}`)
  expect(finger?.links?.find(({ rel }) => rel === 'self')?.href).toBe(hub.actor('emplois'))
})
