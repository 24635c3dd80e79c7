import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let mallory: Someone
let alice: Someone
beforeAll(async () => {
  world = await openWorld()
  const { hub, evil, good, post, fresh } = world
  mallory = evil.actor('mallory')
  alice = good.actor('alice')
  await post(mallory, { ...said(mallory, 'Like', fresh(mallory)), object: hub.actor('hub') })
})
afterAll(() => world.close())

const say = async (from: Someone, type: string, more: JsonObject): Promise<number> =>
  (await world.post(from, { ...said(from, type, world.fresh(from)), ...more })).status

/** Mallory says it, is thanked, and nothing comes of it. */
const inVain = (type: string, more: JsonObject) =>
  unchanged(world, async () => {
    expect(await say(mallory, type, more)).toBe(202)
  })

test('A7: an Accept with a Follow of ours that we never sent makes nobody a follower, and is not served', async () => {
  const followId = `${world.hub.origin}/ap/activities/01a20000-0000-7000-8000-000000000001`
  const follow = { id: followId, type: 'Follow', actor: world.hub.actor('hub'), object: mallory.id }
  await inVain('Accept', { object: follow })
  await inVain('Accept', { object: followId })
  expect((await world.raw('GET', new URL(followId).pathname, { host: world.hub.host })).status).toBe(404)
})

describe('A19 and rule 22: a follow of ours', () => {
  test('is ended or begun by the one we follow alone', async () => {
    const { hub, post, fresh } = world
    await hub.federation.follow(alice.id)
    const { rows } = await hub.deps.db.query('SELECT follow_id FROM following')
    const followId = `${hub.origin}${String(rows[0]?.['follow_id'])}`
    const follow = { id: followId, type: 'Follow', actor: hub.actor('hub'), object: alice.id }
    await world.quiet()
    for (const object of [followId, follow, { ...follow, object: mallory.id }])
      await inVain('Accept', { object })
    expect((await world.dump())['following']).toContain('"state":"requested"')
    await post(alice, { ...said(alice, 'Accept', fresh(alice)), object: followId })
    expect((await world.dump())['following']).toContain('"state":"accepted"')
    for (const object of [followId, follow, { ...follow, object: mallory.id }])
      await inVain('Reject', { object })
    await post(alice, { ...said(alice, 'Reject', fresh(alice)), object: followId })
    expect((await world.dump())['following']).toContain('"state":"rejected"')
  })
})
