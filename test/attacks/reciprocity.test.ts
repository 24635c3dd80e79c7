import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newcomer, type Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const like = (from: Someone) => ({
  ...said(from, 'Like', world.fresh(from)),
  object: `${world.hub.origin}/ap/actors/hub`,
})

describe('rule 6: key, owner and key again', () => {
  test('a key whose document names an owner on another host is no key, and that host is not asked', async () => {
    const { evil, good, post } = world
    const mallory = newcomer(evil.origin, 'mallory5')
    const eva = good.actor('eva')
    const asked = good.asked.length
    evil.put('/keys/5', {
      id: `${evil.origin}/keys/5`,
      type: 'Key',
      owner: eva.id,
      publicKeyPem: pemOf(mallory),
    })
    const key = { ...mallory.key, id: `${evil.origin}/keys/5` }
    await unchanged(world, async () => {
      expect((await post(mallory, like(mallory), { key })).status).toBe(401)
    })
    expect(good.asked.length).toBe(asked)
  })

  test('a key in a document of its own is used only if its owner names it back', async () => {
    const { evil, post } = world
    const keyId = `${evil.origin}/users/gts/main-key`
    const gts = newcomer(evil.origin, 'gts')
    const publicKey = { id: keyId, owner: gts.id, publicKeyPem: pemOf(gts) }
    evil.put('/users/gts', gts.document)
    evil.put('/users/gts/main-key', { id: gts.id, type: 'Person', publicKey })
    const key = { ...gts.key, id: keyId }
    expect((await post(gts, like(gts), { key })).status).toBe(401)
    world.hub.deps.pass(6 * 60_000)
    evil.put('/users/gts', { ...gts.document, publicKey })
    expect((await post(gts, like(gts), { key })).status).toBe(202)
  })

  test('a document that lists the key of a neighbour, or of another host, as its own takes nothing from them', async () => {
    const { evil, good, post } = world
    const [thief, neighbour, farther] = [evil.actor('thief'), evil.actor('neighbour'), good.actor('farther')]
    const named = (id: string, owner: string) => ({ id, owner, publicKeyPem: pemOf(thief) })
    const claimed = [neighbour, farther].flatMap(({ id, key }) => [
      named(key.id, thief.id),
      named(key.id, id),
    ])
    evil.put('/users/thief', { ...thief.document, publicKey: [thief.document['publicKey'], ...claimed] })
    expect((await post(neighbour, like(neighbour))).status).toBe(202)
    expect((await post(thief, like(thief))).status).toBe(202)
    expect((await post(neighbour, like(neighbour))).status).toBe(202)
    expect((await post(farther, like(farther))).status).toBe(202)
    for (const { key } of [neighbour, farther])
      expect((await post(thief, like(thief), { key: { ...thief.key, id: key.id } })).status).toBe(401)
  })
})

const pemOf = (someone: { document: Record<string, unknown> }): string => {
  const key = someone.document['publicKey']
  return typeof key === 'object' && key !== null && 'publicKeyPem' in key ? String(key.publicKeyPem) : ''
}
