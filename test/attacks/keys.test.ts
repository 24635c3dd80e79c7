import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newcomer, type Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const like = (from: Someone) => ({ ...said(from, 'Like', world.fresh(from)), object: world.hub.actor('hub') })
const asked = (path: string) => world.evil.asked.filter((one) => one === `GET ${path}`).length
const minutes = (count: number) => world.hub.deps.pass(count * 60_000)
const as = async (from: Someone, key = from.key) => (await world.post(from, like(from), { key })).status

describe('rule 7: a signature that does not fit', () => {
  test('sent a thousand times within a minute costs its host one request', async () => {
    const someone = world.evil.actor('noisy')
    const wrong = newcomer('http://x.test', 'other').key
    for (let round = 0; round < 20; round++) {
      const sent = Array.from({ length: 50 }, (_, at) =>
        // The name of the key within its document changes nothing.
        as(someone, { ...wrong, id: `${someone.id}#${at % 7 === 0 ? 'main-key' : `key-${at}`}` }),
      )
      expect([...new Set(await Promise.all(sent))]).toEqual([401])
    }
    expect(asked('/users/noisy')).toBe(1)
    expect(await as(someone)).toBe(202)
  })

  test('of one we know means at most one look at a new key in five minutes', async () => {
    const someone = world.evil.actor('steady')
    const wrong = { ...newcomer('http://x.test', 'other').key, id: someone.key.id }
    await as(someone)
    for (let count = 0; count < 5; count++) expect(await as(someone, wrong)).toBe(401)
    expect(asked('/users/steady')).toBe(1)
    minutes(6)
    for (let count = 0; count < 5; count++) expect(await as(someone, wrong)).toBe(401)
    expect(asked('/users/steady')).toBe(2)
  })

  test('because the key was changed is believed at the second look; the old key never again', async () => {
    const someone = world.evil.actor('rotating')
    expect(await as(someone)).toBe(202)
    const next = newcomer(world.evil.origin, 'rotating')
    world.evil.put('/users/rotating', next.document)
    expect(await as(next)).toBe(401)
    minutes(6)
    expect(await as(next)).toBe(202)
    expect(await as(someone)).toBe(401)
  })

  test('and a key replaced by an Update is dead at once', async () => {
    const someone = world.evil.actor('careful')
    expect(await as(someone)).toBe(202)
    const next = newcomer(world.evil.origin, 'careful')
    const update = { ...said(someone, 'Update', world.fresh(someone)), object: next.document }
    expect((await world.post(someone, update)).status).toBe(202)
    expect(await as(next)).toBe(202)
    expect(await as(someone)).toBe(401)
  })
})

describe('a key that cannot be had', () => {
  test('is asked for once in five minutes, and no row remembers it', async () => {
    const someone = newcomer(world.evil.origin, 'absent')
    await unchanged(world, async () => {
      for (let count = 0; count < 10; count++) expect(await as(someone)).toBe(401)
    })
    expect(asked('/users/absent')).toBe(1)
    minutes(6)
    world.evil.actor('absent')
    const found = { ...someone, document: {} }
    world.evil.put('/users/absent', someone.document)
    expect(await as(found)).toBe(202)
  })

  test('because its server is down is no verdict: come back later', async () => {
    const someone = newcomer(world.evil.origin, 'down')
    world.evil.put('/users/down', (_, response) => response.writeHead(502).end())
    const answer = await world.post(someone, like(someone))
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '300'])
    world.evil.put('/users/down', someone.document)
    minutes(6)
    expect(await as(someone)).toBe(202)
  })
})

test('rule 6: a document served for a key’s address that is another actor’s gives no key', async () => {
  const [one, two] = [newcomer(world.evil.origin, 'front'), newcomer(world.evil.origin, 'behind')]
  // At one's address stands two, and at two's address two, with the key of one among its own.
  const publicKey = { id: one.key.id, owner: two.id, publicKeyPem: pemOf(one) }
  world.evil.put('/users/front', { ...two.document, publicKey })
  world.evil.put('/users/behind', { ...two.document, publicKey })
  await unchanged(world, async () => expect(await as(one)).toBe(401))
})

test('an actor that said goodbye and is still there may come back; what it said before stays gone', async () => {
  const someone = world.evil.actor('phoenix')
  expect(await as(someone)).toBe(202)
  const goodbye = { ...said(someone, 'Delete', world.fresh(someone)), object: someone.id }
  expect((await world.post(someone, goodbye)).status).toBe(202)
  expect((await world.dump())['remote_keys']).not.toContain('/users/phoenix')
  world.evil.put('/users/phoenix', (_, response) => response.writeHead(410).end())
  expect(await as(someone)).toBe(401)
})

test('the goodbye of somebody we never met costs nothing, and is thanked', async () => {
  const someone = newcomer(world.evil.origin, 'passerby')
  const goodbye = { ...said(someone, 'Delete', world.fresh(someone)), object: someone.id }
  await unchanged(world, async () => {
    expect((await world.post(someone, goodbye)).status).toBe(202)
  })
  expect(asked('/users/passerby')).toBe(0)
})

const pemOf = (someone: Someone): string => {
  const key = someone.document['publicKey']
  return typeof key === 'object' && key !== null && 'publicKeyPem' in key ? String(key.publicKeyPem) : ''
}
