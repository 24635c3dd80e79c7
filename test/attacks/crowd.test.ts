import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registrable } from '../../server/federation/crowd.ts'
import { fetcherFor } from '../federation/listener.ts'
import { openDoors } from './doors.ts'
import { newcomer, sendDocument, type Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, type World } from './world.ts'

const subdomains = 300
let world: World
let close: () => Promise<void>
/** Somebody with the same key at each of many hosts, all of which are one machine. */
const people: Someone[] = []

/**
 * The hub's own rooms, but for one difference: the client may call these hosts of this machine while the door does
 * not know that they are exempt, as if they stood on the internet.
 */
beforeAll(async () => {
  world = await openWorld()
  const { evil } = world
  const at = (name: string) => `${name}:${evil.port}`
  const hosts = Array.from({ length: subdomains }, (_, count) => at(`u${count}.wild.test`))
  for (const host of [...hosts, at('a.fine.test')]) people.push(newcomer(`http://${host}`, 'amel'))
  const documents = new Map(people.map(({ id, document }) => [new URL(id).host, document]))
  evil.put('/users/amel', (request, response) =>
    sendDocument(response, documents.get(request.headers.host ?? '') ?? {}),
  )
  const fetcher = fetcherFor(
    people.map(({ id }) => new URL(id).host),
    { lookup: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]) },
  )
  openDoors(world, { fetcher, limits: { address: 10_000 } })
  close = () => fetcher.close()
})
afterAll(async () => {
  await close()
  await world.close()
})

const like = (from: Someone) => ({ ...said(from, 'Like', `${from.id}/1`), object: world.hub.actor('hub') })

describe('rule 29: a domain with a host for everyone', () => {
  test('is known by ten of its hosts in a day, however many come, and however many at once', async () => {
    const wild = people.slice(0, subdomains)
    const answers = await Promise.all(wild.map((someone) => world.post(someone, like(someone))))
    const counts = Map.groupBy(answers, ({ status }) => status)
    // 503: so many at once that nobody more could be asked for a key.
    expect([202, 429, 503]).toEqual(expect.arrayContaining([...counts.keys()]))
    expect(counts.get(202)).toHaveLength(10)
    expect(new Set(counts.get(429)?.map(({ headers }) => headers['retry-after']))).toEqual(new Set(['3600']))
    const known = (await world.dump())['actors']?.match(/"host":"u\d+\.wild\.test/g)
    expect(new Set(known).size).toBe(10)
  })

  test('costs nobody else, and is asked no more', async () => {
    const asked = world.evil.asked.length
    const strangers = []
    for (const someone of people.slice(0, subdomains))
      strangers.push((await world.post(someone, like(someone))).status)
    expect(strangers.filter((status) => status === 202)).toHaveLength(10)
    expect(strangers.filter((status) => status === 429)).toHaveLength(subdomains - 10)
    expect(world.evil.asked.length).toBe(asked)
    const fine = people.at(-1)
    expect(fine === undefined ? 0 : (await world.post(fine, like(fine))).status).toBe(202)
    expect(world.evil.asked.length).toBe(asked + 1)
  })

  test('and a day later by ten more', async () => {
    world.hub.deps.pass(25 * 3_600_000)
    const answers = []
    for (const someone of people.slice(0, 60)) answers.push((await world.post(someone, like(someone))).status)
    expect(answers.filter((status) => status === 202).length).toBeGreaterThanOrEqual(10)
    const known = (await world.dump())['actors']?.match(/"host":"u\d+\.wild\.test/g)
    expect(new Set(known).size).toBe(20)
  })

  test.each([
    ['u1.evil.test', 'evil.test'],
    ['evil.test', 'evil.test'],
    ['a.b.c.evil.test', 'evil.test'],
    ['hub.lien.asso.fr', 'lien.asso.fr'],
    ['a.shop.co.uk', 'shop.co.uk'],
    ['ville.fr', 'ville.fr'],
    ['localhost', 'localhost'],
  ])('what one person can register of %s is %s', (name, domain) => {
    expect(registrable(name)).toBe(domain)
  })
})
