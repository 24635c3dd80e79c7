import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sample, type Lot } from '../../server/kinds/tender/fields.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published, received } from '../support/publish.ts'
import { openPages, type Pages } from '../web/pages.ts'

let pages: Pages

const plain: Lot = {
  ...(sample.lots[1] as Lot),
  number: 1,
  reservation: 'none',
  social: 'none',
  openTo: [],
}
const lots = (...changes: Partial<Lot>[]): Lot[] =>
  changes.map((change, index) => ({ ...plain, number: index + 1, ...change }))

beforeAll(async () => {
  pages = await openPages()
  const editor = await person(pages.deps, 'editor')
  const publish = (title: string, ...changes: Partial<Lot>[]) =>
    published(pages.deps, editor, 'tender', { title }, { lots: lots(...changes) })
  await publish(
    'Les parcs',
    { title: 'Tonte', cpv: '77310000', reservation: 'insertion' },
    { title: 'Cantine du square', cpv: '55520000', social: 'both', openTo: ['scop', 'scic'] },
  )
  await publish('La voirie', { title: 'Pavés', cpv: '45233222', social: 'clause' })
  await publish('Les arbres', { title: 'Élagage', cpv: '77340000', openTo: ['scic'] })
  await publish('L’ancien', { title: 'Désherbage', cpv: '77300000', state: 'withdrawn', openTo: ['scop'] })
  await published(pages.deps, editor, 'tender', { title: 'Sans lots' }, { lots: [] })
  await received(pages.deps, 'tender', {
    title: 'D’ailleurs',
    fields: { ...sample, lots: lots({ title: 'Fleurissement', cpv: '77310000' }) },
  })
})
afterAll(() => pages.close())

async function titles(query: string): Promise<string[]> {
  const { status, text } = await pages.as().get(`/marches?${query}`)
  expect(status).toBe(200)
  return [...text.matchAll(/<a class="card-link" href="[^"]*">([^<]*)<\/a>/g)].map(([, title = '']) => title)
}

describe('the list of tenders', () => {
  test.each<[query: string, found: string[]]>([
    ['cpv=77', ['D’ailleurs', 'Les arbres', 'Les parcs']],
    ['cpv=773', ['D’ailleurs', 'Les arbres', 'Les parcs']],
    ['cpv=77300000-3', ['D’ailleurs', 'Les arbres', 'Les parcs']],
    ['cpv=77310000-6', ['D’ailleurs', 'Les parcs']],
    ['cpv=77+34+00+00', ['Les arbres']],
    ['cpv=45', ['La voirie']],
    ['cpv=72', []],
    ['reservation=insertion', ['Les parcs']],
    ['social=clause', ['La voirie', 'Les parcs']],
    ['social=criterion', ['Les parcs']],
    ['openTo=scop', ['Les parcs']],
    ['openTo=scic', ['Les arbres', 'Les parcs']],
    ['openTo=scic&cpv=55', ['Les parcs']],
  ])('narrowed by %s', async (query, found) => {
    expect((await titles(query)).toSorted()).toEqual(found.toSorted())
  })

  test('asks everything of one and the same lot', async () => {
    expect(await titles('cpv=77&openTo=scop')).toEqual([])
    expect(await titles('cpv=55&openTo=scop')).toEqual(['Les parcs'])
  })

  test.each([
    'cpv=x',
    'cpv=7',
    'cpv=00',
    "cpv=77' or 1=1 --",
    'cpv=77%25',
    'openTo=x',
    'reservation=__proto__',
  ])('is not narrowed by %s, which nobody can mean', async (query) =>
    expect(await titles(query)).toHaveLength(6),
  )

  test('keeps what was typed in the form of the filters, in valid HTML', async () => {
    const { text } = await pages.as().get('/marches?cpv=773&openTo=scop')
    expect(await pageFaults(text)).toEqual([])
    expect(text).toMatch(/<input[^>]* name="cpv"[^>]* value="773"/)
    expect(text).toMatch(/<option value="scop" selected/)
  })

  test.each<[q: string, found: string[]]>([
    ['773', ['D’ailleurs', 'L’ancien', 'Les arbres', 'Les parcs']],
    ['77310000', ['D’ailleurs', 'Les parcs']],
    ['77310000-6', ['D’ailleurs', 'Les parcs']],
    ['tonte 77310000-6', ['Les parcs']],
    ['elagage', ['Les arbres']],
    ['cantine du square', ['Les parcs']],
    ['clause sociale', ['La voirie', 'Les parcs']],
  ])('is searched by codes and by what lots are called: %s', async (q, found) => {
    expect((await titles(`q=${encodeURIComponent(q)}`)).toSorted()).toEqual(found.toSorted())
  })

  test('gives other programs a row a tender, its lots in words and its codes', async () => {
    const { text } = await pages.as().get('/marches.csv?cpv=45')
    expect(text).toContain('Codes CPV')
    expect(text).toContain('Lot\u00a01\u00a0: Pavés · 45233222 – Travaux de construction')
  })
})
