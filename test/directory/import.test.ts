import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import { organisationSources } from '../../db/schema/organisation-sources.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { decoded, mostRows, readRows } from '../../server/imports/organisation-file.ts'
import type { Answer } from '../accounts/browser.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { formIn, openPages, postWithFile, type Pages } from '../web/pages.ts'

let pages: Pages
let editor: Viewer
beforeAll(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
  await published(
    pages.deps,
    editor,
    'organisation',
    { title: 'Déjà Là' },
    { siren: '130005481', siret: null, rna: null },
  )
})
afterAll(() => pages.close())
let source: string
let number = 0
beforeEach(() => (source = `Liste ${(number += 1)}`))

const how = { family: 'association' }
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'utf8'))
const send = (bytes: Uint8Array<ArrayBuffer>, viewer = editor): Promise<Answer> =>
  postWithFile(
    pages.as(viewer),
    '/annuaire/importer',
    { ...how, source },
    {
      ...{ name: 'file', bytes, type: 'text/csv' },
    },
  )
const confirmation = '/annuaire/importer/confirmation'
const confirm = (preview: Answer, change: Record<string, string> = {}) => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...formIn(preview, confirmation), ...change }))
    for (const one of [value].flat()) body.append(name, one)
  return pages
    .as(editor)
    .send(confirmation, { method: 'POST', body, headers: { origin: 'https://hub.example' } })
}
const titles = async () =>
  (await pages.deps.db.read.select({ title: entries.title, state: entries.state }).from(entries)).map(
    ({ title, state }) => `${title} (${state})`,
  )

describe('a list of organisations', () => {
  test('is shown line by line before anything is saved, and made once however often it is confirmed', async () => {
    const before = await titles()
    const preview = await send(
      bytesOf(
        [
          'Nom;Identifiant;Commune;SIREN;Réseaux;CPV;Dessert;Couleur;Site',
          '"Les Mains; vertes";A1;Nanterre;732 829 320;Fleuve | Unis;773;Hauts-de-Seine;vert;',
          'Même numéro;A2;;130005481;;;;;',
          'DÉJÀ LÀ;A3;;;;;;;',
          'Mal formée;A4;Atlantide;732829321;;99;;;pas-un-site',
          '"Les mains ; Vertes";A5;;;;;;;',
          ';A6;;;;;;;',
        ].join('\r\n'),
      ),
    )
    expect([preview.status, await pageFaults(preview.text)]).toEqual([200, []])
    expect(preview.text).toMatch(/1\s*organisation sera créée · 5\s*lignes laissées de côté/)
    expect(preview.text).toContain('Colonnes ignorées\u00a0: Couleur.')
    expect(preview.text).toMatch(/Même SIREN que <a href="\/annuaire\/deja-la">Déjà Là</)
    expect(preview.text).toMatch(/Même nom que <a/)
    expect(preview.text).toMatch(/Déjà dans ce fichier, à la ligne\s*2</)
    for (const fault of ['Cette commune n’est pas', 'bien formé', 'CPV', 'adresse complète', 'obligatoire'])
      expect(preview.text, fault).toContain(fault)
    expect(await titles()).toEqual(before)

    for (let times = 0; times < 2; times++)
      expect((await confirm(preview, { state: 'published' })).location).toBe('/annuaire')
    expect(await titles()).toEqual([...before, 'Les Mains; vertes (published)'])
    const sources = await pages.deps.db.read.select().from(organisationSources)
    expect(sources.at(-1)).toMatchObject({ source, sourceId: 'A1' })
    const { text } = await pages.as().get('/annuaire/les-mains-vertes')
    for (const fact of ['Nanterre (92)', 'Fleuve, Unis', 'Hauts-de-Seine (92)', 'Association'])
      expect(text).toContain(fact)
    // Under another name tomorrow, it is still the line that it was.
    expect((await send(bytesOf('nom;id\nRebaptisée;A1'))).text).toContain('Déjà importée')
  })

  test('is read as Excel saves it in French, and says so', async () => {
    const latin = new Uint8Array(
      Buffer.from('Nom;Famille\r\nL\u0019', 'latin1').map((byte) => (byte === 0x19 ? 0x92 : byte)),
    )
    const bytes = new Uint8Array([
      ...latin,
      ...Buffer.from('\xc9t\xe9 solidaire;Coop\xe9rative\r\n', 'latin1'),
    ])
    const preview = await send(bytes)
    expect(preview.text).toContain('L’Été solidaire')
    expect(preview.text).toContain('Lu en Windows-1252')
    await confirm(preview)
    expect(await titles()).toContain('L’Été solidaire (draft)')
  })

  test.each([
    ['nothing', '', 'est vide'],
    ['a workbook', 'PK\u0003\u0004xl/workbook', 'pas un CSV lisible'],
    ['UTF-16', 'N\0o\0m\0', 'pas un CSV lisible'],
    ['no name', 'SIREN\n732829320', 'Aucune colonne'],
    ['too many lines', `nom\n${'x\n'.repeat(mostRows + 1)}`, 'plus de 500 lignes'],
  ])('is refused in words when it is %s', async (_, text, words) => {
    const answer = await send(bytesOf(text))
    expect([answer.status, await pageFaults(answer.text)]).toEqual([422, []])
    expect(answer.text).toContain(words)
  })

  test('is refused when its bytes are no text that we know', () => {
    expect(decoded(new Uint8Array([0x4e, 0x6f, 0x6d, 0xff, 0x81]))).toEqual({ fault: 'charset' })
  })

  test('that is huge is not read', async () => {
    const answer = await send(new Uint8Array(2 * 1024 * 1024))
    expect(answer.status).toBe(413)
  })

  test('whose quote is never closed is one line, and costs no time', () => {
    const began = performance.now()
    const read = readRows(`nom;id\n"${'a;\n'.repeat(300_000)}`)
    expect('rows' in read && read.rows.length).toBe(1)
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('is nobody’s to import who does not edit for the hub', async () => {
    const contributor = await person(pages.deps, 'contributor')
    for (const viewer of [contributor, await person(pages.deps, 'moderator')]) {
      expect((await pages.as(viewer).get('/annuaire/importer')).status).toBe(403)
      expect((await send(bytesOf('nom\nX'), viewer)).status).toBe(403)
      expect((await pages.as(viewer).post(confirmation, {})).status).toBe(403)
    }
    expect((await pages.as().get('/annuaire/importer')).status).toBe(401)
  })

  test('that was tampered with on the way to its confirmation is read again, by the same rules', async () => {
    const preview = await send(bytesOf('nom\nHonnête'))
    const before = await titles()
    await confirm(preview, { text: 'nom;siren\nDéjà là;\nFausse;732829321' })
    expect(await titles()).toEqual(before)
    for (const change of [{ form: 'x' }, { text: '' }, { family: 'pirate' }, { state: 'withdrawn' }])
      expect((await confirm(preview, change)).status).toBe(422)
    expect(await titles()).toEqual(before)
  })

  test('gives the spreadsheet that it is exported to no formula, and takes its own export back', async () => {
    await confirm(await send(bytesOf('nom\n=HYPERLINK("https://piege.example")')), { state: 'published' })
    const { text } = await pages.as().get('/annuaire.csv')
    expect(text).toContain(`'=HYPERLINK`)
    expect(text).not.toMatch(/(^|;)"?=HYPERLINK/m)
    expect((await send(bytesOf(text.replace('Titre', 'Nom')))).text).toMatch(/0\s*organisation/)
  })

  test('confirmed twice at the same moment is made once', async () => {
    const preview = await send(bytesOf('nom\nUne seule fois'))
    const answers = await Promise.all([confirm(preview), confirm(preview)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await titles()).filter((title) => title.startsWith('Une seule fois'))).toHaveLength(1)
    // Nor do two people who chose the same file.
    const [one, other] = [await send(bytesOf('nom;id\nÀ deux;Z')), await send(bytesOf('nom;id\nÀ deux;Z'))]
    const both = await Promise.all([confirm(one), confirm(other)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await titles()).filter((title) => title.startsWith('À deux'))).toHaveLength(1)
  })
})
