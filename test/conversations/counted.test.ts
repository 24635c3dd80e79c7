import { afterAll, beforeAll, expect, test } from 'vitest'
import { activities } from '../../db/schema/federation.ts'
import { eq } from 'drizzle-orm'
import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Entry } from '../../server/entries/load.ts'
import type { KindName } from '../../server/kinds/index.ts'
import { said } from '../attacks/words.ts'
import { openWorld, type World } from '../attacks/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Two people like it, and one of them boosts it. */
async function liked(kind: KindName): Promise<Entry> {
  const { hub, good, post, fresh } = world
  const entry = await hub.publish(kind)
  const object = entry.envelope.apId
  const [alice, bob] = [good.actor(`alice_${kind}`), good.actor(`bob_${kind}`)]
  await post(alice, { ...said(alice, 'Like', fresh(alice)), object })
  await post(bob, { ...said(bob, 'Like', fresh(bob)), object })
  await post(bob, { ...said(bob, 'Announce', fresh(bob)), object })
  return entry
}

const asked = async ({ envelope }: Entry): Promise<JsonObject> =>
  (await (await fetch(envelope.apId)).json()) as JsonObject

async function updateOf({ envelope }: Entry): Promise<JsonObject> {
  const { db } = world.hub.deps
  await world.quiet()
  const rows = await db.read.select().from(activities).where(eq(activities.objectId, envelope.apId))
  const { json = '{}' } = rows.find(({ type }) => type === 'Update') ?? {}
  return (JSON.parse(json) as { object: JsonObject }).object
}

test('an entry tells with it how often it was liked and boosted: nobody there goes and asks', async () => {
  const entry = await liked('job')
  const { apId } = entry.envelope
  const counts = {
    likes: { id: `${apId}/likes`, type: 'OrderedCollection', totalItems: 2 },
    shares: { id: `${apId}/shares`, type: 'OrderedCollection', totalItems: 1 },
  }
  expect(await asked(entry)).toMatchObject(counts)
  const outbox = await (await fetch(`${world.hub.actor('emplois')}/outbox?page=true`)).json()
  expect(outbox).toMatchObject({ orderedItems: [{ object: counts }] })
  await world.hub.revise(entry, { title: 'Un autre titre' })
  expect(await updateOf(entry)).toMatchObject(counts)
})

test('nothing that Pleroma edits has likes by address, and an event has none at all', async () => {
  for (const kind of ['resource', 'news', 'event'] as const) {
    const entry = await liked(kind)
    await world.hub.revise(entry, { title: 'Un autre titre' })
    expect(typeof (await updateOf(entry))['likes']).toBe(kind === 'event' ? 'undefined' : 'object')
  }
})
