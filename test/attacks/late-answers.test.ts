import { afterAll, beforeAll, expect, test } from 'vitest'
import { note, said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('an answer to an answer under an entry that was withdrawn is not kept', async () => {
  const { hub, good, fresh, post } = world
  const alice = good.actor('alice')
  const entry = await hub.publish('job')
  const [first, second] = [fresh(alice, 'notes'), fresh(alice, 'notes')]
  const say = async (type: string, object: unknown) =>
    (await post(alice, { ...said(alice, type, fresh(alice)), object })).status
  await say('Create', note(alice, first, entry.envelope.apId))
  await say('Create', note(alice, second, first))
  const kept = async () => {
    const { rows } = await hub.deps.db.query(
      'SELECT (SELECT count(*) FROM comments) AS answers, (SELECT count(*) FROM reactions) AS likes',
    )
    return [rows[0]?.['answers'], rows[0]?.['likes']]
  }
  expect(await kept()).toEqual([2, 0])
  await hub.withdraw(entry)
  for (const answered of [first, second, entry.envelope.apId])
    expect(await say('Create', note(alice, fresh(alice, 'notes'), answered))).toBe(202)
  expect(await say('Like', first)).toBe(202)
  expect(await kept()).toEqual([2, 0])
})
