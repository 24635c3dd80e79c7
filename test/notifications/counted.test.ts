import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inquiries } from '../../db/schema/inquiries.ts'
import { callDecisions, jurors, juryInvitations, submissions } from '../../db/schema/submissions.ts'
import { visits } from '../../db/schema/visits.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { WholeEntry } from '../../server/entries/whole.ts'
import { published } from '../support/publish.ts'
import { openTalk, type Talk } from './place.ts'

// What comes in numbers is one notification that counts; what waits for somebody is told as long as it waits.

let talk: Talk
beforeEach(async () => {
  talk = await openTalk()
})
afterEach(() => talk.close())

const after = async (): Promise<void> => {
  await talk.gather()
  talk.deps.pass(1000)
}
const open = async (who: Viewer, at = 0): Promise<string | null> => {
  const rows = (await talk.rows()).filter(({ userId }) => userId === who.id)
  return (await talk.as(who).get(`/notifications/${rows.at(-1 - at)?.n}`)).location
}

describe('registrations for an event', () => {
  let event: WholeEntry
  beforeEach(async () => {
    event = await published(talk.deps, talk.editor, 'event', { title: 'Fête du bois' })
  })

  const register = (email: string, more: Partial<typeof inquiries.$inferInsert> = {}) =>
    talk.deps.db.write([
      talk.deps.db.make.insert(inquiries).values({
        ...{ id: talk.deps.newId(), entryN: event.envelope.n, name: 'Zoé', email, body: '', locale: 'fr' },
        ...{ createdAt: talk.deps.now(), confirmedAt: talk.deps.now(), ...more },
      }),
    ])

  test('are one notification with their number, and what comes once it was read is another', async () => {
    for (let n = 1; n <= 12; n += 1) {
      await register(`a${n}@asso.example`)
      if (n % 5 === 0) await after()
    }
    await after()
    expect(await talk.told(talk.editor, 'request')).toEqual([
      '12\u00a0inscriptions à «\u00a0Fête du bois\u00a0»',
    ])
    expect((await talk.as(talk.editor).get('/notifications')).text).toContain('12\u00a0inscriptions')
    expect(await open(talk.editor)).toBe(`${event.envelope.path}/demandes`)
    await after()
    await register('tard@asso.example')
    await after()
    expect(await talk.told(talk.editor, 'request')).toEqual([
      '1\u00a0inscription à «\u00a0Fête du bois\u00a0»',
      '12\u00a0inscriptions à «\u00a0Fête du bois\u00a0»',
    ])
  })

  test('count those alone who have a place and have not been dealt with; of none nothing is told', async () => {
    await register('a@asso.example')
    await register('b@asso.example', { waitingSince: talk.deps.now() })
    await register('c@asso.example', { confirmedAt: null })
    await after()
    expect(await talk.told(talk.editor, 'request')).toEqual([
      '1\u00a0inscription à «\u00a0Fête du bois\u00a0»',
    ])
    await talk.deps.db.write([talk.deps.db.make.delete(inquiries)])
    expect(await talk.told(talk.editor, 'request')).toEqual([])
    expect(await talk.told(talk.anna)).toEqual([])
  })
})

describe('a call for projects', () => {
  let call: WholeEntry
  beforeEach(async () => {
    call = await published(talk.deps, talk.editor, 'call', { title: 'Aider' })
  })

  const submits = (userId: string | null) =>
    talk.deps.db.write([
      talk.deps.db.make.insert(submissions).values({
        ...{ id: talk.deps.newId(), entryN: call.envelope.n, userId, email: 'a@asso.example' },
        ...{ contact: 'Zoé', locale: 'fr', project: 'Atelier secret', createdAt: 1, updatedAt: 1 },
        submittedAt: talk.deps.now(),
      }),
    ])
  const names = (userId: string) =>
    talk.deps.db.write([
      talk.deps.db.make.insert(jurors).values({
        ...{ id: talk.deps.newId(), entryN: call.envelope.n, userId, capacity: 'expert' },
        addedAt: talk.deps.now(),
      }),
    ])

  test('tells those who publish it how many projects were submitted, and nobody else, and no project by name', async () => {
    await submits(talk.anna.id)
    await after()
    await submits(null)
    await after()
    expect(await talk.told(talk.editor, 'project')).toEqual([
      '2\u00a0projets déposés pour «\u00a0Aider\u00a0»',
    ])
    for (const who of [talk.anna, talk.bruno, talk.moderator]) expect(await talk.told(who)).toEqual([])
    const letters = JSON.stringify([await talk.rows(), await talk.as(talk.editor).get('/notifications')])
    expect(letters).not.toContain('Atelier secret')
  })

  test('tells whoever is named to its jury, as long as they sit; not whoever took the seat by a link', async () => {
    await names(talk.anna.id)
    talk.deps.pass(1000)
    await talk.deps.db.write([
      talk.deps.db.make.insert(juryInvitations).values({
        ...{ id: talk.deps.newId(), entryN: call.envelope.n, capacity: 'users', createdAt: 1 },
        usedAt: talk.deps.now(),
      }),
    ])
    await names(talk.bruno.id)
    await after()
    expect(await talk.told(talk.anna)).toEqual(['Vous faites partie du jury de «\u00a0Aider\u00a0»'])
    expect(await open(talk.anna)).toBe(`${call.envelope.path}/jury`)
    expect(await talk.told(talk.bruno)).toEqual([])
    await talk.deps.db.write([talk.deps.db.make.delete(jurors)])
    expect(await talk.told(talk.anna)).toEqual([])
  })

  test('tells its jury and the members who submitted what was decided, once each', async () => {
    await submits(talk.anna.id)
    await names(talk.bruno.id)
    await after()
    await talk.deps.db.write([
      talk.deps.db.make
        .insert(callDecisions)
        .values({ entryN: call.envelope.n, savedAt: 1, publishedAt: talk.deps.now() }),
    ])
    await after()
    const decided = 'La décision est publiée\u00a0: «\u00a0Aider\u00a0»'
    expect(await talk.told(talk.anna, 'project')).toEqual([decided])
    expect(await open(talk.anna)).toBe(`${call.envelope.path}/resultats`)
    expect(await talk.told(talk.bruno, 'project')).toContain(decided)
    expect(await talk.told(talk.moderator)).toEqual([])
    // Members who submitted get a letter of their own, the jury gets none.
    const told = (await talk.rows()).filter(({ why }) => why === 'decided')
    expect(told.find(({ userId }) => userId === talk.anna.id)?.mailedAt).not.toBeNull()
    expect(told.find(({ userId }) => userId === talk.bruno.id)?.mailedAt).toBeNull()
  })
})

test('a school that asks for a talk is told of until it is answered', async () => {
  const offer = await published(talk.deps, talk.editor, 'resource', { title: 'Parler du métier' })
  await talk.deps.db.write([
    talk.deps.db.make.insert(visits).values({
      ...{ id: talk.deps.newId(), entryN: offer.envelope.n, school: 'Collège', name: 'Zoé' },
      ...{ email: 'z@college.example', placeCode: '92036', placeLabel: 'Gennevilliers', level: 'middle' },
      ...{ pupils: 25, dates: 'Mars', body: '', locale: 'fr', createdAt: 1, confirmedAt: talk.deps.now() },
    }),
  ])
  await after()
  expect(await talk.told(talk.editor)).toEqual([
    'Un établissement demande une intervention\u00a0: «\u00a0Parler du métier\u00a0»',
  ])
  expect(await open(talk.editor)).toBe(`${offer.envelope.path}/interventions`)
  await talk.deps.db.write([talk.deps.db.make.update(visits).set({ state: 'accepted' })])
  expect(await talk.told(talk.editor)).toEqual([])
})

test('the day to say what became of something is told to whoever looks after it, and until it is said', async () => {
  const { deps } = talk
  const today = new Date(deps.now()).toISOString().slice(0, 10)
  const proposal = await published(deps, talk.editor, 'proposal', { title: 'Un four' }, { nextCheck: today })
  const later = { nextCheck: '2099-01-01' }
  await published(deps, talk.editor, 'proposal', { title: 'Un puits' }, later)
  await after()
  await after()
  expect(await talk.told(talk.editor, 'duty')).toEqual(['Dites où en est «\u00a0Un four\u00a0»'])
  expect(await open(talk.editor)).toBe('/verifications')
  expect(await talk.told(talk.moderator)).toEqual([])
  const { n } = proposal.envelope
  await deps.db.write([
    { sql: 'UPDATE proposals SET next_check = ? WHERE entry_n = ?', args: ['2099-01-01', n] },
  ])
  expect(await talk.told(talk.editor, 'duty')).toEqual([])
})
