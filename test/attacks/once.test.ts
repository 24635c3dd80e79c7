import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { published } from '../support/publish.ts'
import type { Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
let mallory: Someone
let job = ''
let event = ''
beforeAll(async () => {
  world = await openWorld()
  const { deps, admin, origin } = world.hub
  mallory = world.evil.actor('mallory')
  job = `${origin}/ap/objects/${(await published(deps, admin, 'job', { title: 'Un poste' })).envelope.id}`
  event = `${origin}/ap/objects/${(await published(deps, admin, 'event', { title: 'Un forum' })).envelope.id}`
  await world.quiet()
})
afterAll(() => world.close())

/** What can be sent, and what it leaves: how many rows there are of it. */
const verbs: Readonly<Record<string, { made(): JsonObject; effect: string }>> = {
  Flag: {
    made: () => ({ ...activity('Flag'), object: [job], content: 'Une arnaque' }),
    effect: 'SELECT count(*) FROM reports',
  },
  Join: {
    made: () => ({ ...activity('Join'), object: event }),
    effect: "SELECT count(*) FROM activities WHERE type = 'Reject'",
  },
  QuoteRequest: {
    made: () => ({ ...activity('QuoteRequest'), object: job, instrument: `${world.evil.origin}/notes/9` }),
    effect: "SELECT count(*) FROM activities WHERE type = 'Accept'",
  },
  Create: {
    made: () => ({ ...activity('Create'), object: note(mallory, world.fresh(mallory, 'notes'), job) }),
    effect: 'SELECT count(*) FROM comments',
  },
  Like: { made: () => ({ ...activity('Like'), object: job }), effect: 'SELECT count(*) FROM reactions' },
}

const activity = (type: string): JsonObject => said(mallory, type, world.fresh(mallory))

async function count(query: string): Promise<number> {
  await world.quiet()
  return Number((await world.hub.deps.db.query(query)).rows[0]?.[0])
}

/** Signed anew each time, for another second: not one byte of the signature is the same. */
async function send(one: JsonObject, seconds: number): Promise<void> {
  const again = { ...one, published: new Date(world.hub.deps.now() - seconds * 1000).toISOString() }
  const { status } = await world.post(mallory, again, { at: world.hub.deps.now() - seconds * 1000 })
  expect(status).toBe(202)
}

/** What it left is taken away by hand, so that only the activity's own mark can tell that it was here. */
const undone = ['reports', 'activities', 'comments', 'reactions', 'deliveries', 'tombstones']
const forget = () =>
  world.hub.deps.db.write(undone.map((table) => ({ sql: `DELETE FROM ${table}`, args: [] })))

describe.each(Object.entries(verbs))('a %s', (_, { made, effect }) => {
  test('sent again, signed anew, happens once', async () => {
    await forget()
    const one = made()
    await send(one, 1)
    expect(await count(effect)).toBe(1)
    await send(one, 2)
    expect(await count(effect)).toBe(1)
    await forget()
    await send(one, 3)
    expect(await count(effect)).toBe(0)
  })

  test('sent five times at the same instant, each signed for another second, happens once', async () => {
    await forget()
    const one = made()
    await Promise.all([1, 2, 3, 4, 5].map((seconds) => send(one, seconds)))
    expect(await count(effect)).toBe(1)
    expect(await count(`SELECT count(*) FROM seen WHERE id = '${String(one['id'])}'`)).toBe(1)
  })
})

test('a report that a moderator has closed is not opened again by the same activity', async () => {
  await forget()
  const one = verbs['Flag']?.made() ?? {}
  await send(one, 1)
  await world.hub.deps.db.write([{ sql: 'UPDATE reports SET closed_at = 1', args: [] }])
  await send(one, 2)
  expect(await count('SELECT count(*) FROM reports WHERE closed_at IS NULL')).toBe(0)
})

test('a like that was taken back stays taken back, though it is sent again', async () => {
  await forget()
  const one = verbs['Like']?.made() ?? {}
  await send(one, 1)
  await send({ ...activity('Undo'), object: one }, 1)
  expect(await count('SELECT count(*) FROM reactions')).toBe(0)
  await send(one, 2)
  expect(await count('SELECT count(*) FROM reactions')).toBe(0)
})
