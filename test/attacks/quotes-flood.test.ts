import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Entry } from '../../server/entries/load.ts'
import { mostQuotations } from '../../server/entries/quotations.ts'
import { mostAnswers } from '../../server/entries/received-comments.ts'
import { block } from '../../server/moderation/blocks.ts'
import type { Someone } from './peer.ts'
import { asked, quoter, stateOf, statusOf } from './quoting.ts'
import { openWorld, type World } from './world.ts'

let world: World
let entry: Entry
let people = 0
const someone = (): Someone => world.evil.actor(`quoter${++people}`)
beforeAll(async () => {
  world = await openWorld()
  entry = await world.hub.publish('job', { title: 'Menuisière' })
})
afterAll(() => world.close())

test('rule 29: a block of one who quotes a thousand times calls the followers of the quoted some fifty times', async () => {
  const from = someone()
  const by = await quoter(world, from, entry.envelope.apId)
  const { deps, admin } = world.hub
  const refusals = async () =>
    Number((await deps.db.query("SELECT count(*) FROM events WHERE type = 'quotation.refused'")).rows[0]?.[0])
  const before = await refusals()
  await deps.db.write([
    {
      sql: `WITH RECURSIVE many(i) AS (SELECT 1 UNION SELECT i + 1 FROM many WHERE i < 1000)
        INSERT INTO quotations (id, ap_id, object_id, entry_n, voice_n, actor_n, state, created_at)
        SELECT id || '-' || i, ap_id || '-' || i, object_id, entry_n, voice_n, actor_n, 'shown', created_at
        FROM quotations, many WHERE ap_id = ?`,
      args: [by.post],
    },
  ])
  await block(deps, admin, { type: 'actor', target: from.id, reason: 'Pourriel' })
  await world.quiet()
  expect((await refusals()) - before).toBe(mostQuotations.toldWidely)
  expect(await statusOf(world, by.stamp)).toBe(410)
  expect(await statusOf(world, `${by.stamp}-7`)).toBe(410)
})

test('rule 29: a flood of first quotations leaves ten of one account for a moderator to read', async () => {
  const from = someone()
  const posts: string[] = []
  for (let at = 0; at < mostAnswers.waitingOfActor + 3; at++) {
    const by = await quoter(world, from, entry.envelope.apId)
    await by.say('Create')
    posts.push(by.post)
  }
  const states = await Promise.all(posts.map((post) => stateOf(world, post)))
  expect(states.filter((state) => state === 'held')).toHaveLength(mostAnswers.waitingOfActor)
  expect(states.filter((state) => state === 'stamped')).toHaveLength(3)
})

test('rule 29: a flood of asks for leave is given so many in an hour, and goes on in the next', async () => {
  const from = someone()
  const asks = async (count: number): Promise<number> => {
    let given = 0
    for (let at = 0; at < count; at++)
      if ((await asked(world, from, world.fresh(from, 'notes'), entry.envelope.apId)) !== undefined)
        given += 1
    return given
  }
  expect(await asks(mostQuotations.ofActorAnHour + 5)).toBe(mostQuotations.ofActorAnHour)
  world.hub.deps.pass(3_600_000)
  expect(await asks(1)).toBe(1)
})
