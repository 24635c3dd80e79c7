import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Nobody’s: those of the peers come round again. */
const unknown = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

const answering =
  (status: number): Answer =>
  (_, response) =>
    void response.writeHead(status).end()

/** Someone who has answered here, and has changed their key since. */
async function answered(name: string): Promise<Someone> {
  // A host that failed is left alone for a while.
  world.hub.deps.pass(3_600_000)
  const someone = world.good.actor(name)
  const entry = await world.hub.publish('news', { title: `Pour ${name}` })
  const words = note(someone, world.fresh(someone, 'notes'), entry.envelope.apId)
  await world.post(someone, { ...said(someone, 'Create', world.fresh(someone)), object: words })
  world.hub.deps.pass(6 * 60_000)
  return someone
}

const isHere = async ({ id }: Someone): Promise<boolean> => {
  const { rows } = await world.hub.deps.db.query(
    'SELECT 1 FROM comments JOIN actors ON actors.n = actor_n WHERE actors.id = ? AND deleted_at IS NULL',
    [id],
  )
  return rows.length > 0
}

/** Signed by a key that we do not have, under one of their names. */
const goodbye = async (of: Someone, object = of.id): Promise<number> => {
  const activity = { ...said(of, 'Delete', world.fresh(of)), object }
  return (await world.post(of, activity, { key: { ...of.key, key: unknown } })).status
}

describe('a goodbye that cannot be verified', () => {
  test('is believed when the actor’s own address says that it is no more', async () => {
    const someone = await answered('amel')
    world.good.put('/users/amel', answering(410))
    expect([await isHere(someone), await goodbye(someone), await isHere(someone)]).toEqual([true, 202, false])
    // And again: there is nothing left to ask.
    expect(await goodbye(someone)).toBe(202)
  })

  test.each([404, 301, 500])('is not, when that answers %i', async (status) => {
    const someone = await answered(`bo${status}`)
    world.good.put(`/users/bo${status}`, answering(status))
    expect(await goodbye(someone)).not.toBe(202)
    expect(await isHere(someone)).toBe(true)
  })

  test('is not of anything but the actor, nor by another key’s absence', async () => {
    const someone = await answered('chloe')
    world.good.put('/users/chloe', answering(410))
    expect(await goodbye(someone, `${someone.id}/notes/1`)).toBe(401)
    world.hub.deps.pass(6 * 60_000)
    const other = await answered('dora')
    world.good.put('/users/gone', answering(410))
    const theirs = { ...other.key, key: unknown, id: `${world.good.origin}/users/gone#main-key` }
    const activity = { ...said(other, 'Delete', world.fresh(other)), object: other.id }
    expect((await world.post(other, activity, { key: theirs })).status).toBe(401)
    expect([await isHere(someone), await isHere(other)]).toEqual([true, true])
  })
})
