import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { conversationLimits } from '../../server/federation/conversations/walk.ts'
import { list, openTalk } from './conversations.ts'
import { note, said } from './words.ts'
import { unchanged } from './world.ts'

const talk = await openTalk()
const { world, answered, written, comments, read, put } = talk
const { evil, good, hub } = world
afterAll(() => world.close())
beforeEach(() => void good.asked.splice(0))

const entry = (await hub.publish('news')).envelope.apId
const context = `${entry}/context`
const mallory = evil.actor('mallory')
const climbs = async () =>
  (await hub.deps.db.query("SELECT subject FROM errands WHERE type = 'climb'")).rows.length

describe('rule 27: an answer to what is not here', () => {
  test('has its way up looked for, and what lies between is kept with it', async () => {
    const anna = good.actor('anna')
    const lost = written(anna, entry)
    const id = await answered(mallory, lost, { context })
    expect(await comments()).toEqual([])
    expect((await read()).good).toEqual([new URL(lost).pathname, '/users/anna'])
    expect(await comments()).toEqual([lost, id])
  })

  test('up a chain without an end is looked for within its budget, and leaves nothing', async () => {
    const before = await comments()
    for (let at = 0; at < 30; at++)
      put(
        `${good.origin}/up/${at}`,
        note(good.actor('anna'), `${good.origin}/up/${at}`, `${good.origin}/up/${at + 1}`),
      )
    await answered(mallory, `${good.origin}/up/0`, { context })
    const asked = await read()
    expect(new Set(asked.good).size).toBeLessThanOrEqual(conversationLimits.height)
    expect(asked.good.length + asked.evil.length).toBeLessThanOrEqual(conversationLimits.climb)
    expect(await comments()).toEqual(before)
    expect(await climbs()).toBe(0)
  })

  test('in a circle is left, and costs few requests', async () => {
    const [a, b] = [`${evil.origin}/round/a`, `${evil.origin}/round/b`]
    put(a, note(mallory, a, b))
    put(b, note(mallory, b, a))
    await world.post(mallory, {
      ...said(mallory, 'Create', world.fresh(mallory)),
      object: note(mallory, a, b, { context }),
    })
    expect((await read()).evil.length).toBeLessThanOrEqual(4)
    expect(await climbs()).toBe(0)
  })

  test('that names neither us nor a conversation of ours sends us nowhere', async () => {
    const parent = `${good.origin}/notes/none`
    for (const change of [
      {},
      { context: `${good.origin}/contexts/1` },
      { context: `${hub.origin}/ap/objects/1/context` },
    ])
      await unchanged(world, async () => {
        const object = note(mallory, world.fresh(mallory, 'notes'), parent, change)
        const create = { ...said(mallory, 'Create', world.fresh(mallory)), object }
        expect((await world.post(mallory, create)).status).toBe(202)
      })
    expect(good.asked).toEqual([])
  })

  test('of ours that is gone sends us nowhere', async () => {
    await unchanged(world, async () => {
      const gone = `${hub.origin}/ap/objects/01a20000-0000-7000-8000-000000000001`
      const object = note(mallory, world.fresh(mallory, 'notes'), gone, { context })
      await world.post(mallory, { ...said(mallory, 'Create', world.fresh(mallory)), object })
    })
  })
})

describe('rule 28: one answer', () => {
  test('sends us to a victim once, whatever it says stands there', async () => {
    await answered(mallory, `${good.origin}/victim/1`, { context })
    expect((await read()).good).toEqual(['/victim/1'])
  })

  test('is one of twenty at most that its author may have us look for at a time', async () => {
    for (let at = 0; at < 40; at++)
      await world.post(mallory, {
        ...said(mallory, 'Create', world.fresh(mallory)),
        object: note(mallory, `${evil.origin}/many/${at}`, `${good.origin}/many/${at}`, { context }),
      })
    expect(await climbs()).toBeLessThanOrEqual(20)
    await hub.deps.db.write([{ sql: 'DELETE FROM errands', args: [] }])
  })
})

describe('of whom we do not follow', () => {
  test('the list of answers to an answer that waits for a moderator is not read', async () => {
    await talk.rule('first')
    const nina = evil.actor('nina')
    const replies = `${evil.origin}/replies/nina`
    put(replies, list([`${good.origin}/n/1`]))
    await answered(nina, (await hub.publish('news')).envelope.apId, { replies })
    const asked = await read()
    expect([asked.good, asked.evil]).toEqual([[], []])
  })
})
