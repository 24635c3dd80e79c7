import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { comments } from '../../db/schema/entries.ts'
import { activities } from '../../db/schema/federation.ts'
import { reports } from '../../db/schema/moderation.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { mostReports } from '../../server/federation/verbs/flag.ts'
import { block } from '../../server/moderation/blocks.ts'
import { forwardReport } from '../../server/moderation/forwarding.ts'
import { thing } from '../../server/moderation/queries.ts'
import { arrivalsOf, reportById } from '../../server/moderation/report-store.ts'
import { report } from '../../server/moderation/reports.ts'
import { drafted } from '../support/publish.ts'
import type { Answer, Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

// What servers tell each other about people: what a stranger may not do with it, and what must not leave.

let world: World
let alice: Someone
let mallory: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld()
  alice = world.good.actor('alice')
  mallory = world.evil.actor('mallory')
  entry = (await world.hub.publish('news', { title: 'Une fête' })).envelope.apId
  await world.quiet()
})
beforeEach(() => world.hub.deps.db.write([{ sql: 'DELETE FROM reports', args: [] }]))
afterAll(() => world.close())

const flag = async (from: Someone, object: unknown, change: JsonObject = {}): Promise<number> => {
  const activity = { ...said(from, 'Flag', world.fresh(from)), object, content: 'Vilain', ...change }
  return (await world.post(from, activity as JsonObject)).status
}
const kept = () => world.hub.deps.db.read.select().from(reports)

describe('rule 29: a flood of reports', () => {
  test('of one server leaves fifty open, however many come at once', async () => {
    const people = Array.from({ length: 30 }, (_, at) => world.evil.actor(`crowd${at}`))
    for (const one of people) await flag(one, world.fresh(one))
    const objects = [entry, world.hub.actor('hub'), world.hub.actor('emplois')]
    const answers = await Promise.all(people.map((one) => flag(one, objects)))
    expect(new Set(answers)).toEqual(new Set([202]))
    expect(await kept()).toHaveLength(mostReports.ofHost)
    // Another server is still heard.
    await flag(alice, entry)
    expect(await kept()).toHaveLength(mostReports.ofHost + 1)
  })

  test('of many servers leaves room for a thousand in all, and people here are heard all the same', async () => {
    const { db } = world.hub.deps
    await db.write([
      {
        sql: `WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < ?)
          INSERT INTO reports (id, subject, subject_id, reason, reporter, created_at)
          SELECT n, 'entry', '/x', '', 'https://' || n || '.example/u', 1 FROM count`,
        args: [mostReports.fromAfar],
      },
    ])
    expect(await flag(alice, entry)).toBe(202)
    expect(await kept()).toHaveLength(mostReports.fromAfar)
    const about = { subject: 'entry' as const, subjectId: '/x', host: null }
    await report(world.hub.deps, null, about, {
      id: 'r',
      reason: 'x',
      email: null,
      forward: false,
      outcome: false,
    })
    expect(await kept()).toHaveLength(mostReports.fromAfar + 1)
  })

  test('in one activity that names five hundred things is ten reports at most, and costs others nothing', async () => {
    const asked = world.good.asked.length
    const things = Array.from({ length: 500 }, (_, at) => `${world.good.origin}/notes/${at}`)
    expect(await flag(mallory, [entry, ...things, world.hub.actor('hub')])).toBe(202)
    expect(await kept()).toHaveLength(1)
    expect(world.good.asked).toHaveLength(asked)
  })
})

describe('a report from another server', () => {
  test('says plain words: no markup, nothing unseen, no more than can be read', async () => {
    const content = `<img src=x onerror=alert(1)><b>Vilain</b> \u202eeuqsam\u2066 ${'x'.repeat(9_000)}`
    expect(await flag(mallory, entry, { content })).toBe(202)
    const [row] = await kept()
    expect(row?.reason).toMatch(/^Vilain euqsam x+$/)
    expect(row?.reason.length).toBe(2_000)
    expect(await flag(mallory, entry, { content: 'x'.repeat(1_000_000) })).toBe(413)
  })

  test('is its sender’s own: nobody reports in the name of another', async () => {
    await unchanged(world, async () => {
      const forged = { ...said(alice, 'Flag', world.fresh(alice)), object: entry }
      expect((await world.post(mallory, forged)).status).toBe(401)
    })
  })

  test('tells nobody what there is: a draft, a thing of nobody and a thing that is there are thanked for alike', async () => {
    const { deps, admin, origin } = world.hub
    const draft = await drafted(deps, admin, 'news', { title: 'Secret' })
    const answers = []
    for (const object of [
      entry,
      `${origin}/ap/objects/${draft.envelope.id}`,
      `${origin}/ap/objects/01a20000-0000-7000-8000-000000000009`,
      `${origin}/actualites/secret`,
      `${world.evil.origin}/notes/1`,
      'javascript:alert(1)',
      [],
      null,
    ]) {
      const activity = { ...said(mallory, 'Flag', world.fresh(mallory)), object } as JsonObject
      const { status, body, headers } = await world.post(mallory, activity)
      answers.push(JSON.stringify([status, body, headers['content-type']]))
    }
    expect(new Set(answers).size).toBe(1)
    expect((await kept()).map(({ subjectId }) => subjectId)).toEqual([new URL(entry).pathname])
  })
})

describe('a report that is passed on', () => {
  /** Alice answers; somebody here reports it, leaving their address, and asks that her server be told. */
  async function reported(): Promise<{ id: string; apId: string }> {
    const { deps } = world.hub
    const apId = world.fresh(alice, 'notes')
    await world.post(alice, {
      ...said(alice, 'Create', world.fresh(alice)),
      object: note(alice, apId, entry),
    })
    const [row] = await deps.db.read.select().from(comments).where(eq(comments.apId, apId))
    if (row === undefined) throw new Error('Her answer was not kept.')
    const id = deps.newId()
    const about = { subject: 'comment' as const, subjectId: apId, host: world.good.host }
    const words = { id, reason: 'Ma voisine', email: 'temoin@asso.example', forward: true, outcome: false }
    await report(deps, world.hub.admin, about, words)
    return { id, apId }
  }
  async function passOn(id: string): Promise<void> {
    const { deps, admin } = world.hub
    const found = await reportById(deps.db, id)
    if (found === undefined) throw new Error('There is no such report.')
    await forwardReport(
      deps,
      admin,
      { report: found, thing: await thing(deps, found) },
      { content: 'Insultes <ici>' },
    )
  }
  const arrival = async (id: string) => {
    const { db, now } = world.hub.deps
    const row = await reportById(db, id)
    return row === undefined ? undefined : (await arrivalsOf(db, [row], now())).get(row.forwardId ?? '')
  }
  const inbox = '/users/alice/inbox'
  let got: { json: JsonObject; signature: string }[]
  const listening: Answer = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got.push({
        json: JSON.parse(Buffer.concat(chunks).toString()),
        signature: String(request.headers['signature']),
      })
      response.writeHead(202).end()
    })
  }
  beforeEach(() => {
    got = []
    world.good.put(inbox, listening)
  })

  test('leaves by itself for nobody, though its reporter asked for it', async () => {
    await reported()
    await world.quiet()
    expect(got).toEqual([])
  })

  test('is one Flag of the instance actor in the account’s own inbox, the account first, and names no reporter', async () => {
    const { id, apId } = await reported()
    await passOn(id)
    await world.quiet()
    expect(got).toHaveLength(1)
    const [{ json, signature } = { json: {}, signature: '' }] = got
    expect(json).toMatchObject({
      ...{ type: 'Flag', actor: world.hub.actor('instance'), to: [alice.id], cc: [] },
      ...{ object: [alice.id, apId], content: 'Insultes <ici>' },
    })
    expect(signature).toContain(`keyId="${world.hub.actor('instance')}#main-key"`)
    const { admin } = world.hub
    for (const word of ['voisine', 'temoin@', admin.id, admin.name, admin.email])
      expect(JSON.stringify(json)).not.toContain(word)
    expect(await arrival(id)).toBe('delivered')
  })

  test('is read by nobody else: not by its id, not in an outbox', async () => {
    const { id } = await reported()
    await passOn(id)
    await world.quiet()
    const { rows } = await world.hub.deps.db.query("SELECT id FROM activities WHERE type = 'Flag'")
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect((await world.raw('GET', String(row['id']), accept)).status).toBe(404)
    const outbox = await world.raw('GET', '/ap/actors/instance/outbox?page=true', accept)
    expect(outbox.status).toBe(200)
    expect(outbox.body).not.toContain('Flag')
    const whole = await world.raw('GET', '/ap/actors/instance/outbox', accept)
    expect(JSON.parse(whole.body)).toMatchObject({ totalItems: 0 })
  })

  test('that its server refuses for good says so', async () => {
    world.good.put(inbox, (_, response) => void response.writeHead(405).end())
    const { id } = await reported()
    await passOn(id)
    await world.quiet()
    expect(await arrival(id)).toBe('refused')
  })

  test('goes to nobody who was blocked meanwhile', async () => {
    const { id } = await reported()
    await passOn(id)
    await block(world.hub.deps, world.hub.admin, { type: 'host', target: world.good.host, reason: 'test' })
    const before = (await world.hub.deps.db.read.select().from(activities)).length
    await world.quiet()
    expect(got).toEqual([])
    expect(await world.hub.deps.db.read.select().from(activities)).toHaveLength(before)
    expect(await arrival(id)).toBe('unsent')
  })
})

const accept = { accept: 'application/activity+json' }
