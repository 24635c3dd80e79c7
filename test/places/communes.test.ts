import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  communesNamed,
  findCommunes,
  importCommunes,
  meantPlace,
  suggestedCommunes,
} from '../../server/places/communes.ts'
import { departmentMeant } from '../../server/places/departments.ts'
import { territoryOf } from '../../server/places/neighbours.ts'
import { communes as places } from '../../static/data.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'

let deps: TestDeps
const json = JSON.stringify(places())
beforeAll(async () => {
  deps = await openTestDeps()
  expect(await importCommunes(deps.db, json, deps.now())).toBe('imported')
})
afterAll(() => deps.close())

const labels = async (q: string, department: string | null = null) =>
  (await findCommunes(deps.db, q, department)).map(({ label }) => label)

test('the places of France are read once, and again when they change', async () => {
  expect(await importCommunes(deps.db, json, deps.now())).toBe('up to date')
  const { rows } = await deps.db.query('SELECT count(*) FROM communes')
  expect(Number(rows[0]?.[0])).toBe(places().communes.length)
  const fewer = { ...places(), communes: places().communes.slice(0, 700) }
  expect(await importCommunes(deps.db, JSON.stringify(fewer), deps.now())).toBe('imported')
  const { rows: after } = await deps.db.query('SELECT count(*) FROM communes')
  expect(Number(after[0]?.[0])).toBe(700)
  await importCommunes(deps.db, json, deps.now())
})

test('a commune keeps its grouping', async () => {
  const { rows } = await deps.db.query('SELECT epci_name, postcodes FROM communes WHERE code = ?', ['92036'])
  expect(rows[0]?.[0]).toBe('Métropole du Grand Paris')
  expect(rows[0]?.[1]).toBe('92230')
})

test('a beginning finds names, without accents, apostrophes or hyphens', async () => {
  expect(await labels('gennev')).toContain('Gennevilliers (92)')
  expect(await labels('Aÿ-Ch')).toEqual(['Aÿ-Champagne (51)'])
  expect(await labels('evry cou')).toEqual(['Évry-Courcouronnes (91)'])
  expect((await labels('st etienne'))[0]).toBe('Saint-Étienne (42)')
  expect(await labels('l hay les')).toEqual(["L'Haÿ-les-Roses (94)"])
})

test('a name of several is given with the hub’s own department first, then the largest', async () => {
  expect((await labels('saint denis'))[0]).toMatch(/^Saint-Denis \((93|974)\)$/)
  expect((await labels('saint denis', '11'))[0]).toBe('Saint-Denis (11)')
})

test('a name without its article, and a postal code, are understood', async () => {
  expect(await labels('garenne colombes')).toEqual(['La Garenne-Colombes (92)'])
  expect(await labels('92230')).toEqual(['Gennevilliers (92)'])
})

test('a department is understood however it is spelt', () => {
  for (const typed of ['92', 'Hauts-de-Seine', 'hauts de seine', 'Hauts-de-Seine (92)'])
    expect(departmentMeant(typed)?.label).toBe('Hauts-de-Seine (92)')
  expect(departmentMeant('val d oise')?.code).toBe('95')
  expect(departmentMeant('2a')?.code).toBe('2A')
  expect(departmentMeant('Hauts-de-Seine (93)')).toBeNull()
  expect(departmentMeant(' - ')).toBeNull()
})

test('what is nowhere finds nothing', async () => {
  for (const q of ['', 'x', 'Atlantis', '%', '_____', '(', '99999', '💥💥'])
    expect(await labels(q), q).toEqual([])
})

test('a name with its department is one commune', async () => {
  expect((await communesNamed(deps.db, 'Saint-Denis (93)')).map(({ code }) => code)).toEqual(['93066'])
  expect((await communesNamed(deps.db, '2A004')).map(({ label }) => label)).toEqual(['Ajaccio (2A)'])
})

test('a name that nobody bears is asked about with what resembles it', async () => {
  const meant = await meantPlace(deps.db, 'Garenne-Colombes', '', '92')
  expect(meant).toMatchObject({ code: null, unknown: false })
  expect(meant.choices.map(({ label }) => label)).toEqual(['La Garenne-Colombes (92)'])
  expect((await meantPlace(deps.db, 'Garenne-Colombes', '92035', '92')).code).toBe('92035')
  expect(await meantPlace(deps.db, 'Atlantis', '92035', '92')).toEqual({
    code: null,
    choices: [],
    unknown: true,
  })
})

test('neighbours are of the same intercommunality, and around Paris of the same territory', async () => {
  const near = await territoryOf(deps.db, '92036')
  expect(near?.name).toBe('Boucle Nord de Seine')
  expect(near?.codes.toSorted()).toEqual(['92004', '92009', '92024', '92025', '92036', '92078', '95018'])
  expect((await territoryOf(deps.db, '59350'))?.name).toBe('Métropole Européenne de Lille')
  // Paris belongs to no territory but its own: its arrondissements are it.
  expect(await territoryOf(deps.db, '75056')).toMatchObject({ name: 'Paris' })
  expect((await territoryOf(deps.db, '75111'))?.codes).toHaveLength(21)
  expect(await territoryOf(deps.db, '00000')).toBe(null)
})

test('while one types, what is near comes first, then towns; no name begins too many to be looked through', async () => {
  const suggested = async (q: string, department: string | null = null) =>
    (await suggestedCommunes(deps.db, q, department, 3)).map(({ label }) => label)
  expect(await suggested('genne', '92')).toEqual(['Gennevilliers (92)'])
  expect((await suggested('saint'))[0]).toBe('Saint-Étienne (42)')
  expect((await suggested('saint', '11'))[0]).toMatch(/\(11\)$/)
  for (const q of ['', 'x', '%', '**', '"', 'a'.repeat(500)]) expect(await suggested(q), q).toEqual([])
  const { rows } = await deps.db.query(
    "EXPLAIN QUERY PLAN SELECT code FROM communes WHERE folded >= 'sa' AND folded < 'sb' AND population >= 10000",
  )
  expect(String(rows[0]?.['detail'])).toContain('communes_towns')
})
