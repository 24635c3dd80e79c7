import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundingActors } from '../../server/federation/index.ts'
import { codeOf } from '../../server/web/posters/code.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { read } from '../support/read.ts'
import { openPages, type Pages } from './pages.ts'

/** An address may break anywhere that a reader would breathe. */
const words = (html: string): string => read(html.replaceAll('<wbr/>', ''))

let pages: Pages
let job: string
beforeAll(async () => {
  pages = await openPages()
  const { deps } = pages
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  const admin = await person(deps, 'admin')
  const shared = { title: 'Menuisier & menuisière', summary: 'Un atelier.', place: '92036' }
  job = (await published(deps, admin, 'job', shared)).envelope.path
})
afterAll(() => pages.close())

describe('a poster', () => {
  test('of an entry has its title, what to know of it, and the way to its page in words and as a code', async () => {
    const { status, text } = await pages.as().get(`${job}/affiche`)
    expect(status).toBe(200)
    for (const fact of [
      'Menuisier &amp; menuisière',
      'Un atelier.',
      'Commune Gennevilliers',
      'Contrat CDD',
      'Date limite',
      `hub.example${job}`,
    ])
      expect(words(text)).toContain(fact)
    expect(words(text)).toContain('@emplois@hub.example')
    expect(text).toContain(`aria-label="Code QR qui mène à hub.example${job}"`)
    expect(text).toContain(`d="${(await codeOf(`https://hub.example${job}`)).path}"`)
  })

  test('of an entry with a long name has a code that leads to it by its number, in squares that telephones read', async () => {
    const title = 'Encadrante ou encadrant technique d’insertion en maraîchage biologique'
    const admin = await person(pages.deps, 'admin')
    const { envelope } = await published(pages.deps, admin, 'job', { title })
    const { text } = await pages.as().get(`${envelope.path}/affiche`)
    const code = await codeOf(`https://hub.example/emplois/${envelope.id}`)
    expect(text).toContain(`d="${code.path}"`)
    expect(words(text)).toContain(`hub.example${envelope.path}`)
    expect(code.size).toBeLessThanOrEqual(45)
    const followed = await pages.as().get(`/emplois/${envelope.id}`)
    expect([followed.status, followed.location]).toEqual([301, envelope.path])
  })

  test.each([
    ['/emplois/affiche', 'Offres d’emploi', 'hub.example/emplois', '@emplois@hub.example'],
    ['/annuaire/affiche', 'Annuaire', 'hub.example/annuaire', ''],
    ['/affiche', 'Le hub d’essai', 'hub.example', '@hub@hub.example'],
  ])('%s is one of a whole list', async (path, title, address, handle) => {
    const { text } = await pages.as().get(path)
    for (const said of [title, address, handle]) expect(words(text)).toContain(said)
    expect(text).toContain(`aria-label="Code QR qui mène à ${address}"`)
    expect(text).toContain('<meta name="robots" content="noindex"')
  })

  test('is for everybody to print, and is found from the page and from the list', async () => {
    expect((await pages.as().get(job)).text).toContain(`href="${job}/affiche"`)
    expect((await pages.as().get('/emplois')).text).toContain('href="/emplois/affiche"')
    expect((await pages.as().get('/')).text).toContain('href="/affiche"')
  })

  test('is made of nothing that is not ours to print, or not public', async () => {
    const { deps } = pages
    await received(deps, 'job', { title: 'Chez eux', url: 'https://a.example/1' })
    const remote = { path: '/emplois/chez-eux' }
    expect((await pages.as().get(remote.path)).status).toBe(200)
    expect((await pages.as().get(`${remote.path}/affiche`)).status).toBe(404)
    expect((await pages.as().get(remote.path)).text).not.toContain(`${remote.path}/affiche`)
    const author = await person(deps, 'admin')
    const { envelope: draft } = await drafted(deps, author, 'job', { title: 'Pas encore' })
    expect((await pages.as(author).get(`${draft.path}/affiche`)).status).toBe(404)
  })

  test('does not take the address of an entry that is called like it', async () => {
    const { envelope } = await published(pages.deps, await person(pages.deps, 'admin'), 'job', {
      title: 'Affiche',
    })
    expect(envelope.path).not.toBe('/emplois/affiche')
    expect(read((await pages.as().get(envelope.path)).text)).toContain('Affiche')
  })
})

describe('a code', () => {
  test('has three corners to be found by, and a margin of four squares around it', async () => {
    const { size, path } = await codeOf('https://hub.example/emplois/menuisier')
    const dark = squares(path)
    expect((size - 8 - 21) % 4).toBe(0)
    expect(Math.min(...dark.map(([x]) => x), ...dark.map(([, y]) => y))).toBe(4)
    expect(Math.max(...dark.map(([x]) => x), ...dark.map(([, y]) => y))).toBe(size - 5)
    const isDark = new Set(dark.map(String))
    // ISO/IEC 18004 §6.3.3: three by three, within a ring of white, within a ring of black.
    const finder = Array.from({ length: 7 }, (_, y) =>
      Array.from({ length: 7 }, (_, x) => Math.max(Math.abs(x - 3), Math.abs(y - 3)) !== 2),
    )
    for (const [left, top] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const)
      for (const [y, row] of finder.entries())
        for (const [x, black] of row.entries())
          expect(isDark.has(`${left + x},${top + y}`), `${left + x},${top + y}`).toBe(black)
  })
})

const squares = (path: string): [number, number][] =>
  [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, length]) =>
    Array.from({ length: Number(length) }, (_, at): [number, number] => [Number(x) + at, Number(y)]),
  )
