import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { groupingMembers, groupingMessages, groupings } from '../../db/schema/groupings.ts'
import type { Entry } from '../../server/entries/load.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { answerMember } from '../../server/groupings/members.ts'
import { membersOf, type Grouping } from '../../server/groupings/queries.ts'
import { keepCall, mostOf } from '../../server/groupings/receive.ts'
import { asking, called, hosted } from '../support/groupings.ts'
import type { Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, type World } from './world.ts'

// What strangers would do to a call for partners.

let world: World
let lead: Entry
let tender: Entry
let call: Grouping
let callId: string
let people = 0
const someone = (): Someone => world.evil.actor(`firm${++people}`)

beforeAll(async () => {
  world = await openWorld()
  lead = await hosted(world.hub, 'Les Jardins', 'jardins')
  tender = await world.hub.publish('tender', { title: 'Entretien des parcs' })
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.hub.deps.db.write([{ sql: 'DELETE FROM groupings', args: [] }])
  call = await called(world.hub, { tender, lead })
  callId = `${world.hub.origin}/ap/objects/${call.id}`
})

const offer = (from: Someone, change: JsonObject = {}, id = world.fresh(from, 'offers')): JsonObject => ({
  ...said(from, 'Offer', id),
  to: [world.hub.actor('jardins')],
  object: {
    type: 'Agreement',
    name: 'Les massifs',
    content: '<p>À <b>six</b></p>',
    stipulates: { type: 'Commitment', satisfies: `${callId}#primary` },
    ...change,
  },
})

const members = () => membersOf(world.hub.deps.db, call.n)
const words = () => world.hub.deps.db.read.$count(groupingMessages)

/** One who asked and was accepted; and the id of their Offer. */
async function partner(): Promise<{ from: Someone; offerId: string }> {
  const from = someone()
  const offerId = world.fresh(from, 'offers')
  await world.post(from, offer(from, {}, offerId))
  const asked = (await members()).find((one) => one.offerId === offerId)
  if (asked === undefined) throw new Error('The offer did not arrive.')
  const { deps, admin } = world.hub
  await answerMember(deps, admin, { grouping: call, member: asked }, { outcome: 'accepted', answer: null })
  return { from, offerId }
}

const note = (from: Someone, change: JsonObject = {}): JsonObject => {
  const to = [world.hub.actor('jardins')]
  const id = world.fresh(from, 'notes')
  return {
    ...said(from, 'Create', world.fresh(from)),
    to,
    object: {
      ...{ id, type: 'Note', attributedTo: from.id, to, context: callId },
      content: '<p>Entre nous<script>alert(1)</script></p>',
      tag: [{ type: 'Mention', href: to[0], name: '@jardins' }],
      ...change,
    },
  }
}

describe('an offer to take part', () => {
  test('is read as plain words, and counts once however often it is said', async () => {
    const from = someone()
    for (let time = 0; time < 3; time++) expect((await world.post(from, offer(from))).status).toBe(202)
    expect(await members()).toMatchObject([{ role: 'Les massifs', note: 'À six', state: 'asked' }])
  })

  test.each<[what: string, change: JsonObject]>([
    [
      'no call of ours',
      { stipulates: { type: 'Commitment', satisfies: 'https://good.test/calls/1#primary' } },
    ],
    ['no call at all', { stipulates: { type: 'Commitment' } }],
    ['no commitment', { stipulates: 'something' }],
    ['no agreement', { type: 'Note' }],
  ])('that is about %s is dropped', async (_, change) => {
    const from = someone()
    expect((await world.post(from, offer(from, change))).status).toBe(202)
    expect(await members()).toEqual([])
  })

  test('about an entry, or a call that takes nobody new, is dropped', async () => {
    const from = someone()
    const entry = `${tender.envelope.apId}#primary`
    await world.post(from, offer(from, { stipulates: { type: 'Commitment', satisfies: entry } }))
    await world.hub.deps.db.write([{ sql: "UPDATE groupings SET state = 'closed'", args: [] }])
    await world.post(from, offer(from))
    expect(await members()).toEqual([])
  })

  test('rule 29: a server that floods a call has so many in it, and the others still find room', async () => {
    for (let count = 0; count < mostOf.hostInACall + 3; count++) {
      const from = someone()
      await world.post(from, offer(from))
    }
    expect(await members()).toHaveLength(mostOf.hostInACall)
    const honest = world.good.actor(`honest${++people}`)
    await world.post(honest, offer(honest))
    expect(await members()).toHaveLength(mostOf.hostInACall + 1)
  })

  test('is taken back by who made it, and by nobody else', async () => {
    const { from, offerId } = await partner()
    const undo = (by: Someone): JsonObject => ({ ...said(by, 'Undo', world.fresh(by)), object: offerId })
    await world.post(someone(), undo(someone()))
    const other = someone()
    await world.post(other, undo(other))
    expect(await members()).toMatchObject([{ state: 'accepted' }])
    await world.post(from, undo(from))
    expect(await members()).toMatchObject([{ state: 'left' }])
  })
})

describe('a private word', () => {
  test('is heard from who takes part, without markup, once', async () => {
    const { from } = await partner()
    const said = note(from)
    for (let time = 0; time < 2; time++) await world.post(from, said)
    const rows = await world.hub.deps.db.read.select().from(groupingMessages)
    expect(rows).toMatchObject([{ text: 'Entre nous' }])
  })

  test('of who takes no part, has left, or was only asked, is an ordinary message', async () => {
    const stranger = someone()
    await world.post(stranger, note(stranger))
    const asked = someone()
    await world.post(asked, offer(asked))
    await world.post(asked, note(asked))
    expect(await words()).toBe(0)
    const { rows } = await world.hub.deps.db.query('SELECT count(*) AS n FROM messages')
    expect(rows[0]?.['n']).toBe(2)
  })

  test('that others bring in somebody’s name is not believed', async () => {
    const { from } = await partner()
    const liar = someone()
    await world.post(liar, { ...note(from), actor: liar.id, id: world.fresh(liar) })
    expect(await words()).toBe(0)
  })

  test('rule 29: a flood of words of one has an end', async () => {
    const { from } = await partner()
    const { db } = world.hub.deps
    await db.write([
      {
        sql: `WITH RECURSIVE many(i) AS (SELECT 1 UNION SELECT i + 1 FROM many WHERE i < ?)
          INSERT INTO grouping_messages (id, grouping_n, ap_id, actor_n, name, text, created_at)
          SELECT 'x' || i, ?, 'https://evil.test/' || i, (SELECT actor_n FROM grouping_members), 'x', 'x', 0 FROM many`,
        args: [mostOf.actorWriting, call.n],
      },
    ])
    await world.post(from, note(from))
    expect(await words()).toBe(mostOf.actorWriting)
  })
})

describe('a call of another hub', () => {
  /** One in which an organisation of ours asked to take part. */
  async function elsewhere(): Promise<{ from: Someone; offerId: string; apId: string }> {
    const from = someone()
    const { deps, admin } = world.hub
    // Known by something they said before.
    await world.post(from, { ...said(from, 'Like', world.fresh(from)), object: tender.envelope.apId })
    const [row] = (await deps.db.query('SELECT n FROM actors WHERE id = ?', [from.id])).rows
    const apId = world.fresh(from, 'calls')
    const id = await keepCall(deps, {
      ...{ apId, originN: Number(row?.['n']), leadName: 'Eux', subject: 'Un lot', seeks: 'Quelqu’un' },
      ...{ tenderN: null, lotNumber: null },
    })
    const grouping = (await deps.db.read.select().from(groupings)).find((one) => one.id === id)
    if (grouping === undefined) throw new Error('The call was not kept.')
    await asking({ deps, admin }, grouping, lead)
    const [member] = await membersOf(deps.db, grouping.n)
    return { from, apId, offerId: `${world.hub.origin}${member?.offerId ?? ''}` }
  }

  const state = async () =>
    (await world.hub.deps.db.read.select().from(groupingMembers)).map((one) => one.state)

  test('is answered by who leads it, and nobody else', async () => {
    const { from, offerId } = await elsewhere()
    const yes = (by: Someone): JsonObject => ({ ...said(by, 'Accept', world.fresh(by)), object: offerId })
    const liar = someone()
    await world.post(liar, yes(liar))
    expect(await state()).toEqual(['asked'])
    await world.post(from, yes(from))
    expect(await state()).toEqual(['accepted'])
  })

  test('is ended by who leads it, and nobody else', async () => {
    const { from, apId } = await elsewhere()
    const states = async () => (await world.hub.deps.db.read.select().from(groupings)).map((one) => one.state)
    const end = (by: Someone): JsonObject => ({ ...said(by, 'Delete', world.fresh(by)), object: apId })
    const liar = someone()
    await world.post(liar, end(liar))
    expect(await states()).toEqual(['open', 'open'])
    await world.post(from, end(from))
    expect(await states()).toEqual(['open', 'ended'])
  })

  test('is not another’s because they stand under its address', async () => {
    const { from, apId } = await elsewhere()
    await keepCall(world.hub.deps, {
      ...{
        apId,
        originN: -1,
        leadName: 'Un autre',
        subject: 'Autre',
        seeks: 'x',
        tenderN: null,
        lotNumber: null,
      },
    })
    const kept = (await world.hub.deps.db.read.select().from(groupings)).find((one) => one.apId === apId)
    expect(kept).toMatchObject({ leadName: 'Eux' })
    expect(from.id).toContain('evil.test')
  })
})

test('an account that is no more takes its part along', async () => {
  const { from } = await partner()
  await world.post(from, note(from))
  await world.post(from, { ...said(from, 'Delete', world.fresh(from)), object: from.id })
  expect(await members()).toEqual([])
  expect(await words()).toBe(0)
})
