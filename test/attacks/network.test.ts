import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { as2, newcomer, type Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let mallory: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld()
  mallory = world.evil.actor('mallory')
  entry = (await world.hub.publish('job')).envelope.apId
  await world.post(mallory, { ...said(mallory, 'Like', world.fresh(mallory)), object: entry })
  // Whose word has mattered is asked once what it runs.
  await world.quiet()
})
afterAll(() => world.close())

const unsigned = (activity: JsonObject) => {
  const headers = { host: world.hub.host, 'content-type': 'application/activity+json' }
  return world.raw('POST', '/ap/inbox', headers, Buffer.from(JSON.stringify(activity)))
}
const create = (object: JsonObject, more: JsonObject = {}) => ({
  ...said(mallory, 'Create', world.fresh(mallory)),
  object,
  ...more,
})
const own = (more: JsonObject = {}) => note(mallory, world.fresh(mallory, 'notes'), entry, more)

/** Nobody was called in `act`: neither the canary nor anybody's host. */
async function inSilence(act: () => Promise<void>): Promise<void> {
  const asked = () => [world.evil.asked.length, world.good.asked.length, world.canary.sockets]
  const before = asked()
  await act()
  await world.quiet()
  expect(asked()).toEqual(before)
}

describe('A11 and rule 17: the context of an attacker', () => {
  const contexts = () => [
    `${world.evil.origin}/context`,
    world.canary.url,
    [as2, { '@import': `${world.evil.origin}/context` }],
    [as2, `http://127.0.0.1:${world.canary.port}/context`, { term: { '@context': world.canary.url } }],
  ]
  test('is asked of nobody, unsigned or well signed', () =>
    inSilence(async () => {
      for (const context of contexts()) {
        const activity = create(own({ '@context': context }), { '@context': context })
        await unchanged(world, async () => expect((await unsigned(activity)).status).toBe(401))
        expect([202, 400]).toContain((await world.post(mallory, activity)).status)
      }
    }))
})

describe('A11b and A11c: a key inside our own network', () => {
  const inside = () => [
    world.canary.url,
    `http://127.0.0.1:${world.canary.port}`,
    `http://localhost:${world.canary.port}`,
    `http://[::ffff:127.0.0.1]:${world.canary.port}`,
    `http://0x7f000001:${world.canary.port}`,
    `https://canary.test:${world.canary.port}`,
    'https://canary.test',
    'http://169.254.169.254',
    world.hub.origin,
  ]
  test('by name or by number is not fetched', () =>
    inSilence(async () => {
      for (const origin of inside()) {
        const someone = newcomer(origin, 'insider')
        const activity = { ...said(someone, 'Like', `${someone.id}/1`), object: entry }
        await unchanged(world, async () => {
          expect([401, 403]).toContain((await world.post(someone, activity)).status)
        })
      }
    }))

  test.each([301, 302, 307, 308])('is not fetched behind a redirect (%i)', async (status) => {
    for (const [place, location] of [world.canary.url, `http://127.0.0.1:${world.canary.port}/`].entries()) {
      const path = `/users/hop${status}${place}`
      world.evil.put(path, (_, response) => response.writeHead(status, { location }).end())
      const someone = newcomer(world.evil.origin, `hop${status}${place}`)
      await unchanged(world, async () => {
        const activity = { ...said(someone, 'Like', world.fresh(someone)), object: entry }
        expect((await world.post(someone, activity)).status).toBe(401)
      })
      expect(world.evil.asked).toContain(`GET ${path}`)
    }
    expect(world.canary.sockets).toBe(0)
  })
})

test('A11d: there is no proxy: no address in a request is fetched for who asks', () =>
  inSilence(async () => {
    const at = encodeURIComponent(world.canary.url)
    for (const path of [`/proxy?url=${at}`, `/ap/proxy?id=${at}`, `/ap/objects/${at}`, `/ap/actors/${at}`])
      for (const method of ['GET', 'POST'])
        expect([403, 404, 415]).toContain(
          (await world.raw(method, path, { host: world.hub.host, 'content-length': '0' })).status,
        )
    const webfinger = `/.well-known/webfinger?resource=${at}`
    expect((await world.raw('GET', webfinger, { host: world.hub.host })).status).toBe(404)
  }))

describe('A15, rules 27 and 28: what an activity names', () => {
  const urls = (count: number) =>
    Array.from({ length: count }, (_, at) => `${world.good.origin}/things/${at}`)
  test('five hundred addresses of a victim cost the victim nothing', () =>
    inSilence(async () => {
      const tag = urls(64).map((href) => ({ type: 'Mention', href, name: '@x' }))
      const more = {
        tag,
        attachment: urls(16).map((url) => ({ type: 'Image', url })),
        to: [...urls(250), `${as2}#Public`],
      }
      const [replies = '', likes = '', context = '', quote = ''] = urls(4)
      const object = own({
        ...more,
        replies,
        likes,
        shares: likes,
        context,
        quote,
        icon: replies,
        image: likes,
      })
      expect((await world.post(mallory, create(object, { cc: urls(250) }))).status).toBe(202)
    }))

  test('an answer to something that we do not have is not traced back, however long or round the chain', () =>
    inSilence(async () => {
      const [a, b] = [world.fresh(mallory, 'notes'), world.fresh(mallory, 'notes')]
      world.evil.put(new URL(a).pathname, note(mallory, a, b))
      world.evil.put(new URL(b).pathname, note(mallory, b, a))
      expect((await world.post(mallory, create(note(mallory, a, b)))).status).toBe(202)
      expect((await world.post(mallory, create(note(mallory, b, a)))).status).toBe(202)
    }))

  test('ten thousand mentions are refused, and nobody of them is asked (rule 16)', () =>
    inSilence(async () => {
      const tag = Array.from({ length: 10_000 }, (_, at) => ({
        type: 'Mention',
        href: `https://v.test/${at}`,
      }))
      await unchanged(world, async () => {
        expect((await world.post(mallory, create(own({ tag })))).status).toBe(413)
        expect((await world.post(mallory, create(own({ tag: tag.slice(0, 2_000) })))).status).toBe(400)
      })
    }))
})

describe('A18: a context large enough to keep a server busy', () => {
  const terms = () =>
    Object.fromEntries(Array.from({ length: 1_900 }, (_, at) => [`t${at}`, `https://x.test/${at}`]))
  test('is not looked at unsigned, and refused when signed', () =>
    inSilence(async () => {
      const activity = create(own(), { '@context': [as2, terms()] })
      await unchanged(world, async () => {
        expect((await unsigned(activity)).status).toBe(401)
        expect((await world.post(mallory, activity)).status).toBe(400)
      })
    }))
})

test('rule 28: an unknown sender costs its host two requests at most, wherever it points us', async () => {
  const { evil, good, post } = world
  const owner = newcomer(evil.origin, 'elsewhere')
  evil.put('/keys/28', { id: `${good.origin}/users/nobody`, type: 'Key', owner: owner.id })
  const asked = [evil.asked.length, good.asked.length]
  const activity = { ...said(owner, 'Like', world.fresh(owner)), object: entry }
  const key = { ...owner.key, id: `${evil.origin}/keys/28` }
  for (let count = 0; count < 5; count++) expect((await post(owner, activity, { key })).status).toBe(401)
  expect([evil.asked.length - (asked[0] ?? 0), good.asked.length - (asked[1] ?? 0)]).toEqual([1, 0])
})

test('who hangs up in the middle of a sentence is no fault of ours', async () => {
  const lines = [
    `POST /ap/inbox HTTP/1.1`,
    `host: ${world.hub.host}`,
    'content-type: application/activity+json',
    'content-length: 5000',
    '',
    '{"id":',
  ]
  for (let at = 0; at < 20; at++)
    await new Promise<void>((done) => {
      const socket = connect(world.hub.site.port, '127.0.0.1', () =>
        socket.write(lines.join('\r\n'), () => socket.destroy()),
      )
      socket.on('close', () => done())
      socket.on('error', () => undefined)
    })
  expect((await world.raw('GET', '/ap/actors/hub', { host: world.hub.host })).status).toBe(200)
})
