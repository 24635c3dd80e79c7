import { eq } from 'drizzle-orm'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import { drafted } from '../support/publish.ts'
import { PUBLIC, type Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let alice: Someone
let entry: string
const logged: string[] = []
beforeAll(async () => {
  world = await openWorld({}, pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }))
  alice = world.good.actor('alice')
  entry = (await world.hub.publish('job')).envelope.apId
  await world.post(alice, {
    ...said(alice, 'Follow', world.fresh(alice)),
    object: world.hub.actor('emplois'),
  })
  await world.hub.publish('job')
  await world.follow(alice)
})
afterAll(() => world.close())

const get = (path: string, more: Record<string, string> = {}) =>
  world.raw('GET', path, { host: world.hub.host, accept: 'application/activity+json', ...more })

test('A13 and rule 32: keys of prototypes have no effect, and doubled keys are no document', async () => {
  const object = note(alice, world.fresh(alice, 'notes'), entry)
  const activity = JSON.stringify({ ...said(alice, 'Create', world.fresh(alice)), object })
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    const hostile = activity.replace('{', `{"${key}":{"admin":1,"followed":true},`)
    expect((await world.post(alice, Buffer.from(hostile.replace('"Create"', '"Ignore"')))).status).toBe(202)
  }
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  expect(Object('x')).not.toHaveProperty('followed')
  for (const type of ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'])
    expect(
      (await world.post(alice, { ...said(alice, type, world.fresh(alice)), object: entry })).status,
    ).toBe(202)
  await unchanged(world, async () => {
    const doubled = Buffer.from(activity.replace('{', `{"actor":"${world.hub.actor('hub')}",`))
    expect((await world.post(alice, doubled)).status).toBe(400)
  })
})

describe('A14 and rule 33: private keys', () => {
  test('stand in no table in clear, neither after a Create about an actor of ours', async () => {
    for (const object of [world.hub.actor('hub'), { id: world.hub.actor('emplois'), type: 'Organization' }])
      await world.post(alice, { ...said(alice, 'Create', world.fresh(alice)), object })
    await world.quiet()
    const dump = Object.values(await world.dump()).join()
    expect(dump).toContain('BEGIN PUBLIC KEY')
    expect(dump).not.toContain('PRIVATE KEY')
  })

  test('stand neither in the file, nor in its log, nor in what is logged', () => {
    const folder = world.hub.deps.config.dataDir
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    expect(files.map(({ name }) => name)).toContain('maillon.db')
    for (const file of files)
      expect(readFileSync(join(file.parentPath, file.name), 'latin1')).not.toContain('PRIVATE KEY')
    expect(logged.length).toBeGreaterThan(0)
    expect(logged.join('')).not.toMatch(/PRIVATE KEY|private_?sealed|v1\.[\w-]{200}/i)
  })

  test('are served by no address', async () => {
    for (const handle of ['hub', 'emplois', 'instance', 'forum'])
      expect((await get(`/ap/actors/${handle}`)).body).not.toMatch(/private|_meta|sealed/i)
  })
})

test('A17: what a stranger writes is not passed on to our followers, whoever it mentions', async () => {
  const mallory = world.evil.actor('mallory')
  const asked = world.good.asked.length
  const activities = (await world.dump())['activities']
  const tag = ['hub', 'emplois'].map((handle) => ({ type: 'Mention', href: world.hub.actor(handle) }))
  const cc = ['hub', 'emplois'].flatMap((handle) => [
    world.hub.actor(handle),
    `${world.hub.actor(handle)}/followers`,
  ])
  const object = note(mallory, world.fresh(mallory, 'notes'), entry, { tag, cc })
  for (const type of ['Create', 'Update', 'Announce'])
    await world.post(mallory, { ...said(mallory, type, world.fresh(mallory)), cc, object })
  await world.quiet()
  expect((await world.dump())['activities']).toBe(activities)
  expect(world.good.asked.length).toBe(asked)
})

describe('what is not said to everybody', () => {
  test.each([
    ['to followers alone', () => ({ to: [`${alice.id}/followers`] })],
    ['to nobody', () => ({ to: [], cc: [] })],
  ])('%s is not shown to everybody', async (_, audience) => {
    const object = note(alice, world.fresh(alice, 'notes'), entry, audience())
    const named = { ...said(alice, 'Create', world.fresh(alice)), ...audience(), object }
    await unchanged(world, async () => expect((await world.post(alice, named)).status).toBe(202))
  })

  test('to us alone, in answer to an entry, is for the editors and stands under no entry', async () => {
    const id = world.fresh(alice, 'notes')
    const to = [world.hub.actor('hub')]
    await unchanged(world, async () => {
      const object = note(alice, id, entry, { to, content: 'En confidence' })
      const create = { ...said(alice, 'Create', world.fresh(alice)), to, object }
      expect((await world.post(alice, create)).status).toBe(202)
    }, ['messages', 'seen'])
    expect((await world.dump())['messages']).toContain(id)
    expect((await get(`${new URL(entry).pathname}/replies?page=true`)).body).not.toContain(id)
  })

  test('but an unlisted answer is an answer', async () => {
    const id = world.fresh(alice, 'notes')
    const object = note(alice, id, entry, { to: [`${alice.id}/followers`], cc: [PUBLIC] })
    await world.post(alice, { ...said(alice, 'Create', world.fresh(alice)), object })
    expect((await world.dump())['comments']).toContain(id)
  })
})

describe('rule 30: what is not public', () => {
  test('is answered like what never was: a draft, an Accept, a collection of a draft', async () => {
    const { hub } = world
    const draft = await drafted(hub.deps, hub.admin, 'job')
    const { rows } = await hub.deps.db.query("SELECT id FROM activities WHERE type = 'Accept'")
    const accept = String(rows[0]?.['id'])
    const never = '01a20000-0000-7000-8000-00000000000f'
    const plain = ({ status, headers, body }: Awaited<ReturnType<typeof get>>) => ({
      status,
      body,
      headers: { ...headers, date: '' },
    })
    const absent = plain(await get(`/ap/objects/${never}`))
    expect(absent).toMatchObject({ status: 404, body: '', headers: { vary: 'Accept, Signature' } })
    for (const path of [
      `/ap/objects/${draft.envelope.id}`,
      `/ap/objects/${draft.envelope.id}/replies`,
      accept,
    ])
      for (const more of [{}, { signature: `keyId="${alice.key.id}",signature="AAAA"` }])
        expect(plain(await get(path, more))).toEqual(absent)
    await hub.deps.db.write([
      hub.deps.db.make.update(entries).set({ state: 'withdrawn' }).where(eq(entries.id, draft.envelope.id)),
    ])
    expect(plain(await get(`/ap/objects/${draft.envelope.id}`))).toEqual(absent)
  })

  test('who follows us is counted and not listed', async () => {
    const followers = await get('/ap/actors/emplois/followers')
    expect(followers.body).toContain('"totalItems":1')
    expect(followers.body).not.toContain(alice.id)
    expect((await get('/ap/actors/emplois/followers?page=true')).body).not.toContain(alice.id)
  })

  test('and what is public is the same for all, and says that it may depend on the signature', async () => {
    const path = new URL(entry).pathname
    const [one, two] = [
      await get(path),
      await get(path, { signature: `keyId="${alice.key.id}",signature="x"` }),
    ]
    expect(two.body).toBe(one.body)
    expect(one.headers['vary']).toBe('Accept, Signature')
  })
})
