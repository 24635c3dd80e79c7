import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Step } from '../../db/open.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { revise } from '../../server/entries/commands.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { parseEntry } from '../../server/entries/input.ts'
import { countEntries } from '../../server/entries/count.ts'
import { listEntries, readFilter } from '../../server/entries/list.ts'
import type { Entry } from '../../server/entries/load.ts'
import { matches } from '../../server/entries/search.ts'
import { index } from '../../server/entries/store.ts'
import type { Kind } from '../../server/kinds/kind.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { drafted, known, person, published, received } from '../support/publish.ts'

let deps: TestDeps
let editor: Viewer
const names = new Map<number, string>()

beforeAll(async () => {
  deps = await openTestDeps()
  editor = await person(deps, 'editor')
  const entries: [string, string][] = [
    ['Un chef-d’œuvre du réseau', 'Cæcilia prête une scie à l’Été.'],
    ['Atelier de menuiserie', 'Le cœur de l’ÉCONOMIE circulaire, coopérative ouverte.'],
    ['Coop agricole', 'Œuvrer ensemble à Gennevilliers'],
    ['Ébénistes urbains', 'Un chantier ouvert.'],
  ]
  for (const [title, body] of entries) {
    const { envelope } = await published(deps, editor, 'news', { title, body, tags: ['Réemploi'] })
    names.set(envelope.n, title)
  }
})
afterAll(() => deps.close())

const found = async (q: string) => (await matches(deps.db, q)).map((n) => names.get(n)).toSorted()

describe('words are found', () => {
  test.each([
    ['without their accents', 'reseau', ['Un chef-d’œuvre du réseau']],
    ['with accents that are not there', 'mènuisérie', ['Atelier de menuiserie']],
    ['in capitals', 'ÉTÉ', ['Un chef-d’œuvre du réseau']],
    ['œ as oe', 'chef d oeuvre', ['Un chef-d’œuvre du réseau']],
    ['oe as œ', 'cœur', ['Atelier de menuiserie']],
    ['œ typed as two letters', 'coeur', ['Atelier de menuiserie']],
    ['æ as ae', 'caecilia', ['Un chef-d’œuvre du réseau']],
    ['capital Œ', 'oeuvrer', ['Coop agricole']],
    ['across an apostrophe, straight or typographic', "chef-d'œuvre", ['Un chef-d’œuvre du réseau']],
    ['after an elision', 'economie', ['Atelier de menuiserie']],
    ['by their beginning', 'coop', ['Atelier de menuiserie', 'Coop agricole']],
    ['all of them, in any order', 'circulaire ouverte coeur', ['Atelier de menuiserie']],
    [
      'in tags',
      'reemploi',
      ['Atelier de menuiserie', 'Coop agricole', 'Un chef-d’œuvre du réseau', 'Ébénistes urbains'],
    ],
    ['in the plural, where they stand in the singular', 'ateliers de menuiseries', ['Atelier de menuiserie']],
    ['in the singular, where they stand in the plural', 'ebeniste urbain', ['Ébénistes urbains']],
    ['in the plural of another', 'chantiers', ['Ébénistes urbains']],
    ['in the plural, and not what only begins alike', 'coops', ['Coop agricole']],
    ['only whole when short', 'co', []],
  ])('%s', async (_, q, titles) => expect(await found(q)).toEqual(titles.toSorted()))

  test('first where they are in the title', async () => {
    const first = (await matches(deps.db, 'coop'))[0]
    expect(names.get(first ?? 0)).toBe('Coop agricole')
  })
})

test.each([
  '"',
  '*',
  '(',
  'a AND',
  'NEAR(a b)',
  'title:coop',
  "'; DROP TABLE entries; --",
  '^coop',
  '-coop',
  '',
  '   ',
  '💥',
])('what looks like an order to the index is only words: %s', async (q) =>
  expect(Array.isArray(await matches(deps.db, q))).toBe(true),
)

test('drafts are not found, revised words are, former words are not, and nothing of what was withdrawn', async () => {
  const draft = await drafted(deps, editor, 'news', { title: 'Brouillon secret' })
  expect(await matches(deps.db, 'secret')).toEqual([])
  const entry = await published(deps, editor, 'news', { title: 'Une girafe' })
  expect(await matches(deps.db, 'girafe')).toEqual([entry.envelope.n])
  const sent = { shared: { title: 'Un éléphant' }, fields: known('news').sample }
  const { input } = await parseEntry(deps, known('news'), sent, null)
  if (input === null) throw new Error('The sample was refused.')
  const { revision } = entry.envelope
  const revised = await revise(deps, editor, entry, { revision, input, picture: undefined })
  expect(await matches(deps.db, 'girafe')).toEqual([])
  expect(await matches(deps.db, 'elephant')).toEqual([entry.envelope.n])
  await withdraw(deps, editor, revised)
  await withdraw(deps, editor, draft)
  expect(await matches(deps.db, 'elephant')).toEqual([])
})

describe('among very many', () => {
  const reads = () => ({ db: deps.db, hub: deps.hub, now: deps.now })
  const search = (kind: Kind | null, asked: Record<string, string>) =>
    listEntries(
      reads(),
      readFilter(kind, (name) => asked[name]),
    )
  const copied = async (name: 'resource', shared: Record<string, unknown>, count: number) => {
    const { envelope } = await published(deps, editor, name, shared)
    await deps.db.write(copies(envelope, count))
  }

  test('what is of the kind, the place and the origin asked for is found, however much else is newer', async () => {
    await published(deps, editor, 'job', { title: 'Formation de cordiste', place: '92050' })
    await received(deps, 'job', { title: 'Formation voisine' })
    await copied('resource', { title: 'Formation', place: '92036' }, 450)
    const titles = async (kind: Kind | null, asked: Record<string, string>) =>
      (await search(kind, { q: 'formation', ...asked })).entries.map(({ envelope }) => envelope.title)
    expect(await titles(known('job'), {})).toEqual(['Formation voisine', 'Formation de cordiste'])
    expect(await titles(null, { place: '92050' })).toEqual(['Formation de cordiste'])
    expect(await titles(null, { origin: 'network' })).toEqual(['Formation voisine'])
    expect(await titles(known('job'), { origin: 'hub', place: '92' })).toEqual(['Formation de cordiste'])
  })

  test('each is on one page and only one, those with the word in their title first', async () => {
    await copied('resource', { title: 'Une autre', body: 'Un zinnia.' }, 230)
    await published(deps, editor, 'job', { title: 'Cueillette de zinnias' })
    const { envelope } = await published(deps, editor, 'news', { title: 'Le zinnia' })
    await copied('resource', { title: 'Encore', body: 'Deux zinnias.' }, 210)
    const seen: number[] = []
    for (let page = 1; page <= 23; page++) {
      const { entries, more } = await search(null, { q: 'zinnia', page: String(page) })
      seen.push(...entries.map(({ envelope: { n } }) => n))
      expect(more).toBe(page < 23)
    }
    expect(seen).toHaveLength(444)
    expect(new Set(seen).size).toBe(444)
    expect(seen[0]).toBe(envelope.n)
    expect(seen.slice(2)).toEqual(seen.slice(2).toSorted((a, b) => b - a))
  })

  test('so many are counted, and no more rows are looked at', async () => {
    const count = async (
      kind: Kind | null,
      asked: Record<string, string>,
      bounds = { index: 9999, rows: 9999 },
    ) => {
      const filter = readFilter(kind, (name) => asked[name])
      return countEntries(deps, filter, await listEntries(reads(), filter), bounds)
    }
    const few = { index: 50, rows: 50 }
    expect(await count(null, { q: 'formations' })).toEqual({ count: 453, atLeast: false })
    expect(await count(null, { q: 'formations' }, few)).toEqual({ count: 50, atLeast: true })
    expect(await count(null, { q: 'formations', page: '3' }, few)).toEqual({ count: 61, atLeast: true })
    expect(await count(known('job'), { q: 'formation', place: '92' }, few)).toEqual({
      count: 1,
      atLeast: false,
    })
    expect(await count(known('resource'), { place: '92' })).toEqual({ count: 451, atLeast: false })
    expect((await count(known('resource'), {})).count).toBeGreaterThan(451)
    expect(await count(known('resource'), {}, few)).toEqual({ count: 50, atLeast: true })
  })

  test('the words by which a search is narrowed are no words to look for', async () => {
    for (const q of ['kjob', 'ohub', 'p92036', 'onetwork']) expect(await matches(deps.db, q)).toEqual([])
  })
})

/** The same entry again, envelope and words. */
const copies = ({ id, title, html }: Entry['envelope'], count: number): Step[] => {
  const again = 'WITH RECURSIVE copy (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM copy WHERE i < ?)'
  return [
    {
      sql: `INSERT INTO entries (id, kind, slug, title, html, state, place_code, created_at, updated_at, published_at)
        ${again} SELECT id || copy.i, kind, slug || copy.i, title, html, state, place_code, created_at, updated_at, published_at
        FROM copy, entries WHERE id = ?`,
      args: [count, id],
    },
    ...Array.from({ length: count }, (_, i) =>
      index(`${id}${i + 1}`, { title, summary: '', html, tags: [], more: [] }),
    ).flat(),
  ]
}
