import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comments, entries } from '../../db/schema/entries.ts'
import { commentPassages, entryVersions } from '../../db/schema/versions.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { close, publish, revise } from '../../server/entries/commands.ts'
import { parseEntry } from '../../server/entries/input.ts'
import type { Entry } from '../../server/entries/load.ts'
import { entryById } from '../../server/entries/queries.ts'
import { whole } from '../../server/entries/whole.ts'
import { callIn } from '../../server/kinds/call/stages.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { day, newId, openCalls, visitor, type CallPlace } from '../submissions/place.ts'

// A specification that is discussed for a week, changed in public, and then no more.

let place: CallPlace
let call: Entry
let member: Viewer

const first = {
  phase: 'specification',
  commentsUntil: '2026-11-30',
  opens: '2026-12-01T09:00',
  deadline: '2026-12-30T17:00',
  sections: [
    { title: 'Ce que nous cherchons', text: 'Des actions nouvelles.' },
    { title: 'Ce que nous finançons', text: 'Des salaires.' },
  ],
  lastSection: null,
}

beforeAll(async () => {
  place = await openCalls()
  member = await person(place.deps, 'member')
  call = await published(place.deps, place.editor, 'call', { title: 'Appel discuté' }, first)
})
afterAll(() => place.close())

async function change(fields: Record<string, unknown>, title = 'Appel discuté'): Promise<void> {
  const before = await entryById(place.deps, call.envelope.id)
  if (before === undefined) throw new Error('It is gone.')
  const sent = { shared: { title }, fields: { ...before.fields, ...fields } }
  const { input } = await parseEntry(place.deps, before.kind, sent, null)
  if (input === null) throw new Error('It is not whole.')
  await revise(place.deps, place.editor, before, {
    ...{ revision: before.envelope.revision, input, picture: undefined },
  })
}
const versions = () => place.deps.db.read.select().from(entryVersions)
const at = (path: string) => visitor(place).get(call.envelope.path + path)

test('parts have numbers that are never another part’s, in a draft as in public', async () => {
  const numbers = (entry: Entry | undefined) => callIn(entry ?? call)?.sections.map(({ number }) => number)
  expect(numbers(call)).toEqual([1, 2])
  const draft = await drafted(place.deps, place.editor, 'call', {}, { ...first, lastSection: 7 })
  expect([numbers(draft), draft.fields['lastSection']]).toEqual([[8, 9], 9])
})

test('a comment may name a part: it is said with it, in the version that was read, and stays an ordinary answer', async () => {
  const form = await place.as(member).get(`${call.envelope.path}?partie=2`)
  expect(form.text).toContain('Votre commentaire sur «\u00a02. Ce que nous finançons\u00a0»')
  expect(await pageFaults(form.text)).toEqual([])
  const sent = formIn(form, `${call.envelope.path}/commentaires`)
  const twice = { ...sent, body: 'Et le **matériel** ?' }
  await place.as(member).post(`${call.envelope.path}/commentaires`, twice)
  expect((await place.as(member).post(`${call.envelope.path}/commentaires`, twice)).status).toBe(303)
  expect(await place.deps.db.read.select().from(commentPassages)).toMatchObject([{ passage: 2, version: 1 }])
  const [row] = await place.deps.db.read.select().from(comments)
  expect(row).toMatchObject({ entryN: call.envelope.n, parentN: null, body: 'Et le **matériel** ?' })
  const page = await at('/cahier-des-charges')
  expect(await pageFaults(page.text)).toEqual([])
  expect(page.text.indexOf('<strong>matériel')).toBeGreaterThan(page.text.indexOf('2. Ce que nous finançons'))
  expect((await at('')).text).toContain('Sur «\u00a02. Ce que nous finançons\u00a0», version 1')
  // An empty one comes back about the same part.
  const again = await place
    .as(member)
    .post(`${call.envelope.path}/commentaires`, { ...sent, id: newId(), body: ' ' })
  expect([again.status, again.text.includes('Votre commentaire sur')]).toEqual([422, true])
})

test('a part that is not there is no part: the answer stays, about all of it', async () => {
  for (const passage of ['99', '0', 'x', '1 OR 1=1', '__proto__'])
    await place
      .as(member)
      .post(`${call.envelope.path}/commentaires`, { id: newId(), body: `Partie ${passage}`, passage })
  expect(await place.deps.db.read.$count(comments)).toBe(6)
  expect(await place.deps.db.read.$count(commentPassages)).toBe(1)
})

test('each change of the text in public is a version, and nothing else is', async () => {
  await change({ organiser: 'Un conseil imaginaire' })
  await change({}, 'Appel très discuté')
  expect(await versions()).toHaveLength(1)
  place.deps.pass(2 * day)
  await change({
    sections: [
      {
        number: 1,
        title: 'Ce que nous cherchons',
        text: 'Des actions nouvelles ou qui marchent <b>déjà</b>.',
      },
      { title: 'Qui décide', text: 'Les élu·es.' },
    ],
  })
  expect((await versions()).map(({ version, recordedAt }) => [version, recordedAt])).toEqual([
    [1, place.deps.now() - 2 * day],
    [2, place.deps.now()],
  ])
  // The part that was taken out keeps its number: the new one has another.
  const entry = await entryById(place.deps, call.envelope.id)
  expect(entry?.fields?.['sections']).toMatchObject([{ number: 1 }, { number: 3 }])
})

test('all can read what it said, and compare any two, in words that are heard too', async () => {
  for (const path of [
    '/versions',
    '/versions/1',
    '/versions/2',
    '/versions/comparer?de=1&a=2',
    '/cahier-des-charges',
  ])
    expect(await pageFaults((await at(path)).text), path).toEqual([])
  const diff = (await at('/versions/comparer?de=1&a=2')).text
  expect(diff).toMatch(
    /<ins><span class="visually-hidden" lang="fr" dir="ltr">Début de l’ajout[^<]*<\/span> ou qui marchent &lt;b&gt;déjà/,
  )
  expect(diff).toMatch(/<del>.*Ce que nous finançons/)
  expect(diff).not.toContain('<b>déjà')
  const back = (await at('/versions/comparer?de=2&a=1')).text
  expect(back).toMatch(/<ins>.*Ce que nous finançons/)
  expect((await at('/versions')).text).toContain('1\u00a0partie modifiée, 1\u00a0ajoutée, 1\u00a0retirée')
  expect((await at('/versions/1')).text).toContain('Ce n’est plus la version actuelle')
  for (const path of [
    '/versions/3',
    '/versions/0',
    '/versions/x',
    '/versions/comparer',
    '/versions/comparer?de=1&a=99',
  ])
    expect((await at(path)).status, path).toBe(404)
  expect((await at('/cahier-des-charges')).text).toContain('Parties retirées depuis')
  const panel = (await at('')).text
  expect(panel).toContain('1\u00a0commentaire sur une partie, 1\u00a0modification publiée')
  expect(panel).toContain('2\u00a0jours de discussion ouverte')
})

test('after its day nobody comments on a part any more, and answers are answers', async () => {
  place.deps.pass(8 * day)
  expect((await at('/cahier-des-charges')).text).not.toContain('Commenter cette partie')
  await place
    .as(member)
    .post(`${call.envelope.path}/commentaires`, { id: newId(), body: 'Trop tard', passage: '1' })
  expect(await place.deps.db.read.$count(commentPassages)).toBe(1)
  expect(await place.deps.db.read.$count(comments)).toBe(7)
  expect((await at('')).text).toContain('8\u00a0jours de discussion ouverte')
})

test('there is no history of a draft, of what came from elsewhere, of another kind, or of what was withdrawn', async () => {
  const draft = await drafted(place.deps, place.editor, 'call', { title: 'En attente' }, first)
  expect(await place.deps.db.read.$count(entryVersions, eq(entryVersions.entryN, draft.envelope.n))).toBe(0)
  expect((await place.as(place.editor).get(`${draft.envelope.path}/versions`)).status).toBe(404)
  const far = await received(place.deps, 'call', { title: 'Ailleurs' })
  const [row] = await place.deps.db.read.select().from(entries).where(eq(entries.apId, far.apId))
  for (const path of ['/versions', '/versions/1', '/cahier-des-charges', '/resultats'])
    expect((await visitor(place).get(`/appels/${row?.slug}${path}`)).status, path).toBe(404)
  const page = await visitor(place).get(`/appels/${row?.slug}`)
  expect(page.text).not.toContain('/versions')
  const closed = await close(place.deps, place.editor, await current())
  await publish(place.deps, place.editor, whole(closed))
  expect(await place.deps.db.read.$count(entryVersions, eq(entryVersions.entryN, call.envelope.n))).toBe(2)
  await place.deps.db.write([place.deps.db.make.delete(entries).where(eq(entries.id, call.envelope.id))])
  expect(await place.deps.db.read.$count(entryVersions, eq(entryVersions.entryN, call.envelope.n))).toBe(0)
  expect(await place.deps.db.read.$count(commentPassages)).toBe(0)
})

async function current(): Promise<Entry> {
  const entry = await entryById(place.deps, call.envelope.id)
  if (entry === undefined) throw new Error('It is gone.')
  return entry
}
