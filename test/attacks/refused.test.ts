import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allowHosts, chooseCircle } from '../../server/moderation/circle.ts'
import { block, readTarget, unblock } from '../../server/moderation/blocks.ts'
import { blockOf } from '../../server/moderation/block-store.ts'
import type { Entry } from '../../server/entries/load.ts'
import { signRequest } from '../../server/federation/signatures/index.ts'
import { saveIdentity } from '../../server/settings/save.ts'
import { newcomer, type Someone } from './peer.ts'
import { article, note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

// Whoever is refused, by a block or because others were chosen, meets the same answer at every door (rule 21).

let world: World
let job: Entry
let entry: string
let mallory: Someone
let friend: Someone
let picture: string
beforeAll(async () => {
  world = await openWorld()
  job = await world.hub.publish('job')
  entry = job.envelope.apId
  friend = world.good.actor('friend')
  await world.follow(friend)
})
afterAll(() => world.close())

/** What there is of somebody who was welcome until now. */
async function welcome(name: string): Promise<Someone> {
  const { evil, post, fresh, hub } = world
  const someone = evil.actor(name)
  await world.follow(someone)
  await post(someone, { ...said(someone, 'Follow', fresh(someone)), object: hub.actor('hub') })
  await post(someone, { ...said(someone, 'Like', fresh(someone)), object: entry })
  // Read by one we trust, from a server that is refused later.
  const theirs = article(friend, fresh(friend, 'articles'), `A text beside ${name}`, {
    image: { type: 'Image', url: `${evil.origin}/${name}.jpg` },
  })
  await post(friend, { ...said(friend, 'Create', fresh(friend)), object: theirs })
  await world.quiet()
  const { rows } = await hub.deps.db.query('SELECT id FROM media WHERE source_url = ?', [
    `${evil.origin}/${name}.jpg`,
  ])
  picture = String(rows[0]?.['id'])
  return someone
}

/** Said to all that follow any of the hub's actors. */
const rename = (hub: World['hub'], name: string): Promise<void> =>
  saveIdentity(hub.deps, hub.admin, {
    ...{ name: `Le hub ${name}`, tagline: null, accent: null, homeText: null, logo: null },
  })

const suspend = async (typed: string): Promise<() => Promise<void>> => {
  const { deps, admin } = world.hub
  const target = await readTarget(deps, 'host', typed)
  if ('fault' in target) throw new Error(target.fault)
  await block(deps, admin, { ...target, reason: 'test' })
  const row = await blockOf(deps.db, target.type, target.target)
  return () => unblock(deps, admin, row?.id ?? '', 'test')
}

const choose = async (): Promise<() => Promise<void>> => {
  const { deps, admin } = world.hub
  await allowHosts(deps, admin, [world.good.host])
  await chooseCircle(deps, admin, 'chosen')
  return () => chooseCircle(deps, admin, 'open')
}

describe.each([
  ['whose host is blocked', 'one', () => suspend('evil.test')],
  ['whose host is blocked as it is written elsewhere', 'two', () => suspend('EVIL.Test.')],
  ['whose host is none of the chosen ones', 'three', choose],
] as const)('rule 21: somebody %s', (_, name, refuse) => {
  let relent: () => Promise<void>
  let asked: number
  beforeAll(async () => {
    mallory = await welcome(name)
    relent = await refuse()
    await world.quiet()
  })
  afterAll(() => relent())
  beforeEach(() => void (asked = world.evil.asked.length))
  const unasked = () => expect(world.evil.asked.slice(asked)).toEqual([])

  test.each(['Like', 'Follow', 'Create', 'Update', 'Delete', 'Undo', 'Flag', 'Announce'])(
    'says a %s to no effect, and nobody is asked for a key',
    async (type) => {
      for (const someone of [mallory, newcomer(world.evil.origin, `new-${name}`)])
        await unchanged(world, async () => {
          const words = { ...said(someone, type, world.fresh(someone)), object: entry }
          expect((await world.post(someone, words)).status).toBe(403)
          const unsigned = await world.post(someone, words, { headers: { signature: null } })
          expect(unsigned.status).toBe(403)
        })
      unasked()
    },
  )

  test('brings nobody else’s words, and nobody brings theirs', async () => {
    const { good, evil, post, fresh } = world
    const author = good.actor(`author-${name}`)
    const answer = note(author, fresh(author, 'notes'), entry)
    const theirs = note(mallory, fresh(mallory, 'notes'), entry)
    evil.put(new URL(String(theirs['id'])).pathname, theirs)
    await unchanged(world, async () => {
      const carried = { ...said(author, 'Create', fresh(author)), object: answer }
      expect((await post(author, carried, { key: mallory.key })).status).toBe(403)
      const brought = { ...said(mallory, 'Create', fresh(mallory)), object: theirs }
      expect((await post(mallory, brought, { key: friend.key })).status).toBe(403)
    })
    unasked()
  })

  test('reads nothing, whatever is asked for', async () => {
    const { hub, raw } = world
    for (const path of ['/ap/actors/hub', '/ap/actors/hub/followers', `${new URL(entry).pathname}/replies`]) {
      const request = { method: 'GET' as const, url: hub.origin + path, body: null }
      const signed = await signRequest({ ...request, date: new Date(hub.deps.now()) }, mallory.key, 'cavage')
      expect((await raw('GET', path, { ...signed, host: hub.host })).status).toBe(403)
    }
    unasked()
  })

  test('is not looked up, followed, read again or led to', async () => {
    const { hub, evil } = world
    for (const target of [`@${name}@${evil.host}`, mallory.id, evil.host])
      await expect(hub.federation.follow(target)).rejects.toMatchObject({ code: 'forbidden' })
    const home = await hub.federation.wayHome(`@${name}@${evil.host}`, 'follow', entry)
    expect(home).toMatchObject({ found: false, guess: null })
    // What was promised before, of all sorts.
    for (const [type, subject] of [
      ['backfill', mallory.id],
      ['refresh', mallory.id],
      ['fetch', `${mallory.id}/articles/1`],
      ['answer', `${mallory.id}/notes/1`],
    ] as const)
      await hub.deps.db.write([
        {
          sql: 'INSERT INTO errands (type, subject, actor_n, next_at) SELECT ?, ?, n, 0 FROM actors WHERE id IN (?, ?) LIMIT 1',
          args: [type, subject, mallory.id, type === 'answer' ? friend.id : ''],
        },
      ])
    await world.quiet()
    unasked()
  })

  test('is not sent to where another redirects', async () => {
    const { hub, good, evil } = world
    good.put(`/away-${name}`, (__, response) =>
      response.writeHead(302, { location: `${evil.origin}/x` }).end(),
    )
    for (const url of [`${evil.origin}/x.png`, `${good.origin}/away-${name}`])
      await expect(hub.federation.fetchImage(url)).rejects.toMatchObject({ kind: 'blocked' })
    unasked()
  })

  test('is shown no picture of, even in another’s entry, even fetched long ago', async () => {
    const { hub, raw, evil } = world
    expect(picture).toMatch(/-/)
    expect((await raw('GET', `/media/r/${picture}.webp`, { host: hub.host })).status).toBe(404)
    expect(await hub.federation.refusesImage(`${evil.origin}/${name}.jpg`)).toBe(true)
    unasked()
  })

  test('is sent nothing of what is said here, nor is anything made ready', async () => {
    const { hub, evil } = world
    const ready = async () =>
      (await hub.deps.db.query('SELECT count(*) AS n FROM deliveries WHERE host = ?', [evil.host])).rows[0]?.[
        'n'
      ]
    const before = await ready()
    await hub.publish('job')
    const organisation = await hub.publish('organisation', { title: `La structure ${name}` })
    await rename(hub, name)
    // Goes to all who answered or liked it.
    job = await hub.revise(job, { title: `Un emploi, ${name}` })
    // Goes to every server that is known.
    await hub.withdraw(organisation)
    await world.quiet()
    unasked()
    expect(await ready()).toBe(before)
  })

  test('is given no stamp for what they quote', async () => {
    const { hub, raw } = world
    const quotation = Buffer.from(`${mallory.id}/quote`).toString('base64url')
    const path = `${new URL(entry).pathname}/quotes/${quotation}`
    expect((await raw('GET', path, { host: hub.host })).status).toBeGreaterThanOrEqual(401)
  })
})

describe('a hub that speaks with chosen hosts', () => {
  let relent: () => Promise<void>
  beforeAll(async () => void (relent = await choose()))
  afterAll(() => relent())

  test('speaks with them as before, and with nobody who reads under no name', async () => {
    const { hub, raw, post, fresh, good } = world
    const like = { ...said(friend, 'Like', fresh(friend)), object: entry }
    expect((await post(friend, like)).status).toBe(202)
    const asked = good.asked.length
    await hub.publish('job')
    await world.quiet()
    expect(good.asked.length).toBeGreaterThanOrEqual(asked)
    expect((await raw('GET', new URL(entry).pathname, { host: hub.host })).status).toBe(401)
    expect((await raw('GET', '/ap/actors/instance', { host: hub.host })).status).toBe(200)
  })

  test('knows them by their whole name: neither a host above nor one under, nor another port', async () => {
    for (const host of ['under.good.test', 'good.test', 'test', `good.test:${world.good.port + 1}`]) {
      const someone = newcomer(`http://${host}`, 'x')
      const like = { ...said(someone, 'Like', `${someone.id}/1`), object: entry }
      expect([host, (await world.post(someone, like)).status]).toEqual([host, 403])
    }
  })
})
