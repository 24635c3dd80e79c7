import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { as2, type Someone } from './peer.ts'
import { article, openWorld, said, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const finger = (peer: World['evil'], user: string, href: string, host = peer.host) => {
  const path = `/.well-known/webfinger?resource=${encodeURIComponent(`acct:${user}@${peer.host}`)}`
  const links = [{ rel: 'self', type: 'application/activity+json', href }]
  peer.put(path, (_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/jrd+json' })
      .end(JSON.stringify({ subject: `acct:${user}@${host}`, links })),
  )
}
const follow = (target: string) => world.hub.federation.follow(target)
const entries = async () => (await world.dump())['entries'] ?? ''

describe('rule 20: a handle', () => {
  test('leads to an actor of its own host, and to no other', async () => {
    const { evil, good, canary, hub } = world
    const [victim, own] = [good.actor('victim'), evil.actor('own')]
    finger(evil, 'own', own.id)
    expect(await follow(`@own@${evil.host}`)).toEqual({ actor: own.id, state: 'requested' })
    const asked = good.asked.length
    for (const href of [victim.id, hub.actor('hub'), canary.url, 'http://10.0.0.1/x', 'javascript:alert(1)']) {
      finger(evil, 'thief', href)
      await expect(follow(`@thief@${evil.host}`)).rejects.toMatchObject({ code: 'invalid' })
    }
    expect([good.asked.length, canary.sockets]).toEqual([asked, 0])
  })

  test('is shown with the host where the actor stands, whatever the actor calls itself', async () => {
    const { evil, good } = world
    const claims = { preferredUsername: `bob@${good.host}`, webfinger: `bob@${good.host}`, url: `${good.origin}/@bob` }
    const thief = evil.actor('liar', claims)
    finger(evil, 'liar', thief.id, good.host)
    await follow(`@liar@${evil.host}`)
    const { rows } = await world.hub.deps.db.query('SELECT handle, host FROM actors WHERE id = ?', [thief.id])
    expect({ ...rows[0] }).toMatchObject({ handle: expect.not.stringContaining('@'), host: evil.host })
  })

  test('of ours is answered to the actor’s address and back, and to no other host', async () => {
    const { hub, raw } = world
    const ask = (resource: string) =>
      raw('GET', `/.well-known/webfinger?resource=${encodeURIComponent(resource)}`, { host: hub.host })
    const found: unknown = JSON.parse((await ask(`acct:emplois@${hub.host}`)).body)
    expect(found).toMatchObject({ subject: `acct:emplois@${hub.host}`, links: [{ href: hub.actor('emplois') }, {}] })
    expect((await ask(hub.actor('emplois'))).body).toContain(`acct:emplois@${hub.host}`)
    for (const other of ['acct:emplois@evil.test', 'https://evil.test/ap/actors/emplois', `${hub.origin}.evil.test/ap/actors/emplois`])
      expect((await ask(other)).status).toBe(404)
  })
})

describe('rule 13: what an admin types', () => {
  test('reaches no network of ours, by any spelling', async () => {
    const { canary, hub } = world
    const targets = [
      canary.url,
      `127.0.0.1:${canary.port}`,
      `@x@127.0.0.1:${canary.port}`,
      `@x@localhost:${canary.port}`,
      `http://[::1]:${canary.port}/`,
      `https://canary.test:${canary.port}/users/x`,
      '@x@169.254.169.254',
      'file:///etc/passwd',
      'data:application/activity+json,{}',
      `${hub.origin}/ap/actors/hub`,
      `@hub@${hub.host}`,
      '@a@b@c',
      '',
    ]
    for (const target of targets) await expect(follow(target)).rejects.toMatchObject({ code: 'invalid' })
    expect(canary.sockets).toBe(0)
  })
})

describe('rule 27: the past of one we follow', () => {
  const collection = (id: string, more: JsonObject) => ({ '@context': as2, id, type: 'OrderedCollection', ...more })
  const page = (id: string, more: JsonObject) => ({ '@context': as2, id, type: 'OrderedCollectionPage', ...more })
  const asked = (path: string) => world.evil.asked.filter((one) => one.startsWith(`GET ${path}`)).length
  const texts = (from: Someone, count: number, title: string) =>
    Array.from({ length: count }, () => article(from, world.fresh(from, 'articles'), title))

  test('in pages that lead to themselves, or to each other, is read once', async () => {
    const { evil } = world
    const someone = evil.actor('circle')
    const first = `${someone.id}/outbox`
    const second = `${evil.origin}/circle/2`
    const [own] = texts(someone, 1, 'In a circle')
    evil.put('/users/circle/outbox', page(first, { orderedItems: [own], next: second }))
    evil.put('/circle/2', page(second, { orderedItems: [own], next: first }))
    evil.put('/users/circle/featured', collection(`${someone.id}/featured`, { first: `${someone.id}/featured` }))
    await world.follow(someone)
    expect([asked('/users/circle/outbox'), asked('/circle/2'), asked('/users/circle/featured')]).toEqual([1, 1, 1])
    expect((await entries()).split('In a circle')).toHaveLength(2)
  })

  test('in pages without an end is read a few pages far, and a few things', async () => {
    const { evil } = world
    const someone = evil.actor('endless')
    for (let at = 0; at < 100; at++) {
      const id = at === 0 ? `${someone.id}/outbox` : `${evil.origin}/endless/${at}`
      const orderedItems = texts(someone, 20, 'Without an end')
      evil.put(new URL(id).pathname, page(id, { orderedItems, next: `${evil.origin}/endless/${at + 1}` }))
    }
    await world.follow(someone)
    expect(asked('/endless/')).toBeLessThanOrEqual(6)
    // Of one title all of them, each under an address of its own.
    expect((await entries()).split('"title":"Without an end"').length - 1).toBe(60)
  })

  test('that leads to another host is not followed there', async () => {
    const { evil, good, canary } = world
    const someone = evil.actor('away')
    const before = good.asked.length
    const items = [`${good.origin}/notes/1`, canary.url, { ...said(someone, 'Announce', world.fresh(someone)), object: `${good.origin}/x` }]
    evil.put('/users/away/outbox', page(`${someone.id}/outbox`, { orderedItems: items, next: `${good.origin}/next` }))
    evil.put('/users/away/featured', (_, response) => response.writeHead(302, { location: `${good.origin}/f` }).end())
    await world.follow(someone)
    expect([good.asked.length, canary.sockets]).toEqual([before, 0])
    // What cannot be had of one does not leave the rest unread, nor the visit undone.
    expect((await world.dump())['errands']).not.toContain('/users/away')
  })

  test('of things that are not its own is not believed', async () => {
    const { evil, good } = world
    const [someone, victim] = [evil.actor('collector'), good.actor('victim2')]
    const forged = [
      article(victim, world.fresh(victim, 'articles'), 'Forged from afar'),
      { ...article(someone, world.fresh(victim, 'articles'), 'Forged id'), attributedTo: someone.id },
      { ...article(someone, world.fresh(someone, 'articles'), 'Forged author'), attributedTo: victim.id },
    ]
    const outbox = `${someone.id}/outbox`
    const orderedItems = [...forged, ...forged.map((object) => ({ ...said(someone, 'Create', world.fresh(someone)), object }))]
    evil.put('/users/collector/outbox', collection(outbox, { orderedItems }))
    await world.follow(someone)
    expect(await entries()).not.toContain('Forged')
  })

  test('five hundred announcements at once are five hundred promises at most, kept in good time', async () => {
    const { evil, hub } = world
    const someone = evil.actor('loud')
    evil.put('/users/loud/outbox', collection(`${someone.id}/outbox`, { orderedItems: [] }))
    evil.put('/users/loud/featured', collection(`${someone.id}/featured`, { orderedItems: [] }))
    await world.follow(someone)
    const { rows } = await hub.deps.db.query('SELECT n FROM actors WHERE id = ?', [someone.id])
    const promise = 'INSERT INTO errands (type, subject, actor_n, next_at) VALUES (?, ?, ?, ?)'
    const later = hub.deps.now() + 3_600_000
    await hub.deps.db.write(
      Array.from({ length: 499 }, (_, at) => ({ sql: promise, args: ['fetch', `${evil.origin}/l/${at}`, Number(rows[0]?.['n']), later] })),
    )
    for (const at of [1, 2, 3]) {
      evil.put(`/loud/${at}`, (_, response) => response.writeHead(503).end())
      await world.post(someone, { ...said(someone, 'Announce', world.fresh(someone)), object: `${evil.origin}/loud/${at}` })
    }
    await world.quiet()
    const kept = await hub.deps.db.query('SELECT count(*) AS n FROM errands WHERE actor_n = ?', [Number(rows[0]?.['n'])])
    expect(kept.rows[0]?.['n']).toBe(500)
    await hub.deps.db.write([{ sql: 'DELETE FROM errands', args: [] }])
  })
})
