import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { changeUser, dropMembership, putMembership } from '../../server/accounts/store.ts'
import type { WholeEntry } from '../../server/entries/whole.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { openCall, setCallState } from '../../server/groupings/commands.ts'
import { say as write } from '../../server/groupings/exchange.ts'
import { answerMember, askToJoin } from '../../server/groupings/members.ts'
import { groupingById, membersOf, type Grouping } from '../../server/groupings/queries.ts'
import { end, say } from '../../server/networks/commands.ts'
import { partyOfEntry } from '../../server/networks/parties.ts'
import { membershipOf } from '../../server/networks/store.ts'
import { choose } from '../../server/notifications/commands.ts'
import { sendNotifications } from '../../server/notifications/digest.ts'
import { topics } from '../../server/notifications/topics.ts'
import { hosted } from '../support/hosted.ts'
import { person, published } from '../support/publish.ts'
import { openTalk, type Talk } from './place.ts'

// Organisations that do something together: whoever edits for one of them is told, and nobody else.

const day = 86_400_000
const subject = 'Lot 1 – Entretien des parcs'
let talk: Talk
let admin: Viewer
let lead: WholeEntry
let partner: WholeEntry
/** Each edits for one organisation. */
let leader: Viewer
let other: Viewer

beforeEach(async () => {
  talk = await openTalk()
  const { deps } = talk
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  admin = await person(deps, 'admin')
  lead = await hosted(deps, admin, 'Les Jardins', { status: 'network' })
  partner = await hosted(deps, admin, 'Les Massifs', { status: 'scop' })
  leader = await editing(talk.anna, lead)
  other = await editing(talk.bruno, partner)
  await talk.gather()
})
afterEach(() => talk.close())

async function editing(who: Viewer, { envelope }: WholeEntry): Promise<Viewer> {
  const one = { organisationId: envelope.id, role: 'editor' as const }
  await talk.deps.db.write(putMembership(talk.deps.db, { userId: who.id, ...one }, talk.deps.now()))
  return { ...who, memberships: [one] }
}

/** Moments go on: what happens later is told apart. */
const then = async (): Promise<void> => {
  await talk.gather()
  await talk.gather()
  talk.deps.pass(1000)
}

const everybody = async () => ({
  leader: await talk.told(leader, 'partner'),
  other: await talk.told(other, 'partner'),
  others: [
    ...(await talk.told(admin, 'partner')),
    ...(await talk.told(talk.editor, 'partner')),
    ...(await talk.told(talk.moderator, 'partner')),
  ],
})

describe('a call for partners', () => {
  let grouping: Grouping

  beforeEach(async () => {
    const { deps } = talk
    const tender = await published(deps, admin, 'tender', { title: 'Entretien des parcs' })
    grouping = await openCall(
      deps,
      leader,
      { tenderN: tender.envelope.n, number: 1, subject },
      {
        id: deps.newId(),
        input: { organisation: lead.envelope.id, form: 'several', seeks: 'Une équipe', brings: null },
      },
    )
  })

  const asks = () =>
    askToJoin(talk.deps, other, grouping, {
      ...{ organisation: partner.envelope.id, role: 'Les massifs', note: null },
    })
  const answers = async (outcome: 'accepted' | 'declined') => {
    const [member] = await membersOf(talk.deps.db, grouping.n)
    if (member === undefined) throw new Error('Nobody asked.')
    const now = (await groupingById(talk.deps.db, grouping.id)) ?? grouping
    await answerMember(talk.deps, leader, { grouping: now, member }, { outcome, answer: null })
  }
  const writes = (by: Viewer, organisation: WholeEntry) =>
    write(talk.deps, by, grouping, {
      ...{ id: talk.deps.newId(), organisation: organisation.envelope.id, text: 'Un mot' },
    })
  const quoted = `«\u00a0${subject}\u00a0»`

  test('that is asked to is told to those who lead it, and the answer to those who asked', async () => {
    await asks()
    await then()
    expect(await everybody()).toEqual({
      leader: [`Une organisation veut répondre avec la vôtre\u00a0: ${quoted}`],
      ...{ other: [], others: [] },
    })
    await answers('accepted')
    await then()
    // What was asked is answered: it waits no more.
    expect(await everybody()).toEqual({
      ...{ leader: [], others: [] },
      other: [`Votre organisation fait partie du groupement\u00a0: ${quoted}`],
    })
  })

  test('that says no is told as such', async () => {
    await asks()
    await answers('declined')
    await then()
    expect(await talk.told(other)).toEqual([
      `Votre organisation n’est pas retenue dans le groupement\u00a0: ${quoted}`,
    ])
  })

  test('counts what partners write since it was read, and not one’s own words', async () => {
    await asks()
    await answers('accepted')
    for (const _ of [1, 2, 3]) {
      await writes(other, partner)
      await then()
    }
    await writes(leader, lead)
    await then()
    const said = (counted: string) => `${counted} de vos partenaires\u00a0: ${quoted}`
    expect(await talk.told(leader, 'partner')).toEqual([said('3\u00a0messages')])
    expect(await talk.told(other, 'partner')).toContain(said('1\u00a0message'))
    const row = (await talk.rows()).find(({ userId }) => userId === leader.id)
    const opened = await talk.as(leader).get(`/notifications/${row?.n}`)
    expect(opened.location).toBe(`/groupements/${grouping.id}`)
    await then()
    expect(await talk.told(leader, 'partner')).toEqual([said('3\u00a0messages')])
    await writes(other, partner)
    await then()
    expect(await talk.told(leader, 'partner')).toEqual([said('1\u00a0message'), said('3\u00a0messages')])
  })

  test('is told no more to whoever edits for nobody in it, or when it has ended; its words are nowhere', async () => {
    await asks()
    await answers('accepted')
    await writes(other, partner)
    await then()
    expect(await talk.told(leader)).toHaveLength(1)
    expect(JSON.stringify(await talk.rows())).not.toMatch(/Un mot|Entretien/)
    const { db } = talk.deps
    await db.write(dropMembership(db, leader.id, lead.envelope.id))
    expect(await talk.told(leader)).toEqual([])
    await editing(leader, lead)
    expect(await talk.told(leader)).toHaveLength(1)
    await setCallState(talk.deps, leader, (await groupingById(db, grouping.id)) ?? grouping, 'ended')
    expect(await talk.told(leader)).toEqual([])
  })

  test('is in no letter where one of its own leaves, and what partners write is, once', async () => {
    await asks()
    await then()
    await answers('accepted')
    await writes(leader, lead)
    await then()
    talk.deps.letters.length = 0
    talk.deps.pass(day)
    for (const _ of ['once', 'again']) await sendNotifications(talk.deps)
    const letters = talk.deps.letters.filter(({ subject: of }) => of.includes(subject))
    expect(letters.map(({ to, subject: of }) => [to, of])).toEqual([
      [other.email, `1\u00a0message de vos partenaires\u00a0: ${quoted}`],
    ])
    expect(letters[0]?.text).toContain('/notifications/fin/partner/')
    // Written about, it counts no further: what comes then is told by the next letter.
    await writes(leader, lead)
    await writes(leader, lead)
    await then()
    expect(await talk.told(other, 'partner')).toContain(`2\u00a0messages de vos partenaires\u00a0: ${quoted}`)
    expect(await talk.told(other, 'partner')).toContain(`1\u00a0message de vos partenaires\u00a0: ${quoted}`)
  })

  test('is not told to whoever chose to hear nothing of partners', async () => {
    const none = topics.filter((topic) => topic !== 'partner')
    await choose(talk.deps, leader, { rhythm: 'daily', onPage: none, byMail: none, kinds: [] })
    await asks()
    await then()
    expect((await talk.rows()).filter(({ topic }) => topic === 'partner')).toEqual([])
  })
})

describe('a membership of a network', () => {
  const nOf = async (entry: WholeEntry) => (await partyOfEntry(talk.deps.db, entry.envelope.id))?.n ?? 0

  test('is told to the other side: asked, agreed to, and ended', async () => {
    const { deps } = talk
    await say(deps, other, partner, { side: 'organisation', other: await nOf(lead) })
    await then()
    expect(await everybody()).toEqual({
      leader: ['Les Massifs demande à faire partie de «\u00a0Les Jardins\u00a0»'],
      ...{ other: [], others: [] },
    })
    await say(deps, leader, lead, { side: 'network', other: await nOf(partner) })
    await then()
    expect(await talk.told(other)).toEqual(['Les Jardins a dit oui à «\u00a0Les Massifs\u00a0»'])
    const row = (await talk.rows()).find(({ userId }) => userId === other.id)
    expect((await talk.as(other).get(`/notifications/${row?.n}`)).location).toBe(
      `${partner.envelope.path}/adhesions`,
    )
    const pair = { networkN: await nOf(lead), organisationN: await nOf(partner) }
    const membership = (await membershipOf(deps.db, pair))?.n ?? 0
    await end(deps, leader, lead, { side: 'network', membership })
    await then()
    expect(await talk.told(other)).toContain(
      'Les Jardins a refusé ou quitté le lien avec «\u00a0Les Massifs\u00a0»',
    )
    expect((await everybody()).others).toEqual([])
  })

  test('that a network begins is told to the organisation; to those who publish for the hub, where nobody edits it', async () => {
    const { deps } = talk
    await deps.db.write(dropMembership(deps.db, other.id, partner.envelope.id))
    await say(deps, leader, lead, { side: 'network', other: await nOf(partner) })
    await then()
    const words = 'Les Jardins dit que «\u00a0Les Massifs\u00a0» fait partie de son réseau'
    expect(await talk.told(admin, 'partner')).toEqual([words])
    expect(await talk.told(other)).toEqual([])
    await deps.db.write(changeUser(deps.db, talk.editor.id, { role: 'member' }))
    expect(await talk.told(talk.editor, 'partner')).toEqual([])
  })
})
