import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv } from '../../server/feeds/csv.ts'
import { kinds } from '../../server/kinds/index.ts'
import type { Kind } from '../../server/kinds/kind.ts'
import { locales } from '../../views/language.tsx'
import { addEntries } from '../bench/seed.ts'
import { person, published } from '../support/publish.ts'
import { openPages } from '../web/pages.ts'
import { openLists, trap, type Lists } from './lists.ts'
import { rowsOf } from './readers.ts'

let t: Lists
beforeAll(async () => {
  t = await openLists()
})
afterAll(() => t.deps.close())

describe('the table of a list', () => {
  test('opens in a spreadsheet: a mark of UTF-8, semicolons, one column for each thing known', async () => {
    const answer = await t.feed('csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="emplois.csv"')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [heads = [], ...rows] = rowsOf(bytes.toString('utf8').slice(1))
    expect(heads).toEqual(expect.arrayContaining(['Titre', 'Commune', 'Code INSEE', 'Contrat', 'Licence']))
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row).toHaveLength(heads.length)
    const row = rows.find((cells) => cells[heads.indexOf('Identifiant')] === t.job.envelope.apId) ?? []
    expect(row[heads.indexOf('Titre')]).toBe('Chef·fe de chantier')
    expect(row[heads.indexOf('Code INSEE')]).toBe('92036')
    expect(row[heads.indexOf('Texte')]).toBe('Voir nos ressources et venir.')
  })

  test.each(kinds.flatMap((kind) => locales.map((locale) => [kind.name, locale, kind as Kind] as const)))(
    'of %s has no two columns of the same name, in %s',
    async (_, locale, kind) => {
      const channel = { kind, locale, entries: [] } as unknown as Parameters<typeof csv>[0]
      const [heads = []] = rowsOf((await csv(channel)).replace(/^\ufeff/, ''))
      expect(heads.filter((head, at) => heads.indexOf(head) !== at)).toEqual([])
    },
  )

  test('holds no formula: what begins like one is text', async () => {
    const [heads = [], ...rows] = rowsOf((await (await t.feed('csv')).text()).replace(/^\ufeff/, ''))
    const titles = rows.map((row) => row[heads.indexOf('Titre')])
    expect(titles).toContain(`'${trap}`)
    expect(rows.map((row) => row[heads.indexOf('Mots-clés')])).toContain("'@SUM(1)")
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  })

  test('has the same columns when nothing was found', async () => {
    const [full] = rowsOf((await (await t.feed('csv')).text()).replace(/^\ufeff/, ''))
    const [empty, ...none] = rowsOf(
      (await (await t.feed('csv', 'job', { q: 'introuvable' })).text()).replace(/^\ufeff/, ''),
    )
    expect(empty).toEqual(full)
    expect(none).toEqual([])
  })

  test('of more than a thousand rows says where it goes on, and that it is not whole', async () => {
    const pages = await openPages()
    const editor = await person(pages.deps, 'editor')
    const { envelope } = await published(pages.deps, editor, 'resource', { title: 'Salle' })
    await addEntries(pages.deps.db, envelope.id, 1100)
    const first = await pages.as().get('/ressources.csv')
    expect(first.headers.get('link')).toBe('<https://hub.example/ressources.csv?page=2>; rel="next"')
    expect(first.headers.get('content-disposition')).toContain('"ressources-1.csv"')
    const second = await pages.as().get('/ressources.csv?page=2')
    expect(second.headers.get('link')).toBeNull()
    expect(second.headers.get('content-disposition')).toContain('"ressources-2.csv"')
    const ids = [first, second].flatMap(({ text }) =>
      rowsOf(text)
        .slice(1)
        .map(([id]) => id),
    )
    expect(ids).toHaveLength(1101)
    expect(new Set(ids).size).toBe(1101)
    await pages.close()
  })
})
