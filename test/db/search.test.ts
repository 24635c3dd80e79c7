import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { revise, withdraw } from '../../server/entries/commands.ts'
import { parseEntry } from '../../server/entries/input.ts'
import { matches } from '../../server/entries/search.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { drafted, known, person, published } from '../support/publish.ts'

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
    ['in tags', 'reemploi', ['Atelier de menuiserie', 'Coop agricole', 'Un chef-d’œuvre du réseau']],
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
  const revised = await revise(deps, editor, entry, { revision: 1, input, picture: undefined })
  expect(await matches(deps.db, 'girafe')).toEqual([])
  expect(await matches(deps.db, 'elephant')).toEqual([entry.envelope.n])
  await withdraw(deps, editor, revised)
  await withdraw(deps, editor, draft)
  expect(await matches(deps.db, 'elephant')).toEqual([])
})
