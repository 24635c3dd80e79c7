import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { until } from '../support/until.ts'
import { as2, type Someone } from './peer.ts'
import { article, said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const entries = async () => (await world.dump())['entries'] ?? ''

describe('rule 27: the past of one we follow', () => {
  const collection = (id: string, more: JsonObject) => ({
    '@context': as2,
    id,
    type: 'OrderedCollection',
    ...more,
  })
  const page = (id: string, more: JsonObject) => ({
    '@context': as2,
    id,
    type: 'OrderedCollectionPage',
    ...more,
  })
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
    evil.put(
      '/users/circle/featured',
      collection(`${someone.id}/featured`, { first: `${someone.id}/featured` }),
    )
    await world.follow(someone)
    expect([asked('/users/circle/outbox'), asked('/circle/2'), asked('/users/circle/featured')]).toEqual([
      1, 1, 1,
    ])
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

  test('in empty pages without an end is left after a few', async () => {
    const { evil } = world
    const someone = evil.actor('hollow')
    for (let at = 0; at < 30; at++) {
      const id = at === 0 ? `${someone.id}/outbox` : `${evil.origin}/hollow/${at}`
      evil.put(new URL(id).pathname, page(id, { orderedItems: [], next: `${evil.origin}/hollow/${at + 1}` }))
    }
    await world.follow(someone)
    expect(asked('/hollow/')).toBeLessThanOrEqual(6)
  })

  test('that leads to another host is not followed there', async () => {
    const { evil, good, canary } = world
    const someone = evil.actor('away')
    const before = good.asked.length
    const items = [
      `${good.origin}/notes/1`,
      canary.url,
      { ...said(someone, 'Announce', world.fresh(someone)), object: `${good.origin}/x` },
    ]
    evil.put(
      '/users/away/outbox',
      page(`${someone.id}/outbox`, { orderedItems: items, next: `${good.origin}/next` }),
    )
    evil.put('/users/away/featured', (_, response) =>
      response.writeHead(302, { location: `${good.origin}/f` }).end(),
    )
    await world.follow(someone)
    expect([good.asked.length, canary.sockets]).toEqual([before, 0])
    // What cannot be had of one does not leave the rest unread, nor the visit undone.
    const visit = 'SELECT polled_at FROM following JOIN actors ON n = target_n WHERE id = ?'
    expect((await world.hub.deps.db.query(visit, [someone.id])).rows[0]?.['polled_at']).toBe(
      world.hub.deps.now(),
    )
  })

  test('of an actor who has become another is not read', async () => {
    const { evil, hub } = world
    const [someone, other] = [evil.actor('before'), evil.actor('after')]
    for (const one of [someone, other])
      evil.put(`${new URL(one.id).pathname}/outbox`, collection(`${one.id}/outbox`, { orderedItems: [] }))
    await world.follow(someone)
    evil.put('/users/before', other.document)
    const looks = () => evil.asked.filter((one) => one === 'GET /users/before').length
    const before = looks()
    hub.deps.pass(7 * 3_600_000)
    hub.federation.start()
    await until('the actor is looked at again', () => looks() > before)
    await world.quiet()
    expect(asked('/users/after/outbox')).toBe(0)
  })

  test('is not read again for each yes that they say', async () => {
    const { evil, hub, post, fresh } = world
    const someone = evil.actor('eager')
    evil.put('/users/eager/outbox', collection(`${someone.id}/outbox`, { orderedItems: [] }))
    await world.follow(someone)
    const read = asked('/users/eager/outbox')
    const object = { type: 'Follow', actor: hub.actor('hub'), object: someone.id }
    for (let at = 0; at < 5; at++) {
      await post(someone, { ...said(someone, 'Accept', fresh(someone)), object })
      await world.quiet()
    }
    expect(asked('/users/eager/outbox')).toBe(read)
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
    const orderedItems = [
      ...forged,
      ...forged.map((object) => ({ ...said(someone, 'Create', world.fresh(someone)), object })),
    ]
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
      Array.from({ length: 499 }, (_, at) => ({
        sql: promise,
        args: ['fetch', `${evil.origin}/l/${at}`, Number(rows[0]?.['n']), later],
      })),
    )
    for (const at of [1, 2, 3]) {
      evil.put(`/loud/${at}`, (_, response) => response.writeHead(503).end())
      await world.post(someone, {
        ...said(someone, 'Announce', world.fresh(someone)),
        object: `${evil.origin}/loud/${at}`,
      })
    }
    await world.quiet()
    const kept = await hub.deps.db.query('SELECT count(*) AS n FROM errands WHERE actor_n = ?', [
      Number(rows[0]?.['n']),
    ])
    expect(kept.rows[0]?.['n']).toBe(500)
    await hub.deps.db.write([{ sql: 'DELETE FROM errands', args: [] }])
  })
})
