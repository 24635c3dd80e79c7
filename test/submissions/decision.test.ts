import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { entries, events } from '../../db/schema/entries.ts'
import { submissions } from '../../db/schema/submissions.ts'
import type { Entry } from '../../server/entries/load.ts'
import { entryById } from '../../server/entries/queries.ts'
import { callCounts } from '../../server/submissions/counts.ts'
import { forgetSubmissions, keptDays } from '../../server/submissions/forget.ts'
import { pageFaults } from '../support/markup.ts'
import { person } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { day, openCall, openCalls, submitted, visitor, whole, type CallPlace } from './place.ts'

// One call from its projects to its result: each test goes on where the one before ended.

let place: CallPlace
let call: Entry
let ids: string[]
let links: string[]
const path = () => `${call.envelope.path}/jury/decision`
const editor = () => place.as(place.editor)

beforeAll(async () => {
  place = await openCalls()
  call = await openCall(place)
  const made = []
  for (const project of ['Atelier vélo', 'Conserverie secrète', 'Autre secret'])
    made.push(await submitted(place, call, { project, continues: project === 'Atelier vélo' ? 'yes' : 'no' }))
  ids = made.map(({ id }) => id)
  links = made.map(({ link }) => link)
  place.deps.pass(8 * day)
})
afterAll(() => place.close())

const sent = (change: Record<string, string | string[]> = {}) => ({
  ...{ revision: '0', note: 'Le jury a choisi ce qui marche.', decidedOn: '2026-12-01', acte: 'enregistrer' },
  ...{ retenu: [ids[0] ?? ''], [`montant-${ids[0]}`]: '8 000,50' },
  ...{ retainedLetter: 'Bravo pour {projet}.', otherLetter: '{projet}\u00a0: une autre fois.' },
  ...change,
})

test('a decision is written by those who publish the call, and by nobody else of its jury', async () => {
  const juror = await person(place.deps, 'member')
  await editor().post(`${call.envelope.path}/jury/membres`, { email: juror.email, capacity: 'elected' })
  for (const who of [place.as(juror), visitor(place), place.as(await person(place.deps, 'contributor'))]) {
    expect((await who.get(path())).text).not.toContain('Conserverie')
    expect((await who.post(path(), sent({ acte: 'publier' }))).status).not.toBe(200)
    expect((await who.post(`${call.envelope.path}/jury/lettres`)).status).not.toBe(200)
  }
  expect((await entryById(place.deps, call.envelope.id))?.fields?.['phase']).toBe('open')
  expect(await pageFaults((await editor().get(path())).text)).toEqual([])
})

test('it is prepared in peace: kept, changed, and of two who change it one is told', async () => {
  const wrong = await editor().post(
    path(),
    sent({ [`montant-${ids[0]}`]: 'beaucoup', note: 'x'.repeat(3_001) }),
  )
  expect(wrong.status).toBe(422)
  expect(await pageFaults(wrong.text)).toEqual([])
  const lacking = await editor().post(path(), sent({ acte: 'publier', note: '' }))
  expect([lacking.status, lacking.text.includes('Bravo pour {projet}.')]).toEqual([422, true])
  expect((await editor().post(path(), sent())).status).toBe(303)
  const late = await editor().post(path(), sent({ note: 'Une autre idée.' }))
  expect([late.status, late.text.includes('Une autre idée.')]).toEqual([409, true])
  // A project of another call cannot be slipped in.
  const other = await openCall(place, { deadline: '2027-01-30T17:00' })
  const foreign = await submitted(place, other)
  await editor().post(path(), sent({ revision: '1', retenu: [ids[0] ?? '', foreign.id] }))
  const rows = await place.deps.db.read.select().from(submissions)
  expect(rows.map(({ retained, granted }) => [retained, granted])).toEqual([
    [true, 8000.5],
    [false, null],
    [false, null],
    [null, null],
  ])
  expect(await visitor(place).get(`${call.envelope.path}/resultats`)).toMatchObject({ status: 404 })
})

test('published, it is in the call here and elsewhere: who is retained, why, by whom, and nobody else', async () => {
  const form = formIn(await editor().get(path()), path())
  const before = await place.deps.db.read.$count(events, eq(events.type, 'entry.closed'))
  expect((await editor().post(path(), { ...form, acte: 'publier' })).status).toBe(303)
  expect((await editor().post(path(), { ...form, acte: 'publier' })).status).toBe(409)
  expect(await place.deps.db.read.$count(events, eq(events.type, 'entry.closed'))).toBe(before + 1)
  expect(place.wakes()).toBeGreaterThan(0)
  const entry = await entryById(place.deps, call.envelope.id)
  expect(entry?.envelope.state).toBe('closed')
  expect(entry?.fields).toMatchObject({
    ...{ phase: 'decided', decidedOn: '2026-12-01', submitted: 3 },
    laureates: [{ project: 'Atelier vélo', holder: 'Roue libre', amount: 8000.5, continues: 'yes' }],
  })
  const object = JSON.stringify(entry?.kind.toObject(entry.envelope, entry.fields ?? {}, 'fr'))
  expect(object).toContain('Les résultats sont publics\u00a0: 1\u00a0projet retenu.')
  const results = await visitor(place).get(`${call.envelope.path}/resultats`)
  expect(await pageFaults(results.text)).toEqual([])
  for (const words of [
    'Atelier vélo',
    'Le jury a choisi ce qui marche.',
    '3 sièges sur 5 sont tenus par des élu·es',
  ])
    expect(results.text).toContain(words)
  const everywhere = [results.text, object, (await visitor(place).get(call.envelope.path)).text]
  for (const text of everywhere) expect(text).not.toMatch(/secr[eè]te?\b|Zoé|@roue/)
})

test('letters leave when they are asked for, one to each, however often the button is pressed', async () => {
  const before = place.deps.letters.length
  const press = () => editor().post(`${call.envelope.path}/jury/lettres`)
  await Promise.all([press(), press(), press()])
  const letters = place.deps.letters.slice(before)
  expect(letters.map(({ text }) => text.split('\n')[0]).toSorted()).toEqual([
    'Autre secret\u00a0: une autre fois.',
    'Bravo pour Atelier vélo.',
    'Conserverie secrète\u00a0: une autre fois.',
  ])
  expect((await editor().get(path())).text).toContain('Toutes les lettres sont parties.')
})

test('what was decided is not undone by a project that is taken back or changed', async () => {
  const link = links[1] ?? ''
  expect((await visitor(place).post(link, { acte: 'retirer' })).status).toBe(303)
  expect((await visitor(place).post(link, { ...whole, revision: '2' })).status).toBe(409)
  expect(await place.deps.db.read.$count(submissions, eq(submissions.entryN, call.envelope.n))).toBe(3)
  const page = await visitor(place).get(link)
  expect(page.text).toContain('La décision est publique.')
  expect(await pageFaults(page.text)).toEqual([])
  // Nor by a deadline that is put off.
  await place.deps.db.write([
    place.deps.db.make.update(entries).set({ state: 'published' }).where(eq(entries.id, call.envelope.id)),
  ])
  expect((await visitor(place).post(link, { ...whole, revision: '2' })).status).toBe(409)
})

test('the hub counts what calls have become', async () => {
  expect(await callCounts(place.deps.db)).toMatchObject({
    ...{ calls: 2, decided: 1, seats: 10, elected: 6, known: 1, continuing: 1, said: 2, existing: 2 },
  })
  const tally = await visitor(place).get('/bilan-des-appels')
  expect(await pageFaults(tally.text)).toEqual([])
  expect(tally.text).toMatch(/60\s%<.*6 sur 10/)
})

test('the projects are erased some time after the decision, and the result stays', async () => {
  place.deps.pass(keptDays * day)
  await forgetSubmissions(place.deps)
  expect(await place.deps.db.read.$count(submissions, eq(submissions.entryN, call.envelope.n))).toBe(3)
  place.deps.pass(1)
  await forgetSubmissions(place.deps)
  expect(await place.deps.db.read.$count(submissions, eq(submissions.entryN, call.envelope.n))).toBe(0)
  expect((await visitor(place).get(`${call.envelope.path}/resultats`)).text).toContain('Atelier vélo')
})
