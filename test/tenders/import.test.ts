import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { entryById, ownEntryById } from '../../server/entries/queries.ts'
import { draftOf } from '../../server/imports/draft.ts'
import { decoded, readTender } from '../../server/imports/read.ts'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { known, person } from '../support/publish.ts'
import { formIn, openPages, postWithFile, type Pages } from '../web/pages.ts'

let pages: Pages
let editor: Viewer
beforeAll(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
})
afterAll(() => pages.close())

const sample = (name: string): string =>
  readFileSync(new URL(`../fixtures/tenders/${name}`, import.meta.url), 'utf8')

/** What a draft would keep of it, and what it would tell. */
async function drafted(content: string) {
  const read = await readTender(content)
  if ('fault' in read) return read
  const named = { title: 'À compléter', language: 'fr' }
  const { input, dropped } = await draftOf(pages.deps, known('tender'), read, named)
  const fields: Record<string, unknown> = input.fields ?? input.unfinished ?? {}
  const lots = Array.isArray(fields['lots']) ? (fields['lots'] as Record<string, unknown>[]) : []
  return { format: read.format, input, fields, lots, dropped, ignored: read.ignored }
}

describe('an OCDS release', () => {
  test('gives the tender, its lots with their codes and amounts, and what became of them', async () => {
    const found = await drafted(sample('ocds-release.json'))
    if ('fault' in found) throw new Error(found.fault)
    expect(found.input).toMatchObject({
      title: 'Entretien des espaces verts de la Boucle',
      body: 'Douze parcs et trois cours d’école.',
      fields: {
        buyer: 'Communauté fictive de la Boucle',
        buyerSiret: '73282932000074',
        reference: '2026-EV-014',
        procedure: 'open',
        deadline: '2027-01-15T12:00',
        notice: 'https://marches.boucle.example/avis/2026-EV-014',
        contactEmail: 'marches@boucle.example',
      },
    })
    expect(found.lots.map(({ number, title, cpv, state }) => [number, title, cpv, state])).toEqual([
      [1, 'Tonte et entretien des parcs', '77310000', 'awarded'],
      [2, 'Élagage', '77340000', 'open'],
      [4, 'Fleurissement', null, 'withdrawn'],
    ])
    expect(found.lots[0]).toMatchObject({
      amountMin: 40000,
      amountMax: 90000,
      awardHolders: ['Les Jardins du fleuve'],
      awardAmount: 78000,
      awardDate: '2027-02-10',
    })
    // Another currency is not guessed at.
    expect(found.lots[1]?.['amountMax']).toBeNull()
    expect(found.dropped).toEqual([{ field: 'lots.2.cpv', value: 'pas un code' }])
    expect(found.ignored).toContain('tender.lots[].suitability.sme')
    expect(found.ignored).not.toContain('tender.lots[].title')
  })

  test('is found in a package, a record and alone', async () => {
    const { releases }: { releases: unknown[] } = JSON.parse(sample('ocds-release.json'))
    const [release] = releases
    for (const value of [
      release,
      [release],
      { records: [{ compiledRelease: release }] },
      { compiledRelease: release },
    ])
      expect(await drafted(JSON.stringify(value))).toMatchObject({ format: 'ocds', lots: { length: 3 } })
  })
})

describe('a notice of the BOAMP', () => {
  test.each([
    ['boamp.json', 'Nettoyage des locaux du centre social', 'adapted', '2026-12-18T12:00'],
    ['boamp.csv', 'Nettoyage des locaux; centre social', 'open', '2026-12-18T23:59'],
  ])('gives what it says of itself: %s', async (name, title, procedure, deadline) => {
    const found = await drafted(sample(name))
    expect(found).toMatchObject({
      format: 'boamp',
      input: { title },
      fields: {
        buyer: 'Commune fictive de Valmoret',
        reference: '26-000000',
        notice: 'https://boamp.example/avis/26-000000',
        procedure,
        deadline,
        lots: [],
      },
      dropped: [],
    })
    if ('fault' in found) return
    expect(found.input.body).toContain('Département de la prestation\u00a0: 92.')
    expect(found.ignored).toEqual(name === 'boamp.csv' ? ['remarque'] : ['famille', 'descripteur_libelle[]'])
  })
})

describe('a table of lots', () => {
  test('has a row a lot, under the names of the form, and finds the places by their names', async () => {
    const found = await drafted(sample('lots.csv'))
    if ('fault' in found) throw new Error(found.fault)
    expect(found.input.title).toBe('Rénovation des écoles')
    expect(found.fields).toMatchObject({ buyer: 'Commune fictive de Valmoret', deadline: '2027-03-01T12:00' })
    expect(found.lots).toMatchObject([
      {
        ...{
          number: 1,
          title: 'Menuiserie',
          cpv: '45420000',
          place: '92036',
          placeName: 'Gennevilliers (92)',
        },
        ...{ amountMin: 20000, amountMax: 45000, reservation: 'ess', social: 'clause' },
        openTo: ['scop', 'scic', 'ai'],
      },
      { number: 2, title: 'Peinture et sols', place: '92', amountMin: null, reservation: 'none' },
    ])
    expect(found.dropped).toEqual([
      { field: 'lots.1.amountMin', value: 'beaucoup' },
      { field: 'lots.1.reservation', value: 'aucune idée' },
    ])
    expect(found.ignored).toEqual(['Remarque'])
  })

  test('is read in the encoding of old spreadsheets, with any of the usual marks between cells', async () => {
    const bytes = Buffer.from('Acheteur,Intitulé\nVille fictive de Besançon,Élagage\n', 'latin1')
    expect(await drafted(decoded(bytes))).toMatchObject({
      fields: { buyer: 'Ville fictive de Besançon' },
      lots: [{ title: 'Élagage' }],
    })
    expect(await drafted('buyer\ttitle\nVille fictive\tTaille\n')).toMatchObject({
      lots: [{ title: 'Taille' }],
    })
  })

  test('as the model gives it, is understood whole, in both languages', async () => {
    for (const locale of locales) {
      const { text } = await pages.as().get('/marches/importer/modele.csv', { 'accept-language': locale })
      const found = await drafted(text)
      expect(found).toMatchObject({ format: 'table', dropped: [], ignored: [], lots: { length: 2 } })
    }
  })
})

describe('what is no tender', () => {
  const deep = `${'{"tender":'.repeat(200)}1${'}'.repeat(200)}`
  test.each<[what: string, content: string, fault: string]>([
    ['nothing', '  ', 'empty'],
    ['half of a file', '{"releases": [', 'not-json'],
    ['another file', '{"a": 1}', 'unknown'],
    ['a list of numbers', '[1, 2, 3]', 'unknown'],
    ['prose', 'Bonjour à toutes et à tous.', 'not-csv'],
    ['a table of something else', 'nom;age\nCamille;30\n', 'unknown'],
    ['a quote that never ends', 'Acheteur;Intitulé\n"Ville;x\n', 'not-csv'],
    ['what is nested without end', deep, 'too-deep'],
    ['a hundred thousand values', `{"tender":[${'1,'.repeat(100_000)}1]}`, 'too-deep'],
    ['too many rows', `Acheteur;Intitulé\n${'Ville;x\n'.repeat(1001)}`, 'too-large'],
    ['more than 256 KB', `Acheteur;Intitulé\n${'é'.repeat(140_000)};x`, 'too-large'],
  ])('%s', async (_, content, fault) => {
    const read = await readTender(content)
    expect('fault' in read ? read.fault : read.format).toBe(fault)
  })
})

describe('what an enemy brings', () => {
  test('too many lots, too much text and wrong types leave a draft of what is sound', async () => {
    const lots = Array.from({ length: 60 }, (_, index) => ({
      ...{ id: `LOT-${index + 1}`, title: 'é'.repeat(500), description: 'é'.repeat(900) },
      ...{ value: { amount: 1e300, currency: 'EUR' }, minValue: { amount: 'x' } },
    }))
    const found = await drafted(
      JSON.stringify({
        buyer: { name: ['x'] },
        tender: { id: {}, title: 5, tenderPeriod: { endDate: 'demain' }, lots },
      }),
    )
    if ('fault' in found) throw new Error(found.fault)
    expect(found.input.title).toBe('5')
    expect(found.lots).toHaveLength(40)
    expect(Buffer.byteLength(JSON.stringify(found.lots))).toBeLessThanOrEqual(40_000)
    expect(found.dropped.map(({ field }) => field)).toContain('lots')
  })

  test('names of the language are names like any other', async () => {
    const found = await drafted(
      '{"__proto__":{"buyer":{"name":"x"}},"constructor":{"a":1},"tender":{"title":"T","toString":"x","lots":[{"__proto__":{"title":"y"}}]}}',
    )
    expect(found).toMatchObject({ input: { title: 'T' }, lots: [{ number: 1, title: 'Lot 1' }] })
    expect(await drafted('__proto__;constructor;Acheteur;Intitulé\na;b;Ville fictive;T\n')).toMatchObject({
      lots: [{ title: 'T' }],
      ignored: ['__proto__', 'constructor'],
    })
    expect(({} as Record<string, unknown>)['buyer']).toBeUndefined()
  })
})

describe('the page of imports', () => {
  const path = '/marches/importer'

  test('keeps a draft once, opens it in the editor, and says what it left out', async () => {
    const browser = pages.as(editor)
    const form = formIn(await browser.get(path), path)
    const file = {
      name: 'file',
      bytes: new Uint8Array(Buffer.from(sample('ocds-release.json'))),
      type: 'application/json',
    }
    const opened = await postWithFile(browser, path, form, file)
    expect(opened.status).toBe(200)
    expect(await pageFaults(opened.text)).toEqual([])
    expect(opened.text).toContain('Le brouillon est enregistré')
    expect(opened.text).toContain('Lot 3, Code CPV\u00a0: pas un code')
    expect(opened.text).toContain('<code>tender.lots[].suitability.sme</code>')
    expect(opened.text).toContain('value="Tonte et entretien des parcs"')
    const id = String(form['id'])
    const draft = await ownEntryById(pages.deps, id)
    expect(draft?.envelope).toMatchObject({ state: 'draft', authorId: editor.id, revision: 1 })
    // The form sent again finds what it made; the editor goes on from there.
    expect((await postWithFile(browser, path, form, file)).status).toBe(200)
    expect((await ownEntryById(pages.deps, id))?.envelope.revision).toBe(1)
    const edit = formIn(opened, `/marches/${id}/modifier`)
    const saved = await browser.post(`/marches/${id}/modifier`, { ...edit, outcome: 'draft' })
    expect(saved.status).toBe(303)
  })

  test('gives back what was pasted with what is wrong with it, and keeps nothing', async () => {
    const browser = pages.as(editor)
    const form = formIn(await browser.get(path), path)
    const { status, text } = await browser.post(path, { ...form, pasted: '{"a": <1>' })
    expect(status).toBe(422)
    expect(await pageFaults(text)).toEqual([])
    expect(text).toContain('{&quot;a&quot;: &lt;1&gt;')
    expect(text).toContain('commence comme du JSON')
    expect(await entryById(pages.deps, String(form['id']))).toBeUndefined()
  })

  test('is for those who write tenders, each with drafts of their own', async () => {
    const browser = pages.as(editor)
    const form = formIn(await browser.get(path), path)
    await browser.post(path, { ...form, pasted: sample('lots.csv') })
    const other = await person(pages.deps, 'contributor')
    const stolen = await pages.as(other).post(path, { ...form, pasted: sample('boamp.csv') })
    expect(stolen.status).toBe(403)
    expect((await ownEntryById(pages.deps, String(form['id'])))?.envelope.title).toBe('Rénovation des écoles')
    const member = await person(pages.deps, 'member')
    expect((await pages.as(member).get(path)).status).toBe(403)
    expect((await pages.as(member).post(path, { pasted: sample('lots.csv') })).status).toBe(403)
    expect((await pages.as().get(path)).status).toBe(401)
    expect((await pages.as().post(path, { pasted: sample('lots.csv') })).status).toBe(401)
    const large = await browser.post(path, { ...form, pasted: 'x'.repeat(800_000) })
    expect(large.status).toBe(413)
  })

  test.each(locales)('validates, in %s', async (locale) => {
    const { text } = await pages.as({ ...editor, locale }).get(path, { 'accept-language': locale })
    expect(text).toContain(`<html lang="${locale}"`)
    expect(await pageFaults(text)).toEqual([])
  })
})
