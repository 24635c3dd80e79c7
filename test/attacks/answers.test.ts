import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../server/refusal.ts'
import type { Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let entry: string
beforeAll(async () => {
  // A 503 is logged, and here it is what is asked for.
  world = await openWorld({}, pino({ level: 'silent' }))
  entry = (await world.hub.publish('job')).envelope.apId
})
afterAll(() => world.close())

const view = (from: Someone) => ({ ...said(from, 'View', world.fresh(from)), object: entry })

describe('what an inbox answers', () => {
  const headers = () => ({ host: world.hub.host, 'content-type': 'application/activity+json' })

  test('to another type of content, to no JSON, to no activity, to too much', async () => {
    await unchanged(world, async () => {
      const post = (body: string, more: Record<string, string> = {}) =>
        world.raw('POST', '/ap/inbox', { ...headers(), ...more }, Buffer.from(body))
      for (const type of [
        'application/json',
        'text/html',
        'application/ld+json',
        'multipart/form-data; boundary=x',
      ])
        expect((await post('{}', { 'content-type': type })).status).toBe(415)
      for (const body of [
        '',
        '{',
        '[]',
        '"x"',
        'null',
        '{}',
        '{"id":1}',
        '{"type":"Like","actor":"x"}',
        `${'['.repeat(100_000)}`,
      ])
        expect((await post(body)).status).toBe(400)
      expect((await post(`{"x":"${'x'.repeat(300_000)}"}`)).status).toBe(413)
      expect((await post(`{"x":"${'x'.repeat(300_000)}"}`, { 'transfer-encoding': 'chunked' })).status).toBe(
        413,
      )
    })
  })

  test('never 410, which would suspend us: an actor of ours that is gone still has its door; nobody’s has none', async () => {
    const { db, now } = world.hub.deps
    const someone = world.evil.actor('visitor')
    await db.write([{ sql: "UPDATE actors SET deleted_at = ? WHERE handle = 'ressources'", args: [now()] }])
    const answer = await world.post(someone, view(someone), { path: '/ap/actors/ressources/inbox' })
    expect(answer.status).toBe(202)
    const none = await world.post(someone, view(someone), { path: '/ap/actors/nobody/inbox' })
    expect(none.status).toBe(404)
    expect((await world.raw('GET', '/ap/actors/ressources', { host: world.hub.host })).status).toBe(410)
  })

  test('when something keeps changing under it: come again, and the same bytes are then welcome', async () => {
    const { db, now } = world.hub.deps
    const someone = world.good.actor('unlucky')
    await world.post(someone, { ...said(someone, 'Like', world.fresh(someone)), object: entry })
    const object = note(someone, world.fresh(someone, 'notes'), entry)
    const activity = Buffer.from(JSON.stringify({ ...said(someone, 'Create', world.fresh(someone)), object }))
    const write = db.write
    let tries = 0
    db.write = () => Promise.reject(new Refusal('conflict', `Changed ${++tries} times.`))
    const at = now()
    const answer = await world.post(someone, activity, { at })
    db.write = write
    expect([answer.status, answer.headers['retry-after'], tries]).toEqual([503, '5', 3])
    expect((await world.post(someone, activity, { at })).status).toBe(202)
    expect((await world.dump())['comments']).toContain(String(object['id']))
  })

  test('to a Host that is none: 400', async () => {
    for (const host of ['999.999.999.999', '[::', 'a b', '%%%'])
      for (const path of ['/ap/inbox', '/', '/ap/actors/hub', '/nulle-part'])
        expect((await world.raw('GET', path, { host })).status).toBe(400)
  })
})
