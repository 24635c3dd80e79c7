import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../../server/entries/load.ts'
import { signRequest, type Scheme } from '../../server/federation/signatures/index.ts'
import { block } from '../../server/moderation/blocks.ts'
import { newcomer, type Someone } from './peer.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let entry: Entry
let amel: Someone
beforeAll(async () => {
  world = await openWorld()
  entry = await world.hub.publish('job')
  await world.quiet()
  amel = world.good.actor('amel')
})
afterAll(() => world.close())
beforeEach(() => void world.good.asked.splice(0))

async function setReaders(readers: 'everyone' | 'signed') {
  const { db, hub, now } = world.hub.deps
  await db.write(hub.steps({ readers }, null, now()))
  await hub.reload()
}
const object = () => new URL(entry.envelope.apId).pathname
const closed = () => [
  object(),
  `${object()}/replies`,
  ...['outbox', 'featured', 'followers', 'following'].map((name) => `/ap/actors/emplois/${name}`),
  '/ap/activities/00000000-0000-7000-8000-000000000000',
]
const plainly = (path: string) => world.raw('GET', path, { host: world.hub.host })

interface Change {
  scheme?: Scheme
  headers?: Record<string, string>
  at?: number
  signedFor?: string
}
async function as({ key }: Someone, path: string, change: Change = {}) {
  const { scheme = 'cavage', at = world.hub.deps.now(), signedFor = path, headers = {} } = change
  const url = world.hub.origin + signedFor
  const signed = await signRequest({ method: 'GET', url, body: null, date: new Date(at) }, key, scheme)
  return world.raw('GET', path, { ...signed, host: world.hub.host, ...headers })
}

test('as a hub is set up, everyone may read', async () => {
  expect((await plainly(object())).status).toBe(200)
})

describe('when only those who say who they are may read', () => {
  beforeAll(() => setReaders('signed'))
  afterAll(() => setReaders('everyone'))

  test('nobody reads without a signature, whether something is there or not', async () => {
    for (const path of [...closed(), '/ap/objects/none']) {
      const answer = await plainly(path)
      expect([path, answer.status, answer.body]).toEqual([path, 401, ''])
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'Accept, Signature' })
    }
  })

  test.each(['cavage', 'rfc9421'] as const)(
    'who signs by %s reads, and no cache keeps it',
    async (scheme) => {
      for (const path of closed().slice(0, -1)) {
        const answer = await as(amel, path, { scheme })
        expect([path, answer.status]).toEqual([path, 200])
        expect(answer.headers['cache-control']).toMatch(/^private/)
        expect(answer.headers['vary']).toBe('Accept, Signature')
        const again = await as(amel, path, {
          scheme,
          headers: { 'if-none-match': String(answer.headers['etag']) },
        })
        expect([again.status, again.headers['cache-control']]).toEqual([304, answer.headers['cache-control']])
      }
      expect((await as(amel, closed().at(-1) ?? '', { scheme })).status).toBe(404)
      expect(world.good.asked.length).toBeLessThanOrEqual(1)
      expect((await plainly(object())).status).toBe(401)
    },
  )

  test('who signs badly, too late, or for another address does not', async () => {
    const forged = { ...amel, key: { ...newcomer('http://x.test', 'other').key, id: amel.key.id } }
    await unchanged(world, async () => {
      expect((await as(forged, object())).status).toBe(401)
      expect((await as(amel, object(), { at: world.hub.deps.now() - 2 * 3_600_000 })).status).toBe(401)
      expect((await as(amel, object(), { signedFor: '/ap/objects/other' })).status).toBe(401)
      expect((await as(amel, object(), { headers: { host: 'other.test' } })).status).toBe(401)
    })
  })

  test('a key that cannot be had is asked for once: come back later', async () => {
    const absent = newcomer(world.good.origin, 'absent')
    world.good.put('/users/absent', (_, response) => response.writeHead(502).end())
    for (let count = 0; count < 20; count++) expect((await as(absent, object())).status).toBe(503)
    expect(world.good.asked).toEqual(['GET /users/absent'])
  })

  test('who is blocked reads nothing, under whatever key of their host', async () => {
    await block(world.hub.deps, 'console', { type: 'host', target: world.evil.host, reason: '' })
    for (const name of ['mallory', 'trudy']) {
      const someone = world.evil.actor(name)
      for (const path of [...closed(), '/ap/actors/emplois'])
        expect((await as(someone, path)).status).toBe(403)
    }
    expect(world.evil.asked).toEqual([])
  })

  test('actors are open to all, since they hold the keys, and who asks for one is asked for nothing', async () => {
    const unknown = world.good.actor('unknown')
    for (const handle of ['instance', 'hub', 'emplois']) {
      expect((await plainly(`/ap/actors/${handle}`)).status).toBe(200)
      expect((await as(unknown, `/ap/actors/${handle}`)).status).toBe(200)
    }
    expect(world.good.asked).toEqual([])
    expect((await plainly('/.well-known/nodeinfo')).status).toBe(200)
  })
})
