import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { actors } from '../../db/schema/federation.ts'
import { addFollower, answering, openSinks, type Sink } from '../peers/sink.ts'
import { deliveriesTo, hostOf, hours, minutes, pass, settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { followersOf } from '../support/network.ts'
import { openSite } from '../support/site.ts'

let hub: TestHub
let pool: Sink[]
let sink: Sink
let other: Sink
beforeAll(async () => {
  const site = await openSite()
  pool = await openSinks(50)
  hub = await openHubAt(site, { neighbours: [site, ...pool] })
})
beforeEach(() => {
  ;[sink, other] = pool.splice(0, 2) as [Sink, Sink]
})
afterEach(async () => {
  for (const table of ['followers', 'deliveries'])
    await hub.deps.db.write([{ sql: `DELETE FROM ${table}`, args: [] }])
  await sink.close()
  await other.close()
})
afterAll(async () => {
  await hub.stop()
  for (const left of pool) await left.close()
})

const first = async () => (await deliveriesTo(hub, sink.host))[0]
const within = (wait: number | undefined, about: number): void => {
  expect(wait).toBeGreaterThanOrEqual(about * 0.75)
  expect(wait).toBeLessThanOrEqual(about * 1.25)
}

describe('a host that fails', () => {
  test('is tried again after 1, 5, 15 and 60 minutes, more or less a quarter', async () => {
    await addFollower(hub, sink, 'emplois')
    sink.reply = answering(500)
    await hub.publish('job')
    for (const [attempt, wait] of [1, 5, 15, 60].entries()) {
      await settled(hub)
      const row = await first()
      expect(row).toMatchObject({ attempts: attempt + 1, status: 500, doneAt: null, failedAt: null })
      within((row?.nextAt ?? 0) - hub.deps.now(), minutes(wait))
      pass(hub, minutes(wait * 1.25))
    }
  })

  test('is not tried before its time', async () => {
    await addFollower(hub, sink, 'emplois')
    sink.reply = answering(500)
    await hub.publish('job')
    await settled(hub)
    pass(hub, 40_000)
    await addFollower(hub, other, 'ressources')
    await hub.publish('resource')
    await settled(hub)
    expect(other.posts).toHaveLength(2)
    expect(sink.posts).toHaveLength(1)
  })

  test('that names its own time is given it', async () => {
    await addFollower(hub, sink, 'emplois')
    sink.reply = answering(429, { 'retry-after': '7200' })
    await hub.publish('job')
    await settled(hub)
    expect((await first())?.nextAt).toBe(hub.deps.now() + hours(2))
    expect((await hostOf(hub, sink.host))?.failures).toBe(0)
  })

  test('that cannot be reached at all is the same', async () => {
    await addFollower(hub, sink, 'emplois')
    await sink.close()
    await hub.publish('job')
    await settled(hub)
    expect(await first()).toMatchObject({ attempts: 1, status: null, error: 'no-server', failedAt: null })
    expect(await hostOf(hub, sink.host)).toMatchObject({ failures: 1, failingSince: hub.deps.now() })
  })

  test('is given up after a week', async () => {
    await addFollower(hub, sink, 'emplois')
    sink.reply = answering(503)
    await hub.publish('job')
    for (let attempt = 1; attempt <= 13; attempt++) {
      await settled(hub)
      pass(hub, hours(31))
    }
    await settled(hub)
    expect(await first()).toMatchObject({ attempts: 13, status: 503, failedAt: hub.deps.now() - hours(31) })
  })
})

describe('a refusal', () => {
  test.each([405, 406, 413, 415, 422, 501])('of %i is final', async (status) => {
    await addFollower(hub, sink, 'emplois')
    sink.reply = answering(status)
    await hub.publish('job')
    await settled(hub)
    expect(await first()).toMatchObject({ status, attempts: 1, failedAt: hub.deps.now() })
  })

  test.each([408, 425, 429, 500, 502, 504])('of %i is not', async (status) => {
    await addFollower(hub, sink, 'emplois')
    sink.reply = answering(status)
    await hub.publish('job')
    await settled(hub)
    expect(await first()).toMatchObject({ status, attempts: 1, failedAt: null })
  })

  test('by a redirect is final too: what is signed for one goes to no other', async () => {
    await addFollower(hub, sink, 'emplois')
    sink.reply = answering(308, { location: `${other.site.origin}/inbox` })
    await hub.publish('job')
    await settled(hub)
    expect(await first()).toMatchObject({ status: 308, failedAt: hub.deps.now() })
    expect(other.posts).toEqual([])
  })
})

describe('an inbox that is no longer there', () => {
  const goneAt = async () =>
    (await hub.deps.db.read.select({ at: actors.goneAt }).from(actors).where(eq(actors.host, sink.host)))[0]
      ?.at

  test.each([404, 410])('(%i) loses its follows only the second time, a day later', async (status) => {
    await addFollower(hub, sink, 'emplois', { shared: false })
    sink.reply = answering(status)
    await hub.publish('job', { title: 'Le premier' })
    await settled(hub)
    const began = hub.deps.now()
    hub.deps.pass(hours(23))
    await hub.publish('job', { title: 'Le lendemain' })
    await settled(hub)
    expect([await goneAt(), await followersOf(hub, 'emplois')]).toEqual([began, [expect.any(String)]])
    hub.deps.pass(hours(2))
    await hub.publish('job', { title: 'Plus tard' })
    await settled(hub)
    expect(await followersOf(hub, 'emplois')).toEqual([])
    const asked = sink.posts.length
    await hub.publish('job', { title: 'Encore' })
    await settled(hub)
    expect(sink.posts).toHaveLength(asked)
  })

  test('but shared by many, has a week', async () => {
    await addFollower(hub, sink, 'emplois')
    sink.reply = answering(404)
    for (const wait of [0, 48, 24 * 6]) {
      expect(await followersOf(hub, 'emplois')).toHaveLength(1)
      hub.deps.pass(hours(wait))
      await hub.publish('job', { title: `Après ${wait} heures` })
      await settled(hub)
    }
    expect(await followersOf(hub, 'emplois')).toEqual([])
  })

  test('and answers again meanwhile was only being moved', async () => {
    await addFollower(hub, sink, 'emplois', { shared: false })
    sink.reply = answering(404)
    await hub.publish('job', { title: 'Le premier' })
    await settled(hub)
    sink.reply = answering(202)
    hub.deps.pass(hours(12))
    await hub.publish('job', { title: 'Il répond' })
    await settled(hub)
    expect(await goneAt()).toBeNull()
    sink.reply = answering(404)
    hub.deps.pass(hours(13))
    await hub.publish('job', { title: 'Il ne répond plus' })
    await settled(hub)
    expect(await followersOf(hub, 'emplois')).toHaveLength(1)
  })
})
