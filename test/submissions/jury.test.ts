import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { callDecisions, jurors, submissions, verdicts } from '../../db/schema/submissions.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { deleteAccount } from '../../server/accounts/departure.ts'
import { rank, weighted } from '../../server/submissions/ranking.ts'
import { seatOf } from '../../server/submissions/queries.ts'
import { pathIn } from '../accounts/browser.ts'
import { pageFaults } from '../support/markup.ts'
import { person } from '../support/publish.ts'
import {
  attach,
  criteria,
  day,
  openCall,
  openCalls,
  pdf,
  submitted,
  visitor,
  type CallPlace,
} from './place.ts'

// One call, three projects, a jury of three: the story of a judgement, step by step.

let place: CallPlace
let call: Entry
let other: Entry
let jury: Viewer[]
let ids: string[]
const room = () => `${call.envelope.path}/jury`

beforeAll(async () => {
  place = await openCalls()
  call = await openCall(place)
  other = await openCall(place)
  jury = [
    await person(place.deps, 'member'),
    await person(place.deps, 'member'),
    await person(place.deps, 'member'),
  ]
  ids = []
  for (const project of ['Atelier vélo', 'Conserverie', 'Repair <b>café</b>']) {
    const { link, id } = await submitted(place, call, { project })
    ids.push(id)
    await attach(visitor(place), link, 'budget.pdf', pdf)
  }
})
afterAll(() => place.close())

const by = (at: number) => {
  const viewer = jury[at]
  if (viewer === undefined) throw new Error('There is no such juror.')
  return place.as(viewer)
}
const dossier = (at: number) => `${room()}/${ids[at]}`
const scores = (first: string, second: string, avis = '') => ({
  ...{ acte: 'noter', 'note-1': first, 'note-2': second, avis },
})

describe('a jury', () => {
  test('is named by those who publish the call, among members or by a link that works once', async () => {
    const editor = place.as(place.editor)
    const named = { email: jury[0]?.email ?? '', capacity: 'elected' }
    expect((await editor.post(`${room()}/membres`, named)).status).toBe(303)
    await editor.post(`${room()}/membres`, named)
    const stranger = await editor.post(`${room()}/membres`, { ...named, email: 'qui@nulle-part.example' })
    expect([stranger.status, stranger.text.includes('Donnez plutôt un lien')]).toEqual([422, true])
    expect(await pageFaults(stranger.text)).toEqual([])
    expect((await by(1).post(`${room()}/membres`, named)).status).toBe(403)
    const made = await editor.post(`${room()}/invitations`, { capacity: 'users' })
    const link = pathIn(made.text, 'jury')
    expect((await visitor(place).get(link)).text).not.toContain('J’accepte de siéger')
    expect(await pageFaults((await by(1).get(link)).text)).toEqual([])
    expect((await by(1).post(link)).location).toBe(room())
    expect((await by(2).post(link)).status).toBe(410)
    // Two who open one link at once: one of them sits.
    const offered = await editor.post(`${other.envelope.path}/jury/invitations`, { capacity: 'users' })
    const seat = pathIn(offered.text, 'jury')
    const both = await Promise.all([by(1).post(seat), by(2).post(seat)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await place.deps.db.read.$count(jurors, eq(jurors.entryN, other.envelope.n))).toBe(1)
    await editor.post(`${room()}/membres`, { email: jury[2]?.email ?? '', capacity: 'elected' })
    const seats = await place.deps.db.read.select().from(jurors).where(eq(jurors.entryN, call.envelope.n))
    expect(seats.map(({ capacity }) => capacity)).toEqual(['elected', 'users', 'elected'])
  })

  test('reads nothing before the deadline, and those who publish only know how many there are', async () => {
    for (const reader of [by(0), place.as(place.editor)]) {
      expect((await reader.get(room())).text).toContain('après la date limite')
      expect((await reader.get(room())).text).not.toContain('Conserverie')
      expect((await reader.get(dossier(0))).status).toBe(404)
      expect((await reader.post(dossier(0), scores('5', '5'))).status).toBe(404)
    }
    expect((await place.as(place.editor).get(room())).text).toContain('Déjà déposés\u00a0: 3')
    expect((await place.as(place.editor).get(`${room()}/decision`)).status).toBe(409)
    place.deps.pass(8 * day)
  })

  test('alone reads the projects: nobody without a seat, and no juror of another call', async () => {
    const outsider = await person(place.deps, 'contributor')
    await place
      .as(place.editor)
      .post(`${other.envelope.path}/jury/membres`, { email: outsider.email, capacity: 'expert' })
    const paths = [room(), dossier(0), `${dossier(0)}/fichiers/x`]
    for (const path of paths) {
      expect((await place.as(outsider).get(path)).status, path).toBe(403)
      expect((await place.as(await person(place.deps, 'moderator')).get(path)).status, path).toBe(403)
      expect((await visitor(place).get(path)).status, path).not.toBe(200)
    }
    expect((await place.as(outsider).post(dossier(0), scores('0', '0'))).status).toBe(403)
    // By the door of their own call they reach none of these either.
    expect((await place.as(outsider).get(`${other.envelope.path}/jury/${ids[0]}`)).status).toBe(404)
    expect((await place.as(place.editor).get(`${other.envelope.path}/jury/${ids[0]}`)).status).toBe(404)
    expect(await place.deps.db.read.$count(verdicts)).toBe(0)
  })

  test('reads a project with its files, and text in it stays text', async () => {
    const page = await by(0).get(dossier(2))
    expect(await pageFaults(page.text)).toEqual([])
    expect(page.text).toContain('Repair &lt;b&gt;café')
    const file = /href="(\/appels\/[^"]+\/fichiers\/[^"]+)"/.exec(page.text)?.[1] ?? ''
    const answer = await by(0).get(file)
    expect([answer.status, answer.headers.get('content-disposition')?.slice(0, 10)]).toEqual([
      200,
      'attachment',
    ])
    expect(page.text).not.toContain('@roue.example')
    expect((await place.as(place.editor).get(dossier(2))).text).toContain('@roue.example')
  })

  test('is asked for each criterion, from 0 to 5', async () => {
    for (const wrong of [
      scores('6', '1'),
      scores('', '1'),
      scores('-1', '1'),
      scores('2.5', '1'),
      scores('1', '9'),
    ]) {
      const refused = await by(0).post(dossier(0), wrong)
      expect(refused.status).toBe(422)
      expect(await pageFaults(refused.text)).toEqual([])
    }
    expect((await place.as(place.editor).post(dossier(0), scores('5', '5'))).status).toBe(403)
  })

  test('sees what others think once it has said what it thinks, and the ranking when it has said all', async () => {
    await by(0).post(dossier(0), scores('4', '2', 'Très utile.'))
    expect((await by(1).get(dossier(0))).text).not.toContain('Très utile.')
    expect((await by(1).get(room())).text).not.toContain('Classement selon')
    await by(1).post(dossier(0), scores('5', '5', 'Parfait.'))
    expect((await by(1).get(dossier(0))).text).toContain('Très utile.')
    expect((await by(0).get(room())).text).toContain('vous sera montré')
    await by(0).post(dossier(1), scores('1', '1'))
    await by(0).post(dossier(2), scores('3', '3'))
    const ranked = await by(0).get(room())
    expect(ranked.text).toContain('Classement selon')
    expect(await pageFaults(ranked.text)).toEqual([])
    expect((await place.as(place.editor).get(room())).text).toContain('Classement selon')
    expect((await place.as(place.editor).get(dossier(0))).text).toContain('Parfait.')
  })

  test('that has an interest in a project neither reads nor rates it, even if they publish the call', async () => {
    await by(2).post(dossier(1), scores('5', '5', 'Mon cousin.'))
    // Both at once: whichever is first, nothing of an opinion is left.
    await Promise.all([
      by(2).post(dossier(1), { acte: 'lien' }),
      by(2).post(dossier(1), scores('5', '5', 'Mon cousin.')),
    ])
    expect(await place.deps.db.read.select().from(verdicts).where(eq(verdicts.conflict, true))).toMatchObject(
      [{ scores: {}, note: '' }],
    )
    for (const answer of [
      await by(2).get(dossier(1)),
      await by(2).post(dossier(1), scores('5', '5')),
      await by(2).get(`${dossier(1)}/fichiers/x`),
    ])
      expect(answer.status).toBe(403)
    expect((await by(0).get(dossier(1))).text).not.toContain('Mon cousin.')
    // Somebody who publishes it and sits: the interest weighs more.
    const both = await person(place.deps, 'editor')
    await place.as(both).post(`${room()}/membres`, { email: both.email, capacity: 'administration' })
    expect((await place.as(both).get(dossier(1))).status).toBe(200)
    await place.as(both).post(dossier(1), { acte: 'lien' })
    expect((await place.as(both).get(dossier(1))).status).toBe(403)
    await place.as(both).post(dossier(0), scores('0', '0'))
    await place.as(both).post(dossier(2), scores('0', '0'))
    expect((await place.as(both).get(room())).text.split('Classement selon')[1]).not.toContain('Conserverie')
  })

  test('loses what it may read with the seat, and with the account', async () => {
    const gone = await seatOf(place.deps.db, call.envelope.n, jury[1]?.id ?? '')
    // The seat of another jury is not taken by this door.
    await place.as(place.editor).post(`${other.envelope.path}/jury/membres/${gone?.id}/retrait`)
    expect((await by(1).get(room())).status).toBe(200)
    expect((await by(0).post(`${room()}/membres/${gone?.id}/retrait`)).status).toBe(403)
    await place.as(place.editor).post(`${room()}/membres/${gone?.id}/retrait`)
    expect((await by(1).get(room())).status).toBe(403)
    expect((await by(0).get(dossier(0))).text).not.toContain('Parfait.')
    const [first] = jury
    if (first === undefined) throw new Error('There is no such juror.')
    await person(place.deps, 'admin')
    await deleteAccount(place.deps, first, [])
    expect(await place.deps.db.read.$count(jurors, eq(jurors.userId, first.id))).toBe(0)
    expect((await place.as(place.editor).get(dossier(0))).text).not.toContain('Très utile.')
    await place.deps.db.write([
      place.deps.db.make
        .update(users)
        .set({ state: 'disabled' })
        .where(eq(users.id, jury[2]?.id ?? '')),
    ])
    expect((await place.as(place.editor).get(room())).text).not.toContain(jury[2]?.email ?? '')
  })
})

test('a ranking weighs each criterion and counts each juror once', async () => {
  expect(weighted(criteria, { 1: 4, 2: 0 })).toBe(3)
  expect(weighted(criteria, {})).toBe(null)
  const [one, two] = await place.deps.db.read.select().from(submissions)
  if (one === undefined || two === undefined) throw new Error('There are no projects.')
  const verdict = (n: number, jurorId: string, given: Record<string, number>, conflict = false) => ({
    ...{ submissionN: n, jurorId, scores: given, conflict, note: '', at: 0 },
  })
  const ranked = rank(
    criteria,
    [one, two],
    [
      verdict(one.n, 'a', { 1: 0, 2: 0 }),
      verdict(one.n, 'b', {}, true),
      verdict(two.n, 'a', { 1: 4, 2: 4 }),
      verdict(two.n, 'b', { 1: 2, 2: 2 }),
    ],
  )
  expect(ranked.map(({ submission, ...rest }) => [submission.n, rest])).toEqual([
    [two.n, { score: 3, ratings: 2, conflicts: 0 }],
    [one.n, { score: 0, ratings: 1, conflicts: 1 }],
  ])
  expect(await place.deps.db.read.$count(callDecisions)).toBe(0)
})
