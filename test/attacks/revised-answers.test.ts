import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Someone } from './peer.ts'
import { article, note, said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
let entry: string
beforeAll(async () => {
  world = await openWorld()
  entry = (await world.hub.publish('job')).envelope.apId
})
afterAll(() => world.close())

let people = 0
const someone = (): Someone => world.good.actor(`writer${++people}`)

async function say(from: Someone, type: string, object: JsonObject): Promise<void> {
  expect((await world.post(from, { ...said(from, type, world.fresh(from)), object })).status).toBe(202)
}

/** Answered, and let through by a moderator. */
async function approved(from: Someone, change: JsonObject = {}): Promise<JsonObject> {
  const object = note(from, world.fresh(from, 'notes'), entry, change)
  await say(from, 'Create', object)
  await decided(object, 'shown')
  return object
}

const decided = (object: JsonObject, state: string) =>
  world.hub.deps.db.write([
    { sql: 'UPDATE comments SET state = ? WHERE ap_id = ?', args: [state, String(object['id'])] },
  ])

const kept = async (object: JsonObject) =>
  (
    await world.hub.deps.db.query('SELECT state, html FROM comments WHERE ap_id = ?', [String(object['id'])])
  ).rows.map(({ state, html }) => [state, html])

async function rule<Result>(
  holdComments: 'never' | 'first' | 'always',
  act: () => Promise<Result>,
): Promise<void> {
  const { db, hub, now } = world.hub.deps
  await db.write(hub.steps({ holdComments }, null, now()))
  await hub.reload()
  await act()
  await db.write(hub.steps({ holdComments: 'first' }, null, now()))
  await hub.reload()
}

const changed = (object: JsonObject, change: JsonObject = {}): JsonObject => ({
  ...object,
  content: '<p>Tout autre chose</p>',
  updated: '2026-11-23T07:30:00Z',
  ...change,
})

describe('an answer that its author says to fewer', () => {
  test.each([
    ['followers alone', (from: Someone) => ({ to: [`${from.id}/followers`], cc: [] })],
    ['one of us alone', () => ({ to: [world.hub.actor('hub')], cc: [] })],
  ])('to %s is taken down here, and its new words are nowhere', async (_, audience) => {
    const from = someone()
    const object = await approved(from)
    await say(from, 'Update', changed(object, { ...audience(from), content: '<p>Entre nous</p>' }))
    expect(await kept(object)).toEqual([])
    expect(Object.values(await world.dump()).join()).not.toContain('Entre nous')
    // As if deleted: no later word brings it past a moderator again.
    await say(from, 'Update', changed(object, { updated: '2026-11-23T07:40:00Z' }))
    expect(await kept(object)).toEqual([])
  })

  test('is taken down as well when a moderator had hidden it', async () => {
    const from = someone()
    const object = await approved(from)
    await decided(object, 'hidden')
    await say(from, 'Update', changed(object, { to: [`${from.id}/followers`], cc: [] }))
    await say(from, 'Update', changed(object, { updated: '2026-11-23T07:40:00Z' }))
    expect(await kept(object)).toEqual([])
  })

  test('and so is an entry of one we follow', async () => {
    const from = someone()
    await world.follow(from)
    const id = world.fresh(from, 'articles')
    await say(from, 'Create', article(from, id, 'Pour tout le monde'))
    expect(await world.hub.received(id)).toBeDefined()
    await say(from, 'Update', article(from, id, 'Entre nous', { to: [`${from.id}/followers`], cc: [] }))
    expect(await world.hub.received(id)).toBeUndefined()
  })
})

describe('an answer whose words are changed', () => {
  test('waits again, when it is all that a moderator has read of its author', async () => {
    const from = someone()
    const object = await approved(from)
    await say(from, 'Update', changed(object))
    expect(await kept(object)).toEqual([['held', '<p>Tout autre chose</p>']])
  })

  test('waits again whatever else was read, where the rule is to read everything', async () => {
    const from = someone()
    await approved(from)
    const object = await approved(from)
    await rule('always', () => say(from, 'Update', changed(object)))
    expect(await kept(object)).toEqual([['held', '<p>Tout autre chose</p>']])
  })

  test('is shown at once, when another of its author stands here, or where nothing is held', async () => {
    const from = someone()
    const [one] = [await approved(from), await approved(from)]
    await say(from, 'Update', changed(one))
    expect(await kept(one)).toEqual([['shown', '<p>Tout autre chose</p>']])
    const other = someone()
    const object = await approved(other)
    await rule('never', () => say(other, 'Update', changed(object)))
    expect(await kept(object)).toEqual([['shown', '<p>Tout autre chose</p>']])
  })

  test('does not wait for the same words said again, or for a new content warning unread', async () => {
    const from = someone()
    const object = await approved(from)
    await say(from, 'Update', { ...object, updated: '2026-11-23T07:30:00Z' })
    expect((await kept(object))[0]?.[0]).toBe('shown')
    await say(from, 'Update', { ...object, summary: 'Achetez', updated: '2026-11-23T07:31:00Z' })
    expect((await kept(object))[0]?.[0]).toBe('held')
  })

  test('stays hidden, where a moderator has hidden it', async () => {
    for (const holdComments of ['never', 'first'] as const)
      await rule(holdComments, async () => {
        const from = someone()
        const object = await approved(from)
        await decided(object, 'hidden')
        await say(from, 'Update', changed(object))
        expect((await kept(object))[0]?.[0]).toBe('hidden')
      })
  })
})

describe('an Update that comes late', () => {
  test('does not bring old words back over new ones', async () => {
    const from = someone()
    await approved(from)
    const object = await approved(from)
    await say(from, 'Update', changed(object, { updated: '2026-11-23T07:40:00Z' }))
    await say(from, 'Update', changed(object, { content: '<p>Avant</p>', updated: '2026-11-23T07:20:00Z' }))
    expect(await kept(object)).toEqual([['shown', '<p>Tout autre chose</p>']])
    await say(from, 'Update', { ...object, content: '<p>Sans date de changement</p>' })
    expect(await kept(object)).toEqual([['shown', '<p>Tout autre chose</p>']])
    const to = [`${from.id}/followers`]
    await say(from, 'Update', changed(object, { to, cc: [], updated: '2026-11-23T07:20:00Z' }))
    expect(await kept(object)).toEqual([['shown', '<p>Tout autre chose</p>']])
  })

  test('older than the answer itself is passed over, and one of tomorrow does not shut the door', async () => {
    const from = someone()
    await approved(from)
    const object = await approved(from)
    await say(from, 'Update', changed(object, { updated: '2026-11-22T07:00:00Z' }))
    expect(await kept(object)).toEqual([['shown', '<p>Bonjour</p>']])
    await say(from, 'Update', changed(object, { updated: '2036-11-22T07:00:00Z' }))
    await say(from, 'Update', changed(object, { content: '<p>Après</p>', updated: '2026-11-23T08:00:00Z' }))
    expect(await kept(object)).toEqual([['shown', '<p>Après</p>']])
  })
})
