import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asideOf, block, unblock, type BlockTarget, type Measure } from '../../server/moderation/blocks.ts'
import { blockOf } from '../../server/moderation/block-store.ts'
import type { Fetcher } from '../../server/federation/fetch.ts'
import { keepObject } from '../../server/federation/keep-object.ts'
import { createPace } from '../../server/federation/conversations/pace.ts'
import { createKeyring } from '../../server/federation/keyring.ts'
import { normalise } from '../../server/federation/normalise.ts'
import { knownActor } from '../../server/federation/remote-actors.ts'
import { seekEntry } from '../../server/entries/queries.ts'
import { apexOver } from '../federation/fixtures.ts'
import { person } from '../support/publish.ts'
import type { Someone } from './peer.ts'
import { article, note, said } from './words.ts'
import { openWorld, type World } from './world.ts'

// Set aside, a server goes on speaking with us, and nobody but moderators sees what it says (rule 21).

let world: World
let entry: string
let mallory: Someone
beforeAll(async () => {
  world = await openWorld()
  const { evil, hub } = world
  entry = (await hub.publish('job', { title: 'Notre emploi' })).envelope.apId
  await hub.deps.db.write(hub.deps.hub.steps({ holdComments: 'never' }, null, 0))
  await hub.deps.hub.reload()
  mallory = evil.actor('mallory', { indexable: true })
  await world.follow(mallory)
})
afterAll(() => world.close())

const hold = (target: BlockTarget, measure: Partial<Measure> = {}) =>
  block(world.hub.deps, world.hub.admin, { ...target, severity: 'silence', reason: 'test', ...measure })
async function lift({ type, target }: BlockTarget): Promise<void> {
  const found = await blockOf(world.hub.deps.db, type, target)
  await unblock(world.hub.deps, world.hub.admin, found?.id ?? '', 'test')
}
const host: BlockTarget = { type: 'host', target: 'evil.test' }

async function says(from: Someone, name: string, change = {}): Promise<string> {
  const text = article(from, world.fresh(from, 'articles'), name, change)
  const create = { ...said(from, 'Create', world.fresh(from)), object: text }
  expect((await world.post(from, create)).status).toBe(202)
  return String(text['id'])
}
async function answers(from: Someone, words: string): Promise<string> {
  const text = note(from, world.fresh(from, 'notes'), entry, { content: `<p>${words}</p>` })
  const create = { ...said(from, 'Create', world.fresh(from)), object: text }
  expect((await world.post(from, create)).status).toBe(202)
  return String(text['id'])
}
const page = async (path: string): Promise<string> =>
  (await world.raw('GET', path, { host: world.hub.host })).body
const places = ['/', '/actualites', '/recherche?q=loutre', '/recherche?origin=network', '/reseau']
/** Whether any page for everybody holds these words. */
const isSeen = async (words: string): Promise<boolean> =>
  (await Promise.all(places.map(page))).join('').includes(words)
async function commentStates(): Promise<unknown[]> {
  const { rows } = await world.hub.deps.db.query('SELECT state FROM comments ORDER BY n')
  return rows.map((row) => row['state'])
}

describe('rule 21: who is set aside', () => {
  let before: string
  let beforePath: string
  test('is no longer shown, with what was here already: lists, search, home, answers, pictures', async () => {
    const picture = { image: { type: 'Image', url: `${world.evil.origin}/a.jpg` } }
    before = await says(mallory, 'Une loutre d’avant', picture)
    await answers(mallory, 'Une parole d’avant')
    beforePath = (await world.hub.received(before))?.envelope.path ?? ''
    expect(await isSeen('loutre d’avant')).toBe(true)
    expect(
      await page(new URL((await world.hub.received(before))?.envelope.path ?? '', 'http://x').pathname),
    ).toContain('loutre')
    await hold(host)
    expect(await isSeen('loutre d’avant')).toBe(false)
    expect((await world.raw('GET', beforePath, { host: world.hub.host })).status).toBe(404)
    expect(await commentStates()).toEqual(['hidden'])
    const { rows } = await world.hub.deps.db.query('SELECT id FROM media WHERE source_url IS NOT NULL')
    const thumbnail = `/media/r/${String(rows[0]?.['id'])}.webp`
    const asked = world.evil.asked.length
    expect((await world.raw('GET', thumbnail, { host: world.hub.host })).status).toBe(404)
    expect(world.evil.asked.length).toBe(asked)
    const replies = await page(`${new URL(entry).pathname}/replies`)
    expect(JSON.parse(replies)).toMatchObject({ totalItems: 0 })
  })

  test('is heard all the same: what comes is kept unseen, answers wait, follows go on', async () => {
    const { hub, evil, post, fresh } = world
    const now = await says(mallory, 'Une loutre de maintenant')
    expect((await hub.received(now))?.envelope.state).toBe('hidden')
    await answers(mallory, 'Une parole de maintenant')
    expect(await commentStates()).toEqual(['hidden', 'held'])
    const update = { ...said(mallory, 'Update', fresh(mallory)) }
    const changed = article(mallory, before, 'Une loutre changée', { updated: '2026-11-23T07:00:01Z' })
    expect((await post(mallory, { ...update, object: changed })).status).toBe(202)
    expect((await hub.received(before))?.envelope).toMatchObject({
      title: 'Une loutre changée',
      state: 'hidden',
    })
    expect(await isSeen('Une loutre')).toBe(false)
    await post(mallory, { ...said(mallory, 'Follow', fresh(mallory)), object: hub.actor('hub') })
    await world.quiet()
    const asked = evil.asked.length
    await hub.publish('news', { title: 'Une nouvelle pour tous' })
    await world.quiet()
    expect(evil.asked.slice(asked).filter((line) => line.startsWith('POST')).length).toBeGreaterThan(0)
  })

  test('is read by moderators, and by nobody else who is signed in', async () => {
    const { deps } = world.hub
    const found = await world.hub.received(before)
    if (found === undefined) throw new Error('It was not kept.')
    const seek = (viewer: Parameters<typeof seekEntry>[1]) =>
      seekEntry(deps, viewer, found.kind, found.envelope.slug)
    expect(await seek(await person(deps, 'moderator'))).toMatchObject({ entry: {} })
    expect(await seek(await person(deps, 'editor'))).toBe('absent')
    const kept = await asideOf(deps, host, 1)
    expect(kept.entries.map(({ envelope }) => envelope.title)).toEqual(
      expect.arrayContaining(['Une loutre changée', 'Une loutre de maintenant']),
    )
  })

  test('comes back with all of it when that is lifted, but for answers that nobody has read', async () => {
    await lift(host)
    for (const title of ['loutre changée', 'loutre de maintenant']) expect(await isSeen(title)).toBe(true)
    expect(await commentStates()).toEqual(['shown', 'held'])
  })

  test('stays aside while anything else holds them there: their name, or a domain above', async () => {
    const actor: BlockTarget = { type: 'actor', target: mallory.id }
    await hold(host)
    await hold(actor)
    await lift(host)
    expect(await isSeen('Une loutre')).toBe(false)
    await lift(actor)
    expect(await isSeen('loutre changée')).toBe(true)
  })

  test('is not shown through another who brings it, nor does a neighbour lose by it', async () => {
    const { evil } = world
    const neighbour = evil.actor('neighbour', { indexable: true })
    await world.follow(neighbour)
    await says(neighbour, 'Une fouine d’à côté')
    await hold({ type: 'actor', target: mallory.id })
    const theirs = article(mallory, world.fresh(mallory, 'articles'), 'Une loutre portée')
    evil.put(new URL(String(theirs['id'])).pathname, theirs)
    const announce = said(neighbour, 'Announce', world.fresh(neighbour))
    await world.post(neighbour, { ...announce, object: theirs['id'] })
    const own = article(neighbour, world.fresh(neighbour, 'articles'), 'Une fouine portée')
    evil.put(new URL(String(own['id'])).pathname, own)
    const byMallory = said(mallory, 'Announce', world.fresh(mallory))
    await world.post(mallory, { ...byMallory, object: own['id'] })
    await world.quiet()
    expect((await world.hub.received(String(theirs['id'])))?.envelope.state).toBe('hidden')
    expect((await world.hub.received(String(own['id'])))?.envelope.state).toBe('hidden')
    expect(await isSeen('fouine d’à côté')).toBe(true)
    // Nor once something else that held both is lifted.
    await hold(host)
    await lift(host)
    expect(await isSeen('fouine d’à côté')).toBe(true)
    expect(await isSeen('fouine portée')).toBe(false)
    await lift({ type: 'actor', target: mallory.id })
    expect(await isSeen('fouine portée')).toBe(true)
  })
})

describe('rule 21: who is set aside at the very moment', () => {
  test('is not shown by what was on its way in', async () => {
    const { hub } = world
    const deps = {
      ...hub.deps,
      fetcher: nobody,
      apex: apexOver([]),
      keyring: createKeyring(hub.deps),
      pace: createPace(hub.deps.now),
    }
    const sender = await knownActor(deps, mallory.id)
    const text = article(mallory, world.fresh(mallory, 'articles'), 'Une loutre pressée')
    const object = await normalise(text, deps.apex)
    if (sender === undefined || object?.form !== 'object') throw new Error('Nothing to keep.')
    const read = await keepObject(deps, sender, object, { via: sender })
    const answer = note(mallory, world.fresh(mallory, 'notes'), entry)
    const said = await normalise(answer, deps.apex)
    if (said?.form !== 'object') throw new Error('Nothing to keep.')
    const heard = await keepObject(deps, sender, said, { via: null, sent: true })
    for (const steps of [read, heard]) expect(steps.length).toBeGreaterThan(1)
    await hold(host)
    for (const steps of [read, heard])
      await expect(hub.deps.db.write(steps)).rejects.toMatchObject({ code: 'conflict' })
    await lift(host)
  })
})

const nobody: Fetcher = {
  request: () => Promise.reject(new Error('Nobody is asked.')),
  close: () => Promise.resolve(),
}

describe('severities follow one another', () => {
  test('from aside to blocked all is erased, and back nothing returns by itself', async () => {
    await hold(host)
    await block(world.hub.deps, world.hub.admin, { ...host, reason: 'pire' })
    expect((await world.dump())['entries']).not.toContain('loutre')
    await hold(host)
    expect(
      (await world.post(mallory, { ...said(mallory, 'Like', world.fresh(mallory)), object: entry })).status,
    ).toBe(202)
    await lift(host)
    expect(await isSeen('Une loutre')).toBe(false)
  })

  test('without a severity, options hold by themselves: no pictures, no reports', async () => {
    const { hub, evil, post, fresh } = world
    await world.follow(mallory)
    const picture = { image: { type: 'Image', url: `${evil.origin}/b.jpg` } }
    const first = await says(mallory, 'Une martre', picture)
    expect((await hub.received(first))?.envelope.picture).not.toBeNull()
    await hold(host, { severity: 'noop', rejectMedia: true, rejectReports: true })
    expect((await hub.received(first))?.envelope).toMatchObject({ picture: null, state: 'published' })
    const second = await says(mallory, 'Une autre martre', picture)
    expect((await hub.received(second))?.envelope).toMatchObject({ picture: null, state: 'published' })
    await post(mallory, { ...said(mallory, 'Flag', fresh(mallory)), object: [entry], content: 'x' })
    expect((await world.dump())['reports']).toBe('[]')
    await lift(host)
    await post(mallory, { ...said(mallory, 'Flag', fresh(mallory)), object: [entry], content: 'x' })
    expect((await world.dump())['reports']).not.toBe('[]')
  })
})
