import { count, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comments, entries, tombstones } from '../../db/schema/entries.ts'
import {
  activities,
  actors,
  deliveries,
  errands,
  followers,
  following,
  reactions,
  remoteKeys,
} from '../../db/schema/federation.ts'
import { blocks, decisions } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { matches } from '../../server/entries/search.ts'
import { receiveEntry } from '../../server/entries/receive.ts'
import { isBlocked } from '../../server/federation/blocked.ts'
import { createFederation, foundingActors } from '../../server/federation/index.ts'
import { known, person, published, received } from '../support/publish.ts'
import { answerFrom, openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let moderator: Viewer
/** Of our actors. */
let hubN: number
beforeAll(async () => {
  rooms = await openRooms()
  const { deps } = rooms
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  const [hub] = await deps.db.read.select({ n: actors.n }).from(actors).where(eq(actors.id, '/ap/actors/hub'))
  hubN = hub?.n ?? 0
  moderator = await person(deps, 'moderator')
})
afterAll(() => rooms.close())

const block = (type: string, target: string, more: Record<string, string> = { confirmed: 'true' }) =>
  rooms.as(moderator).post('/moderation/blocages', { type, target, reason: 'Pour voir', ...more })

async function lift(target: string) {
  const [row] = await rooms.deps.db.read.select().from(blocks).where(eq(blocks.target, target))
  return rooms.as(moderator).post(`/moderation/blocages/${row?.id}/levee`, { reason: 'Excuses reçues' })
}

const spellings = [
  ['evil.test', 'evil.test'],
  ['Evil.Test.', 'evil.test'],
  [' EVIL.TEST ', 'evil.test'],
  ['*.evil.test', 'evil.test'],
  ['https://evil.test/@bruno?x#y', 'evil.test'],
  ['https://Evil.Test.:443/', 'evil.test'],
  ['@bruno@evil.test', 'evil.test'],
  ['evil.test:8443', 'evil.test:8443'],
  ['exämple.test', 'xn--exmple-cua.test'],
  ['XN--exmple-cua.TEST.', 'xn--exmple-cua.test'],
] as const

test.each(spellings)('a host typed as %s is blocked as %s', async (typed, target) => {
  expect((await block('host', typed)).status).toBe(303)
  expect(await rooms.deps.db.read.select().from(blocks)).toMatchObject([
    { type: 'host', target, reason: 'Pour voir', createdBy: moderator.id },
  ])
  expect((await lift(target)).status).toBe(303)
})

test('a blocked host is turned away however it spells itself, with every name under it', async () => {
  await block('host', 'evil.test')
  const { db } = rooms.deps
  for (const met of [
    'evil.test',
    'Evil.Test.',
    'evil.test:8443',
    'a.b.evil.test',
    'https://EVIL.test/users/x',
    'https://evil.test.:444/users/x',
    'https://sub.Evil.Test./users/x',
    '@x@evil.test',
  ])
    expect(await isBlocked(db, met), met).toBe(true)
  for (const met of ['notevil.test', 'evil.test.example', 'https://good.test/evil.test', 'test'])
    expect(await isBlocked(db, met), met).toBe(false)
  await lift('evil.test')
  expect(await isBlocked(db, 'evil.test')).toBe(false)
})

/** All that a server can leave here. */
async function traces(host: string, words: string): Promise<void> {
  const { deps } = rooms
  const { db, now } = deps
  const author = await stranger(deps, host)
  const ours = await published(deps, await person(deps, 'editor'), 'news', { title: `Chez nous, ${words}` })
  await answerFrom(deps, author, ours.envelope.id, words)
  const { apId } = await received(deps, 'job', {
    apId: `https://${host}/objects/${deps.newId()}`,
    title: words,
  })
  const inbox = `https://${host}/inbox`
  const key = { algorithm: 'rsa', publicPem: 'PEM', fetchedAt: now() } as const
  await db.write([
    db.make.update(entries).set({ originN: author.n, viaN: author.n }).where(eq(entries.apId, apId)),
    db.make.insert(reactions).values({
      ...{ type: 'like', actorN: author.n, objectId: `/ap/objects/${ours.envelope.id}`, createdAt: now() },
    }),
    db.make
      .insert(followers)
      .values({ actorN: hubN, followerN: author.n, followId: deps.newId(), acceptedAt: now() }),
    db.make.insert(following).values({
      ...{ actorN: hubN, targetN: author.n, followId: deps.newId(), state: 'accepted', requestedAt: now() },
    }),
    db.make.insert(errands).values({ type: 'backfill', subject: author.id, actorN: author.n, nextAt: now() }),
    db.make.insert(remoteKeys).values({ id: `${author.id}#main-key`, actorId: author.id, ...key }),
    db.make.insert(activities).values({
      ...{ id: `/ap/activities/${deps.newId()}`, actorN: hubN, type: 'Create', objectId: words },
      ...{ public: true, json: '{}', createdAt: now() },
    }),
  ])
  const [activity] = await db.read
    .select({ n: activities.n })
    .from(activities)
    .where(eq(activities.objectId, words))
  const row = { activityN: activity?.n ?? 0, objectId: words, host, nextAt: now() }
  await db.write([
    db.make.insert(deliveries).values([
      { ...row, inbox },
      { ...row, inbox: `${inbox}?given-up`, failedAt: now() },
      { ...row, inbox: `${author.id}/inbox` },
    ]),
  ])
}

/** How many rows still speak of these hosts, by table. */
async function left(hosts: string[], words: string) {
  const { db } = rooms.deps
  const of = async (counted: Promise<{ n: number }[]>) => (await counted)[0]?.n
  const theirs = db.read.select({ n: actors.n }).from(actors).where(inArray(actors.host, hosts))
  return {
    actors: await of(db.read.select({ n: count() }).from(actors).where(inArray(actors.host, hosts))),
    entries: await of(db.read.select({ n: count() }).from(entries).where(eq(entries.title, words))),
    found: (await matches(db, words)).length,
    comments: await of(
      db.read
        .select({ n: count() })
        .from(comments)
        .where(eq(comments.html, `<p>${words}</p>`)),
    ),
    reactions: await of(
      db.read.select({ n: count() }).from(reactions).where(inArray(reactions.actorN, theirs)),
    ),
    followers: await of(
      db.read.select({ n: count() }).from(followers).where(inArray(followers.followerN, theirs)),
    ),
    following: await of(
      db.read.select({ n: count() }).from(following).where(inArray(following.targetN, theirs)),
    ),
    errands: await of(db.read.select({ n: count() }).from(errands).where(inArray(errands.actorN, theirs))),
    keys: await of(
      db.read
        .select({ n: count() })
        .from(remoteKeys)
        .where(
          inArray(
            remoteKeys.actorId,
            hosts.map((host) => `https://${host}/users/bruno`),
          ),
        ),
    ),
    deliveries: await of(
      db.read.select({ n: count() }).from(deliveries).where(inArray(deliveries.host, hosts)),
    ),
  }
}

const nothing = {
  ...{ actors: 0, entries: 0, comments: 0, reactions: 0, followers: 0, following: 0 },
  ...{ errands: 0, keys: 0, deliveries: 0 },
}
const everything = {
  ...{ actors: 1, entries: 1, found: 2, comments: 1, reactions: 1, followers: 1, following: 1 },
  ...{ errands: 1, keys: 1, deliveries: 3 },
}

describe('blocking a host', () => {
  test('says first what will go, and nothing goes before it is confirmed', async () => {
    await traces('hostile.test', 'Zibeline')
    const asked = await block('host', 'Hostile.Test.', {})
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('hostile.test')
    expect(asked.text).toContain('1\u00a0publication')
    expect(asked.text).toContain('2\u00a0envois en attente')
    expect(await left(['hostile.test'], 'Zibeline')).toEqual(everything)
    expect(await isBlocked(rooms.deps.db, 'hostile.test')).toBe(false)
  })

  test('erases all that is stored of it, search rows and waiting deliveries too', async () => {
    expect((await block('host', 'hostile.test')).status).toBe(303)
    // What remains to be found is our own entry, which bears the word.
    expect(await left(['hostile.test'], 'Zibeline')).toEqual({ ...nothing, found: 1 })
  })

  test('reaches its other ports and the names under it, and no name that only looks like it', async () => {
    const under = ['a_b.vil.test', 'x.a_b.vil.test', 'a_b.vil.test:8443']
    const beside = ['axb.vil.test', 'a_b.vil.test.example', 'za_b.vil.test']
    for (const host of [...under, ...beside]) await stranger(rooms.deps, host)
    await block('host', 'a_b.vil.test')
    const rows = await rooms.deps.db.read
      .select({ host: actors.host })
      .from(actors)
      .where(inArray(actors.host, [...under, ...beside]))
    expect(rows.map(({ host }) => host).sort()).toEqual([...beside].sort())
  })

  test('is refused for this hub itself, for a whole top-level domain and for what is no host', async () => {
    for (const target of [
      'hub.example',
      'HUB.example.',
      'https://hub.example/x',
      'example',
      'com',
      'un nom',
      '/x',
      '',
    ])
      expect((await block('host', target)).status, target).toBe(422)
    expect((await block('host', 'a.example', { confirmed: 'true', reason: ' ' })).status).toBe(422)
  })

  test('lets nobody follow it: it is not even looked up', async () => {
    const { deps } = rooms
    const asked: string[] = []
    const federation = createFederation({
      ...deps,
      lookup: (name, _options, answer) => {
        asked.push(name)
        answer(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), '', 0)
      },
    })
    for (const target of ['@bruno@hostile.test', 'https://Hostile.test./users/bruno', 'hostile.test'])
      await expect(federation.follow(target)).rejects.toMatchObject({ code: 'forbidden' })
    expect(asked).toEqual([])
    await federation.stop(1000)
  })

  test('is not for ever: once it is lifted, what it published may come again', async () => {
    const { deps } = rooms
    expect((await lift('hostile.test')).status).toBe(303)
    const author = await stranger(deps, 'hostile.test')
    const [stone] = await deps.db.read.select().from(tombstones).where(eq(tombstones.formerType, 'job'))
    expect(stone?.final).toBe(false)
    const kind = known('job')
    await deps.db.write(
      await receiveEntry(
        deps,
        { n: author.n, viaN: author.n, indexable: true },
        {
          ...{ apId: stone?.id ?? '', url: 'https://hostile.test/1', kind, title: 'Zibeline', summary: '' },
          ...{ html: '', language: 'fr', licence: null, placeCode: null, placeLabel: null, startsAt: null },
          ...{ closesAt: null, direction: null, organisationName: null, tags: [], state: 'published' },
          ...{ publishedAt: deps.now(), updatedAt: deps.now(), picture: null, fields: null },
        },
      ),
    )
    expect(await left(['hostile.test'], 'Zibeline')).toMatchObject({ entries: 1, comments: 0, followers: 0 })
  })
})

describe('blocking one account', () => {
  test('erases what is its own, and leaves its neighbours alone', async () => {
    await traces('mixte.test', 'Belette')
    const lea = await stranger(rooms.deps, 'mixte.test', 'lea')
    expect((await block('actor', '@bruno@Mixte.Test')).status).toBe(303)
    const target = 'https://mixte.test/users/bruno'
    expect(await isBlocked(rooms.deps.db, target)).toBe(true)
    expect(await isBlocked(rooms.deps.db, 'https://MIXTE.test./users/bruno')).toBe(true)
    expect(await isBlocked(rooms.deps.db, lea.id)).toBe(false)
    // The shared inbox serves the neighbours too; the one of its own is emptied.
    expect(await left(['mixte.test'], 'Belette')).toEqual({ ...nothing, found: 1, actors: 1, deliveries: 2 })
  })

  test('takes an address that is not known yet, by its page too when it is', async () => {
    await stranger(rooms.deps, 'page.test')
    expect((await block('actor', 'https://page.test/@bruno')).status).toBe(303)
    expect((await block('actor', 'https://Inconnu.test/users/x')).status).toBe(303)
    const rows = await rooms.deps.db.read.select().from(blocks).where(eq(blocks.type, 'actor'))
    expect(rows.map(({ target }) => target)).toEqual(
      expect.arrayContaining(['https://page.test/users/bruno', 'https://inconnu.test/users/x']),
    )
  })

  test('says what is wrong with a name that nobody has, a host alone, and an account of ours', async () => {
    for (const target of ['@personne@nulle.test', 'nulle.test', 'https://nulle.test/', '@hub@hub.example'])
      expect((await block('actor', target)).status, target).toBe(422)
  })
})

test('blocking and lifting are recorded with who and why, and doing it twice is doing it once', async () => {
  await block('host', 'deux.test')
  await block('host', 'deux.test')
  await lift('deux.test')
  const rows = await rooms.deps.db.read.select().from(decisions).where(eq(decisions.subjectId, 'deux.test'))
  expect(rows.map(({ action, reason, by }) => ({ action, reason, by }))).toEqual([
    { action: 'blocked', reason: 'Pour voir', by: moderator.id },
    { action: 'unblocked', reason: 'Excuses reçues', by: moderator.id },
  ])
  expect((await rooms.as(moderator).post('/moderation/blocages/nothing/levee')).status).toBe(404)
})
