import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newcomer, type Someone } from './peer.ts'
import { note, said } from './words.ts'
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

describe('A1: a key document that claims to be somebody else', () => {
  test('gives no voice under a stranger’s name, and the stranger is not asked', async () => {
    const { evil, good, post } = world
    const alice = newcomer(good.origin, 'alice')
    const mallory = newcomer(evil.origin, 'mallory')
    // At mallory's address stands a document that says it is alice, with mallory's key in it.
    const key = { id: mallory.key.id, owner: alice.id }
    evil.put('/users/mallory', { ...alice.document, publicKey: { ...key, publicKeyPem: pemOf(mallory) } })
    await unchanged(world, async () => {
      const answer = await post(alice, like(alice), { key: mallory.key })
      expect(answer.status).toBe(401)
    })
    expect(good.asked).toEqual([])
  })

  test('gives no voice under the name of somebody already known', async () => {
    const { evil, good, post } = world
    const anna = good.actor('anna')
    expect((await post(anna, like(anna))).status).toBe(202)
    const mallory = newcomer(evil.origin, 'mallory2')
    evil.put('/users/mallory2', {
      ...anna.document,
      publicKey: { id: mallory.key.id, owner: anna.id, publicKeyPem: pemOf(mallory) },
    })
    await unchanged(world, async () => {
      expect((await post(anna, like(anna), { key: mallory.key })).status).toBe(401)
      expect((await post({ ...anna, key: mallory.key }, like(anna))).status).toBe(401)
    })
  })

  test('is not believed on the same host either: a neighbour’s key has its own name (rule 6)', async () => {
    const { evil, post } = world
    const [bob, eve] = [evil.actor('bob'), evil.actor('eve')]
    expect((await post(bob, like(bob))).status).toBe(202)
    // eve calls her key bob's main key.
    evil.put('/users/eve', {
      ...eve.document,
      publicKey: { id: bob.key.id, owner: eve.id, publicKeyPem: pemOf(eve) },
    })
    const renamed = { ...eve.key, id: bob.key.id }
    await post({ ...eve, key: renamed }, like(eve))
    expect((await post(bob, like(bob), { key: renamed })).status).toBe(401)
    expect((await post(bob, like(bob))).status).toBe(202)
  })
})

describe('A1b: a key document that claims to be one of us', () => {
  test.each(['hub', 'emplois', 'instance'])(
    'gives no voice as @%s, and nothing forged is served',
    async (handle) => {
      const { hub, evil, post, raw } = world
      const mallory = newcomer(evil.origin, `as-${handle}`)
      const ours = hub.actor(handle)
      const publicKey = { id: mallory.key.id, owner: ours, publicKeyPem: pemOf(mallory) }
      evil.put(new URL(mallory.id).pathname, { ...mallory.document, id: ours, name: 'Forged', publicKey })
      await unchanged(world, async () => {
        const activity = { ...said({ ...mallory, id: ours }, 'Like', `${ours}/1`), object: ours }
        expect((await post(mallory, activity)).status).toBe(403)
      })
      const served = await raw('GET', `/ap/actors/${handle}`, { host: hub.host })
      expect(served.body).not.toContain('Forged')
    },
  )
})

describe('A2: a foreign Person embedded in a Create, with the attacker’s key', () => {
  test('is not stored, and her later words need her own key', async () => {
    const { evil, good, post } = world
    const carla = newcomer(good.origin, 'carla')
    const mallory = evil.actor('mallory3')
    const forged = {
      ...carla.document,
      publicKey: { id: carla.key.id, owner: carla.id, publicKeyPem: pemOf(mallory) },
    }
    await post(mallory, like(mallory))
    await unchanged(world, async () => {
      for (const type of ['Create', 'Update', 'Announce', 'Add'])
        await post(mallory, { ...said(mallory, type, world.fresh(mallory)), object: forged })
      const signed = await post(carla, like(carla), { key: { ...mallory.key, id: carla.key.id } })
      expect(signed.status).toBe(401)
    })
  })
})

describe('rule 1: the key’s owner is the activity’s actor', () => {
  test('a good signature by one under the name of another is 401, nothing is written and nobody is asked', async () => {
    const { evil, good, post } = world
    const [mallory, dora] = [evil.actor('mallory4'), newcomer(good.origin, 'dora')]
    await post(mallory, like(mallory))
    const [atEvil, atGood] = [evil.asked.length, good.asked.length]
    await unchanged(world, async () => {
      expect((await post(dora, like(dora), { key: mallory.key })).status).toBe(401)
    })
    expect([evil.asked.length, good.asked.length]).toEqual([atEvil, atGood])
  })

  test('a key of one host under the name of another is not even looked for', async () => {
    const { evil, good, post } = world
    const [stranger, elsa] = [evil.actor('stranger'), newcomer(good.origin, 'elsa')]
    const [atEvil, atGood] = [evil.asked.length, good.asked.length]
    await unchanged(world, async () => {
      expect((await post(elsa, like(elsa), { key: stranger.key })).status).toBe(401)
    })
    expect([evil.asked.length, good.asked.length]).toEqual([atEvil, atGood])
  })

  test('also between two of the same host', async () => {
    const { evil, post } = world
    const [one, two] = [evil.actor('one'), evil.actor('two')]
    await post(one, like(one))
    await post(two, like(two))
    await unchanged(world, async () => {
      expect((await post(two, like(two), { key: one.key })).status).toBe(401)
    })
  })
})

describe('rule 9: an actor that changes its name behind its key', () => {
  test('does not become whom its new document names (after its day of freshness)', async () => {
    const { hub, evil, good, post } = world
    const [mallory, frida] = [evil.actor('mallory6'), good.actor('frida')]
    const entry = await hub.publish('job')
    const hers = note(frida, world.fresh(frida, 'notes'), entry.envelope.apId)
    await post(frida, { ...said(frida, 'Create', world.fresh(frida)), object: hers })
    await post(mallory, like(mallory))
    evil.put('/users/mallory6', frida.document)
    hub.deps.pass(25 * 3_600_000)
    await post(mallory, { ...said(mallory, 'Delete', world.fresh(mallory)), object: hers['id'] })
    await world.quiet()
    expect((await world.dump())['comments']).toContain(`"ap_id":"${String(hers['id'])}"`)
  })

  test('nor by a redirect to her', async () => {
    const { hub, evil, good, post } = world
    const [mallory, greta] = [evil.actor('mallory7'), good.actor('greta')]
    await post(greta, like(greta))
    await post(mallory, like(mallory))
    evil.put('/users/mallory7', (_, response) => response.writeHead(302, { location: greta.id }).end())
    hub.deps.pass(25 * 3_600_000)
    const known = async () => (await world.dump())['actors']?.replaceAll(/"fetched_at":\d+/g, '')
    const [asked, before] = [good.asked.length, await known()]
    expect((await post(mallory, like(mallory))).status).toBe(202)
    await world.quiet()
    expect([good.asked.length, await known()]).toEqual([asked, before])
  })
})

const pemOf = (someone: { document: Record<string, unknown> }): string => {
  const key = someone.document['publicKey']
  return typeof key === 'object' && key !== null && 'publicKeyPem' in key ? String(key.publicKeyPem) : ''
}
