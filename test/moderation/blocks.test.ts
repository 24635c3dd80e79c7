import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tombstones } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { blocks } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { receiveEntry } from '../../server/entries/receive.ts'
import { isBlocked } from '../../server/federation/blocked.ts'
import { createFederation, foundingActors } from '../../server/federation/index.ts'
import { blockSteps } from '../../server/moderation/blocks.ts'
import { formIn } from '../web/pages.ts'
import { known, person } from '../support/publish.ts'
import { openRooms, stranger, type Rooms } from './rooms.ts'
import { everything, left, nothing, traces } from './traces.ts'

let rooms: Rooms
let moderator: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  const { deps } = rooms
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  moderator = await person(deps, 'moderator')
})
afterAll(() => rooms.close())

const block = (type: string, target: string, more: Record<string, string> = { confirmed: 'true' }) =>
  rooms.as(moderator).post('/moderation/blocages', { type, target, reason: 'Pour voir', ...more })

async function lift(target: string) {
  const [row] = await rooms.deps.db.read.select().from(blocks).where(eq(blocks.target, target))
  return rooms.as(moderator).post(`/moderation/blocages/${row?.id}/levee`, { reason: 'Excuses reçues' })
}

describe('blocking a host', () => {
  test('says first what will go, and nothing goes before it is confirmed', async () => {
    await traces(rooms.deps, 'hostile.test', 'Zibeline')
    const asked = await block('host', 'Hostile.Test.', {})
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('hostile.test')
    expect(asked.text).toContain('1\u00a0publication')
    expect(asked.text).toContain('1\u00a0message')
    expect(asked.text).toContain('3\u00a0envois pas encore arrivés')
    expect(await left(rooms.deps, ['hostile.test'], 'Zibeline')).toEqual(everything)
    expect(await isBlocked(rooms.deps.db, 'hostile.test')).toBe(false)
  })

  test('erases all that is stored of it, search rows and waiting deliveries too', async () => {
    expect((await block('host', 'hostile.test')).status).toBe(303)
    // What remains to be found is our own entry, which bears the word.
    expect(await left(rooms.deps, ['hostile.test'], 'Zibeline')).toEqual({ ...nothing, found: 1 })
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
          ...{
            apId: stone?.id ?? '',
            url: 'https://hostile.test/1',
            context: null,
            kind,
            title: 'Zibeline',
            summary: '',
          },
          ...{ html: '', language: 'fr', licence: null, placeCode: null, placeLabel: null, startsAt: null },
          ...{
            latitude: null,
            longitude: null,
            closesAt: null,
            direction: null,
            organisationName: null,
            tags: [],
            state: 'published',
          },
          ...{ publishedAt: deps.now(), updatedAt: deps.now(), picture: null, fields: null },
        },
      ),
    )
    expect(await left(rooms.deps, ['hostile.test'], 'Zibeline')).toMatchObject({
      entries: 1,
      comments: 0,
      followers: 0,
    })
  })
})

describe('blocking one account', () => {
  test('erases what is its own, and leaves its neighbours alone', async () => {
    await traces(rooms.deps, 'mixte.test', 'Belette')
    const lea = await stranger(rooms.deps, 'mixte.test', 'lea')
    expect((await block('actor', '@bruno@Mixte.Test')).status).toBe(303)
    const target = 'https://mixte.test/users/bruno'
    expect(await isBlocked(rooms.deps.db, target)).toBe(true)
    expect(await isBlocked(rooms.deps.db, 'https://MIXTE.test./users/bruno')).toBe(true)
    expect(await isBlocked(rooms.deps.db, lea.id)).toBe(false)
    // The shared inbox serves the neighbours too; the one of its own is emptied.
    expect(await left(rooms.deps, ['mixte.test'], 'Belette')).toEqual({
      ...nothing,
      found: 1,
      actors: 1,
      deliveries: 2,
    })
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

describe('what is held against somebody already', () => {
  test('gives way to a report that ends in a block, and what was said of it in public stays', async () => {
    const { deps } = rooms
    const host = 'retrait.test'
    await traces(deps, host, 'Martre')
    const silence = { severity: 'silence', publicComment: 'Publicité', obfuscate: 'true', confirmed: 'true' }
    expect((await block('host', host, silence)).status).toBe(303)
    await deps.db.write(blockSteps(deps, moderator, { type: 'host', target: host, reason: 'Signalé' }))
    const [row] = await deps.db.read.select().from(blocks).where(eq(blocks.target, host))
    expect(row).toMatchObject({
      ...{ severity: 'suspend', publicComment: 'Publicité', obfuscate: true, reason: 'Signalé' },
    })
    expect(await left(deps, [host], 'Martre')).toEqual({ ...nothing, found: 1 })
  })

  test('says in the form what it is, to be changed there', async () => {
    const { deps } = rooms
    await block('host', 'changeant.test', { severity: 'silence', rejectMedia: 'true', confirmed: 'true' })
    const [row] = await deps.db.read.select().from(blocks).where(eq(blocks.target, 'changeant.test'))
    const { text } = await rooms.as(moderator).get(`/moderation/blocages?blocage=${row?.id}`)
    expect(formIn(text, '/moderation/blocages')).toMatchObject({
      ...{ type: 'host', target: 'changeant.test', severity: 'silence', rejectMedia: 'true' },
      reason: 'Pour voir',
    })
  })
})
