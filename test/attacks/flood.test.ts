import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Fetcher } from '../../server/federation/fetch.ts'
import { fetcherFor, names } from '../federation/listener.ts'
import { openDoors } from './doors.ts'
import { newcomer, type Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
let fetcher: Fetcher
beforeAll(async () => {
  world = await openWorld()
  const here = [['127.0.0.1']]
  const hosts = [world.evil.host, world.good.host]
  fetcher = fetcherFor(hosts, { lookup: names({ 'evil.test': here, 'good.test': here }) })
})
/** Each with buckets of its own, small enough to be emptied at once. */
beforeEach(() => openDoors(world, { fetcher, limits: { address: 20, host: 30, stranger: 10 } }))
afterAll(async () => {
  await fetcher.close()
  await world.close()
})

const view = (someone: Someone) => ({
  ...said(someone, 'View', world.fresh(someone)),
  object: world.hub.actor('hub'),
})
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const times = <Result>(count: number, make: (at: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)))

describe('rule 29: a flood', () => {
  test('from one address is held at that address, and told how long', async () => {
    const someone = world.evil.actor('flooding')
    const body = Buffer.from(JSON.stringify(view(someone)))
    const headers = {
      host: world.hub.host,
      'content-type': 'application/activity+json',
      'x-forwarded-for': '203.0.113.7',
    }
    const answers = await times(50, () => world.raw('POST', '/ap/inbox', headers, body))
    const counts = Map.groupBy(answers, ({ status }) => status)
    expect([counts.get(401)?.length, counts.get(429)?.length]).toEqual([20, 30])
    for (const { headers: told } of counts.get(429) ?? [])
      expect(Number(told['retry-after'])).toBeGreaterThan(0)
    expect((await world.post(someone, view(someone), from('203.0.113.8'))).status).toBe(202)
  })

  test('under the name of a host uses up nothing of that host’s own share', async () => {
    const [someone, wrong] = [world.good.actor('honest'), newcomer('http://x.test', 'other').key]
    expect((await world.post(someone, view(someone), from('203.0.113.20'))).status).toBe(202)
    const key = { ...wrong, id: someone.key.id }
    const forged = await times(100, (at) =>
      world.post(someone, view(someone), { key, ...from(`203.0.113.${30 + at}`) }),
    )
    expect(new Set(forged.map(({ status }) => status))).toEqual(new Set([401]))
    expect((await world.post(someone, view(someone), from('203.0.113.20'))).status).toBe(202)
  })

  test('of one host, well signed, from many addresses is held at that host', async () => {
    const [someone, other] = [world.evil.actor('many'), world.good.actor('other')]
    const answers = await times(60, (at) => world.post(someone, view(someone), from(`198.51.100.${at}`)))
    const counts = Map.groupBy(answers, ({ status }) => status)
    expect([counts.get(202)?.length, counts.get(429)?.length]).toEqual([30, 30])
    expect((await world.post(other, view(other), from('198.51.100.1'))).status).toBe(202)
  })

  test('of new names of one host is held before they are fetched', async () => {
    const people = Array.from({ length: 25 }, (_, at) => world.good.actor(`new${at}`))
    const before = world.good.asked.length
    const statuses: number[] = []
    for (const [at, someone] of people.entries())
      statuses.push((await world.post(someone, view(someone), from(`192.0.2.${at}`))).status)
    expect(statuses).toEqual(people.map((_, at) => (at < 10 ? 202 : 429)))
    expect(world.good.asked.length - before).toBe(10)
    const [first] = people
    expect(first === undefined ? 0 : (await world.post(first, view(first), from('192.0.2.99'))).status).toBe(
      202,
    )
  })
})
