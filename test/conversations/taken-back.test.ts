import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { comments } from '../../db/schema/entries.ts'
import { decisions } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { writeComment } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { becomePerson } from '../../server/federation/members.ts'
import { block } from '../../server/moderation/blocks.ts'
import { decide, type Outcome } from '../../server/moderation/decide.ts'
import { thing } from '../../server/moderation/queries.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, departure, follow } from '../support/network.ts'
import { person } from '../support/publish.ts'
import { until } from '../support/until.ts'

let amont: TestHub
let aval: TestHub
let member: Viewer
beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
  await follow(aval, amont.actor('emplois'))
  const { db, hub, now } = amont.deps
  await db.write(hub.steps({ holdComments: 'never' }, null, now()))
  await hub.reload()
  member = await person(aval.deps, 'member')
  await becomePerson(aval.deps, member, 'camille')
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

/** An entry of the one hub, as the other has it, and what a member there answered: it stands in both. */
async function answered(body: string): Promise<{ here: Entry; id: string; address: string }> {
  const here = await amont.publish('job', { title: body })
  const there = await arrival(aval, here)
  const id = aval.deps.newId()
  await writeComment(aval.deps, member, there.envelope, { id, parentId: null, body })
  aval.federation.wake()
  await until('the answer', () => isThere(id))
  return { here, id, address: `${aval.origin}/ap/objects/${id}` }
}

const isThere = async (id: string): Promise<boolean> =>
  (await amont.deps.db.read.$count(comments, eq(comments.apId, `${aval.origin}/ap/objects/${id}`))) > 0

const status = async (address: string): Promise<number> => (await fetch(address)).status

const sent = async (type: string, address: string) =>
  (
    await aval.deps.db.query(
      `SELECT host FROM activities JOIN deliveries ON activity_n = activities.n WHERE type = ? AND activities.object_id = ?`,
      [type, address],
    )
  ).rows.map(({ host }) => String(host))

describe('what a member answered to an entry of another hub', () => {
  test('is taken back where it went, when the entry is withdrawn there, and answers 410', async () => {
    const { here, address } = await answered('Encore libre ?')
    expect(await status(address)).toBe(200)
    await amont.withdraw(here)
    await departure(aval, here)
    await until('the goodbye', async () => (await sent('Delete', address)).length > 0)
    expect(await sent('Delete', address)).toEqual([amont.host])
    expect(await status(address)).toBe(410)
  })
})

describe('what a member answered to an entry of their own hub', () => {
  test('is taken back where it went, when the entry is withdrawn here, and answers 410', async () => {
    await follow(amont, aval.actor('emplois'))
    const here = await aval.publish('job', { title: 'Ici' })
    await arrival(amont, here)
    const zoe = await person(aval.deps, 'member')
    await becomePerson(aval.deps, zoe, 'zoe')
    await follow(amont, aval.actor('zoe'))
    const id = aval.deps.newId()
    await writeComment(aval.deps, zoe, here.envelope, { id, parentId: null, body: 'Je demande' })
    aval.federation.wake()
    const address = `${aval.origin}/ap/objects/${id}`
    await until('the answer', async () => (await sent('Create', address)).length > 0)
    expect(await status(address)).toBe(200)
    await aval.withdraw(here)
    await until('the goodbye', async () => (await sent('Delete', address)).length > 0)
    expect(await sent('Delete', address)).toEqual([amont.host])
    expect(await status(address)).toBe(410)
  })
})

describe('an answer of a member that a moderator hides', () => {
  const decided = async (id: string, outcome: Outcome) => {
    const found = await thing(aval.deps, { subject: 'comment', subjectId: `/ap/objects/${id}` })
    await decide(aval.deps, aval.admin, { thing: found, report: undefined }, { outcome, reason: 'Essai' })
    aval.federation.wake()
  }

  test('goes everywhere, and shown again it comes back under another id', async () => {
    const { id, address } = await answered('À cacher')
    await decided(id, 'hidden')
    await until('taken back', async () => !(await isThere(id)))
    expect(await status(address)).toBe(410)
    await decided(id, 'shown')
    const [row] = await aval.deps.db.read.select().from(comments).where(eq(comments.userId, member.id))
    if (row === undefined) throw new Error('It is not there.')
    expect(row).toMatchObject({ state: 'shown', body: 'À cacher' })
    expect(row.id).not.toBe(id)
    await until('back', () => isThere(row.id))
    expect([await status(address), await status(`${aval.origin}/ap/objects/${row.id}`)]).toEqual([410, 200])
    // What was decided is still about it.
    const about = await aval.deps.db.read
      .select({ action: decisions.action })
      .from(decisions)
      .where(eq(decisions.subjectId, `/ap/objects/${row.id}`))
    expect(about.map(({ action }) => action)).toEqual(['comment-hidden', 'comment-shown'])
    await decided(row.id, 'hidden')
    await until('taken back again', async () => !(await isThere(row.id)))
    // Deleted after that, it is not taken back a second time.
    await decided(row.id, 'deleted')
    await until(
      'told',
      async () => (await aval.deps.db.query('SELECT 1 FROM events WHERE done_at IS NULL')).rows.length === 0,
    )
    expect(await sent('Delete', `${aval.origin}/ap/objects/${row.id}`)).toEqual([amont.host])
  })

  test('of one who is no actor stays here under its own id', async () => {
    const camille = await person(aval.deps, 'member')
    const there = await arrival(aval, await amont.publish('job', { title: 'Un poste' }))
    const id = aval.deps.newId()
    await writeComment(aval.deps, camille, there.envelope, { id, parentId: null, body: 'Ici' })
    await decided(id, 'hidden')
    await decided(id, 'shown')
    const [row] = await aval.deps.db.read.select().from(comments).where(eq(comments.id, id))
    expect(row?.state).toBe('shown')
    expect(await status(`${aval.origin}/ap/objects/${id}`)).toBe(404)
  })
})

test('what was answered to somebody who is blocked then is not told to them, and answers 410 all the same', async () => {
  const { address } = await answered('Et demain ?')
  await block(aval.deps, aval.admin, { type: 'actor', target: amont.actor('emplois'), reason: 'Essai' })
  aval.federation.wake()
  await until('gone', async () => (await status(address)) === 410)
  await until(
    'said',
    async () => (await aval.deps.db.query('SELECT 1 FROM events WHERE done_at IS NULL')).rows.length === 0,
  )
  expect(await sent('Delete', address)).toEqual([])
})
