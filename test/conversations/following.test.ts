import type { Step } from '../../db/open.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { settled } from '../support/deliveries.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import {
  arrival,
  departure,
  follow,
  followersOf,
  numberOf,
  stateOf,
  stoneOf,
  unfollow,
} from '../support/network.ts'
import { until } from '../support/until.ts'

let hubs: TestHub[] = []
afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.stop()
})

async function twoHubs(): Promise<[amont: TestHub, aval: TestHub]> {
  const pair = await openTwoHubs()
  hubs = [...pair]
  return pair
}

describe('a hub that is asked by another', () => {
  test('accepts, and both know it', async () => {
    const [amont, aval] = await twoHubs()
    expect(await aval.federation.follow(amont.actor('amont'))).toEqual({
      actor: amont.actor('amont'),
      state: 'requested',
    })
    await until('accepted', async () => (await stateOf(aval, amont.actor('amont'))) === 'accepted')
    expect(await followersOf(amont, 'amont')).toEqual([aval.actor('aval')])
    expect(await aval.federation.follow(amont.actor('amont'))).toMatchObject({ state: 'accepted' })
  })

  test('is found by its bare address, by a handle, and a section by the address of its list', async () => {
    const [amont, aval] = await twoHubs()
    expect((await aval.federation.follow(amont.host)).actor).toBe(amont.actor('amont'))
    expect((await aval.federation.follow(`${amont.origin}/`)).actor).toBe(amont.actor('amont'))
    expect((await aval.federation.follow(`@ressources@${amont.host}`)).actor).toBe(amont.actor('ressources'))
    expect((await aval.federation.follow(`${amont.origin}/emplois`)).actor).toBe(amont.actor('emplois'))
  })

  test('is not found where it is not, and nobody follows itself', async () => {
    const [amont, aval] = await twoHubs()
    const wrong = { name: 'Refusal', code: 'invalid' }
    await expect(aval.federation.follow(amont.actor('personne'))).rejects.toMatchObject(wrong)
    await expect(aval.federation.follow(`@personne@${amont.host}`)).rejects.toMatchObject(wrong)
    await expect(aval.federation.follow('pas une adresse')).rejects.toMatchObject(wrong)
    await expect(aval.federation.follow(aval.actor('aval'))).rejects.toMatchObject(wrong)
  })
})

describe('a hub that follows one section', () => {
  test('receives this section and no other', async () => {
    const [amont, aval] = await twoHubs()
    await follow(aval, amont.actor('emplois'))
    const resource = await amont.publish('resource', { title: 'Une salle' })
    const job = await amont.publish('job', { title: 'Un poste' })
    await arrival(aval, job)
    expect(await aval.received(resource.envelope.apId)).toBeUndefined()
  })
})

const sqlOf = (step: Step): string => ('sql' in step ? step.sql : step.toSQL().sql)

test('what arrives at the very moment of unfollowing goes with the rest', async () => {
  const [amont, aval] = await twoHubs()
  await follow(aval, amont.actor('emplois'))
  const job = await amont.publish('job', { title: 'Un poste' })
  await arrival(aval, job)
  const { db } = aval.deps
  const { n, write } = { n: await numberOf(aval, amont.actor('emplois')), write: db.write }
  const rows = 'SELECT count(*) AS n FROM entries WHERE via_n = ?'
  // Read before the command, it is there once more when the command runs.
  db.write = async (steps) => {
    // What is read from them in the background is written too, and is not what this is about.
    if (!steps.some((step) => /delete from "?following/i.test(sqlOf(step)))) return write(steps)
    db.write = write
    const copy = `INSERT INTO entries (id, kind, slug, title, state, created_at, updated_at, origin_n, via_n, ap_id)
      SELECT 'b' || id, kind, 'b' || slug, title, state, created_at, updated_at, origin_n, via_n, ap_id || 'b' FROM entries`
    await write([{ sql: `${copy} WHERE via_n = ?`, args: [n] }])
    expect((await db.query(rows, [n])).rows[0]?.['n']).toBe(2)
    return write(steps)
  }
  await aval.federation.unfollow(amont.actor('emplois'))
  expect(db.write).toBe(write)
  expect((await db.query(rows, [n])).rows[0]?.['n']).toBe(0)
})

describe('a hub that comes late', () => {
  test('finds what is open, as it now stands, and nothing that was taken back', async () => {
    const [amont, aval] = await twoHubs()
    const first = await amont.publish('job', { title: 'Un premier poste' })
    amont.deps.pass(60_000)
    const revised = await amont.revise(first, { title: 'Un premier poste, précisé' })
    const withdrawn = await amont.publish('job', { title: 'Un poste retiré' })
    await amont.withdraw(withdrawn)
    const closed = await amont.publish('job', { title: 'Un poste pourvu' })
    await amont.close(closed)
    aval.deps.pass(120_000)
    await follow(aval, amont.actor('emplois'))
    expect((await arrival(aval, revised)).envelope.title).toBe('Un premier poste, précisé')
    expect((await arrival(aval, closed)).envelope.state).toBe('closed')
    expect(await aval.received(withdrawn.envelope.apId)).toBeUndefined()
  })

  test('finds by the hub’s own actor what its sections say', async () => {
    const [amont, aval] = await twoHubs()
    const job = await amont.publish('job', { title: 'Un poste' })
    const news = await amont.publish('news', { title: 'Une nouvelle' })
    await follow(aval, amont.actor('amont'))
    expect((await arrival(aval, job)).envelope.origin?.actor).toBe(amont.actor('emplois'))
    expect((await arrival(aval, news)).envelope.origin?.actor).toBe(amont.actor('amont'))
  })
})

describe('a hub that no longer follows', () => {
  test('keeps nothing of the other, receives no more, and has all again when it comes back', async () => {
    const [amont, aval] = await twoHubs()
    await follow(aval, amont.actor('emplois'))
    const kept = await amont.publish('job', { title: 'Avant' })
    await arrival(aval, kept)
    await unfollow(aval, amont, 'emplois')
    await departure(aval, kept)
    expect(await stoneOf(aval, kept.envelope.apId)).toEqual({ final: false })
    const missed = await amont.publish('job', { title: 'Pendant' })
    // Who follows anew is answered once in a minute.
    for (const hub of [amont, aval]) hub.deps.pass(61_000)
    await follow(aval, amont.actor('emplois'))
    await arrival(aval, kept)
    await arrival(aval, missed)
    expect(await stoneOf(aval, kept.envelope.apId)).toBeUndefined()
  })
})

describe('a hub that was away too long', () => {
  test('learns at its next visit what was published and what was taken back meanwhile', async () => {
    const [amont, aval] = await twoHubs()
    await follow(aval, amont.actor('emplois'))
    const gone = await amont.publish('job', { title: 'Retiré pendant l’absence' })
    const stays = await amont.publish('job', { title: 'Toujours là' })
    await arrival(aval, gone)
    await arrival(aval, stays)
    // Nothing of what follows is delivered.
    await amont.deps.db.write([{ sql: 'DELETE FROM followers', args: [] }])
    await amont.withdraw(gone)
    const missed = await amont.publish('job', { title: 'Manqué' })
    await settled(amont)
    aval.deps.pass(7 * 3_600_000)
    aval.federation.start()
    await arrival(aval, missed)
    await departure(aval, gone)
    expect(await aval.received(stays.envelope.apId)).toBeDefined()
  })
})
