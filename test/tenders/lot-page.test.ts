import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { sample, type Lot } from '../../server/kinds/tender/fields.ts'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { openPages, type Pages } from '../web/pages.ts'

let pages: Pages
let editor: Viewer
beforeAll(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
})
afterAll(() => pages.close())

const get = (path: string) => pages.as().get(path)
const lots = (...changes: Partial<Lot>[]): Lot[] =>
  changes.map((change, index) => ({ ...(sample.lots[1] as Lot), number: index + 1, ...change }))

describe('the page of a lot', () => {
  test.each(locales)('says all of it in words, and where it belongs, in %s', async (locale) => {
    const { envelope } = await published(pages.deps, editor, 'tender', { title: 'Parcs et jardins' })
    for (const number of [1, 3]) {
      const { status, text } = await pages
        .as()
        .get(`${envelope.path}/lots/${number}`, { 'accept-language': locale })
      expect(status).toBe(200)
      expect(await pageFaults(text)).toEqual([])
      expect(text).toContain(`<html lang="${locale}"`)
      expect(text).not.toMatch(/undefined|NaN|\bnull\b/)
    }
    const { text } = await get(`${envelope.path}/lots/1`)
    for (const said of [
      '<title>Lot\u00a01\u00a0: Tonte et entretien des parcs – Parcs et jardins',
      `<a href="${envelope.path}">Parcs et jardins</a>`,
      'Gennevilliers (92)',
      '77310000 – Agriculture, sylviculture, espaces verts',
      'L2113-13, texte lu le 2 novembre 2026',
      'Les Jardins du fleuve',
      'Communauté fictive de la Boucle',
      'vendredi 15 janvier 2027 à 12\u00a0h',
      'Douze parcs, d’avril à octobre.<br/>Le matériel est fourni.',
      `<link rel="canonical" href="https://hub.example${envelope.path}/lots/1"`,
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('name="robots"')
  })

  test('is reached by the tender’s page, and by its id', async () => {
    const { envelope } = await published(pages.deps, editor, 'tender', { title: 'Voirie' })
    expect((await get(envelope.path)).text).toContain(`href="${envelope.path}/lots/3"`)
    const moved = await get(`/marches/${envelope.id}/lots/3`)
    expect(moved).toMatchObject({ status: 301, location: `${envelope.path}/lots/3` })
  })

  test('is nowhere for a number that no lot has', async () => {
    const { envelope } = await published(pages.deps, editor, 'tender', { title: 'Peinture' })
    for (const number of ['2', '0', '03', '1.0', '-1', '1e0', '9999', 'un', '1%20', 'NaN', '__proto__'])
      expect((await get(`${envelope.path}/lots/${number}`)).status, number).toBe(404)
    expect((await get('/marches/aucun/lots/1')).status).toBe(404)
    expect((await get(`/emplois/${envelope.slug}/lots/1`)).status).toBe(404)
  })

  test('is gone with its tender', async () => {
    const { envelope } = await published(pages.deps, editor, 'tender', { title: 'Retirée' })
    await pages.as(editor).post(envelope.path, { _method: 'DELETE' })
    expect((await get(`${envelope.path}/lots/1`)).status).toBe(410)
  })

  test('of a draft is for those who work on it alone, and is not to be found', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'tender', { title: 'En projet' })
    expect((await get(`${envelope.path}/lots/1`)).status).toBe(404)
    const other = await person(pages.deps, 'contributor')
    expect((await pages.as(other).get(`${envelope.path}/lots/1`)).status).toBe(404)
    const { status, text } = await pages.as(editor).get(`${envelope.path}/lots/1`)
    expect(status).toBe(200)
    expect(text).toContain('Ce lot n’est pas encore public')
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect(text).not.toContain('rel="canonical"')
  })

  test('of another hub is read here, and found there', async () => {
    await received(pages.deps, 'tender', {
      title: 'Un marché d’ailleurs',
      url: 'https://ailleurs.example/marches/un-marche',
    })
    const { text } = await get('/marches/un-marche-d-ailleurs/lots/3')
    expect(text).toContain('Taille des haies')
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect(text).toContain('<link rel="canonical" href="https://ailleurs.example/marches/un-marche/lots/3"')
    expect(await pageFaults(text)).toEqual([])
  })

  test('of another hub that says where it is read in no address of the web leads nowhere else', async () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x']) {
      await received(pages.deps, 'tender', { title: `Un marché ${url.slice(0, 4)}`, url })
      const { text } = await get(`/marches/un-marche-${url.slice(0, 4)}/lots/3`)
      expect(text).toContain('Taille des haies')
      expect(text).not.toContain(`href="${url}`)
    }
  })

  test('lets no text out of its place', async () => {
    const hostile = '</title><script>alert(1)</script><img src=x onerror=alert(2)>"\'><!--'
    const { envelope } = await published(
      pages.deps,
      editor,
      'tender',
      { title: hostile },
      {
        buyer: hostile,
        reference: hostile,
        lots: lots({
          title: hostile,
          description: `${hostile}\n\n${hostile}`,
          placeName: hostile,
          reservation: 'ess',
          reservationArticle: hostile.slice(0, 60),
          state: 'awarded',
          awardHolders: [hostile],
        }),
      },
    )
    const paths = [`${envelope.path}/lots/1`, envelope.path, `${envelope.path}/modifier`, '/marches']
    for (const path of paths) {
      const { text } = await pages.as(editor).get(path)
      expect(text, path).not.toMatch(/<script>alert|<img src=x/)
      expect(await pageFaults(text), path).toEqual([])
    }
  })
})
