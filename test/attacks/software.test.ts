import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askSoftwareAgain, softwareOf } from '../../server/federation/software.ts'
import { createPruner } from '../../server/federation/prune.ts'
import { hostOf } from '../support/deliveries.ts'
import type { Peer, Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

const week = 7 * 24 * 3_600_000

let world: World
let entry: string
beforeEach(async () => {
  world = await openWorld()
  entry = (await world.hub.publish('job')).envelope.apId
})
afterEach(() => world.close())

const schema = (version: string) => `http://nodeinfo.diaspora.software/ns/schema/${version}`

function answer(peer: Peer, path: string, body: unknown, type = 'application/json'): void {
  peer.put(path, (_, response) => response.writeHead(200, { 'content-type': type }).end(JSON.stringify(body)))
}

/** A peer that says where its NodeInfo stands. */
const names = (peer: Peer, href: string, version = '2.1') =>
  answer(peer, '/.well-known/nodeinfo', { links: [{ rel: schema(version), href }] })

function runs(peer: Peer, software: unknown, metadata: unknown = {}, type?: string): void {
  names(peer, `${peer.origin}/nodeinfo/2.1`)
  answer(peer, '/nodeinfo/2.1', { version: '2.1', software, metadata }, type)
}

const like = (someone: Someone) =>
  world.post(someone, { ...said(someone, 'Like', world.fresh(someone)), object: entry })

/** Somebody there says something that matters, and the hub does what follows from it. */
async function speaks(peer: Peer, name = 'somebody'): Promise<void> {
  expect((await like(peer.actor(name))).status).toBe(202)
  await world.quiet()
}

const known = async (peer: Peer) => (await softwareOf(world.hub.deps.db, [peer.host])).get(peer.host)
const questions = (peer: Peer) => peer.asked.filter((asked) => asked.includes('nodeinfo')).length

describe('what software a host runs', () => {
  test('is asked when it has said something that mattered, and when a week has passed', async () => {
    const { good, hub } = world
    runs(
      good,
      { name: 'Mastodon', version: '4.5.1' },
      { nodeName: 'Chez <b>nous</b>', maillonTerritory: '92' },
    )
    await speaks(good)
    expect(await known(good)).toEqual({ name: 'mastodon', version: '4.5.1' })
    expect(await hostOf(hub, good.host)).toMatchObject({ nodeName: 'Chez nous', nodeTerritory: '92' })
    runs(good, { name: 'mastodon', version: '4.6.0' })
    hub.deps.pass(week - 1)
    await askSoftwareAgain(world.hub.deps)
    await speaks(good, 'another')
    expect(questions(good)).toBe(2)
    hub.deps.pass(1)
    await askSoftwareAgain(world.hub.deps)
    await world.quiet()
    expect(await known(good)).toEqual({ name: 'mastodon', version: '4.6.0' })
    expect(await hostOf(hub, good.host)).toMatchObject({ nodeName: null })
  })

  test('is asked of a host that we follow, and the answer outlives a round of forgetting', async () => {
    const { good, hub } = world
    runs(good, { name: 'maillon', version: '1.0.0' })
    await world.follow(good.actor('hub'))
    expect(await known(good)).toEqual({ name: 'maillon', version: '1.0.0' })
    await createPruner(hub.deps)()
    expect(await known(good)).toEqual({ name: 'maillon', version: '1.0.0' })
  })

  test.each(['2.1', '2.0', '1.1', '1.0'])(
    'is read of NodeInfo %s, with the profile of its schema',
    async (version) => {
      const { good } = world
      names(good, `${good.origin}/nodeinfo/x`, version)
      const type = `application/json; profile="${schema(version)}#"; charset=utf-8`
      answer(good, '/nodeinfo/x', { version, software: { name: 'gotosocial', version: '0.20.0' } }, type)
      await speaks(good)
      expect(await known(good)).toEqual({ name: 'gotosocial', version: '0.20.0' })
    },
  )

  test('is not asked again for a week when it has no NodeInfo', async () => {
    const { good, hub } = world
    await speaks(good)
    expect([questions(good), await known(good)]).toEqual([1, undefined])
    hub.deps.pass(week - 1)
    await speaks(good, 'another')
    await askSoftwareAgain(world.hub.deps)
    await world.quiet()
    expect(questions(good)).toBe(1)
  })

  test('is asked again within the hour when it was out of order', async () => {
    const { good, hub } = world
    good.put('/.well-known/nodeinfo', (_, response) => response.writeHead(503).end())
    await speaks(good)
    expect(await known(good)).toBeUndefined()
    runs(good, { name: 'lemmy', version: '0.19.5' })
    hub.deps.pass(60_000)
    await world.quiet()
    expect(await known(good)).toEqual({ name: 'lemmy', version: '0.19.5' })
  })

  test('is not asked of one who says nothing that matters: that leaves no mark', async () => {
    const { evil } = world
    const mallory = evil.actor('mallory')
    await world.post(mallory, { ...said(mallory, 'Like', world.fresh(mallory)), object: `${evil.origin}/x` })
    await unchanged(world, async () => {
      const id = world.fresh(mallory)
      await world.post(mallory, { ...said(mallory, 'Like', id), object: `${evil.origin}/y` })
    })
    expect(questions(evil)).toBe(0)
  })
})

describe('rule 13: where a host says that its NodeInfo stands', () => {
  test.each([
    ['a number of this machine', () => `http://127.0.0.1:${world.canary.port}/`],
    ['a name of this machine', () => `http://localhost:${world.canary.port}/`],
    ['another host', () => `${world.canary.url}/`],
    ['another host, which we may call', () => `${world.good.origin}/nodeinfo/2.1`],
    ['a host whose name only ends like it', () => `http://not${world.evil.host}/`],
    ['itself by a user and password', () => world.evil.origin.replace('://', '://a:b@')],
    ['itself on a port that is not allowed', () => `http://evil.test:${world.canary.port}/`],
    ['data', () => 'data:application/json,{"software":{"name":"x","version":"1"}}'],
    ['a file', () => 'file:///etc/passwd'],
    ['the hub itself', () => `${world.hub.origin}/nodeinfo/2.1`],
  ])('is not asked there: %s', async (_, href) => {
    const { evil, good, canary } = world
    names(evil, href())
    await speaks(evil)
    expect([canary.sockets, good.sockets, questions(evil)]).toEqual([0, 0, 1])
    expect(await known(evil)).toBeUndefined()
  })

  test('and no redirect leads it to another', async () => {
    const { evil, canary } = world
    for (const path of ['/.well-known/nodeinfo', '/nodeinfo/2.1']) {
      runs(evil, { name: 'x', version: '1' })
      evil.put(path, (_, response) => response.writeHead(302, { location: canary.url }).end())
      await speaks(evil, path.slice(-2))
      world.hub.deps.pass(week)
    }
    expect([canary.sockets, await known(evil)]).toEqual([0, undefined])
  })
})

describe('what a host says that it runs', () => {
  test.each([
    ['markup', { name: '<script>alert(1)</script>', version: '1' }],
    ['a list', [{ name: 'mastodon' }]],
    ['a number', { name: 7, version: '1' }],
    ['a thousand signs', { name: 'm'.repeat(1_000), version: '1' }],
    ['nothing', null],
  ])('is not taken: %s', async (_, software) => {
    runs(world.evil, software)
    await speaks(world.evil)
    expect(await known(world.evil)).toBeUndefined()
  })

  test('is not read from a page, nor from more than we accept', async () => {
    const { evil } = world
    runs(evil, { name: 'mastodon', version: '1' }, {}, 'text/html')
    await speaks(evil)
    runs(evil, { name: 'mastodon', version: '1' }, { more: 'm'.repeat(200_000) })
    world.hub.deps.pass(week)
    await speaks(evil, 'another')
    expect(await known(evil)).toBeUndefined()
  })

  test('is cut, and turns no line around', async () => {
    const { evil, hub } = world
    const metadata = {
      nodeName: `\u202eevil ${'n'.repeat(500)}`,
      nodeDescription: ['x'],
      maillonTerritory: '<92>',
    }
    runs(evil, { name: 'mastodon', version: '9'.repeat(500) }, metadata)
    await speaks(evil)
    const row = await hostOf(hub, evil.host)
    expect(row?.nodeName).toMatch(/^evil n{95}$/)
    expect(row).toMatchObject({ softwareVersion: '9'.repeat(40), nodeDescription: null, nodeTerritory: null })
  })
})
