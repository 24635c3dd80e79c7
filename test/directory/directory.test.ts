import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { shelfOf } from '../../server/directory/shelf.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { organisation } from '../../server/kinds/organisation/index.tsx'
import { resource } from '../../server/kinds/resource/index.tsx'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'
import { dataInclusionStructure } from './data-inclusion.ts'

let pages: Pages
let editor: Viewer
const bare = {
  ...{ siren: null, siret: null, rna: null, formerSirets: [], noSiret: false, software: [] },
  ...{ cpv: [], serves: [], services: [], networks: [], sectors: [], status: null, structure: null },
}
const give = (title: string, shared = {}, fields = {}) =>
  published(pages.deps, editor, 'organisation', { title, ...shared }, { ...bare, ...fields })

beforeAll(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
  await give(
    'Vert Demain',
    { place: '92036' },
    {
      ...{ family: 'association', cpv: ['77'], serves: ['92', '59350'], sectors: ['environment'] },
      ...{ networks: ['Réseau du fleuve', 'COORACE'], structure: 'opcs', services: ['works'] },
    },
  )
  await give(
    'Peindre Ensemble.',
    { place: '59350' },
    {
      ...{ family: 'cooperative', status: 'scop', cpv: ['45442'], sectors: ['construction'] },
      ...{ siren: '732829320', siret: '73282932000074', networks: ['Les Unis'], structure: 'geiq' },
      software: [
        { name: 'Nextcloud', role: 'uses', since: '2020', note: '<b>bien</b>', repository: null },
        { name: 'OpenFlyers', role: 'hosts', since: null, note: null, repository: 'javascript:alert(1)' },
      ].slice(0, 1),
    },
  )
  await give('Partout', {}, { family: 'mutual', serves: ['2A'] })
  await drafted(pages.deps, editor, 'organisation', { title: 'En attente' }, { ...bare, family: 'other' })
  await received(pages.deps, 'organisation', {
    ...{ title: 'Voisine d’ailleurs', placeCode: '92025', url: 'https://ailleurs.example/annuaire/1' },
    fields: organisation.fields.parse({
      ...bare,
      family: 'other',
      siren: '732829320',
      software: [{ name: 'nextcloud', role: 'helps', since: null, note: null, repository: null }],
    }),
  })
})
afterAll(() => pages.close())

const all = ['Vert Demain', 'Peindre Ensemble.', 'Partout', 'Voisine d’ailleurs']
async function listed(query: string): Promise<string[]> {
  const { text, status } = await pages.as().get(`/annuaire?${query}`)
  expect(status).toBe(200)
  return all.filter((title) => text.includes(`>${title}</a>`))
}

describe('the directory', () => {
  test.each([
    ['cpv=77', ['Vert Demain']],
    // Who does all of 77 does 7731; who does 45442 is found under 45.
    ['cpv=7731', ['Vert Demain']],
    ['cpv=77310000-6', ['Vert Demain']],
    ['cpv=45', ['Peindre Ensemble.']],
    ['cpv=4544', ['Peindre Ensemble.']],
    ['cpv=4521', []],
    ['serves=92', ['Vert Demain', 'Voisine d’ailleurs']],
    ['serves=hauts-de-seine', ['Vert Demain', 'Voisine d’ailleurs']],
    // Named itself, or by its department; and whoever names nothing serves where it stands.
    ['serves=92050', ['Vert Demain']],
    ['serves=59', ['Vert Demain', 'Peindre Ensemble.']],
    ['serves=59350', ['Vert Demain', 'Peindre Ensemble.']],
    ['serves=59009', []],
    ['serves=2a', ['Partout']],
    ['serves=2A004', ['Partout']],
    ['networks=fleuve', ['Vert Demain']],
    ["networks=%25' or 1=1 --", []],
    ['sectors=environment', ['Vert Demain']],
    ['services=works', ['Vert Demain']],
    ['structure=opcs', ['Vert Demain']],
    ['status=scop&family=cooperative', ['Peindre Ensemble.']],
  ] as const)('narrowed by %s shows who answers', async (query, titles) => {
    expect(await listed(query)).toEqual(titles)
  })

  test('narrows nothing by what means nothing', async () => {
    expect(await listed('serves=nulle+part&cpv=zz')).toEqual(all)
  })

  test.each(locales)(
    'has a map with its table, a shelf and an import that validate, in %s',
    async (locale) => {
      const asked = { 'accept-language': locale }
      const own = { ...editor, locale }
      for (const path of ['/annuaire/carte', '/ressources/logiciels-libres', '/ressources/interventions']) {
        const { text, status } = await pages.as().get(path, asked)
        expect([status, await pageFaults(text)], path).toEqual([200, []])
      }
      const form = await pages.as(own).get('/annuaire/importer')
      expect([form.status, await pageFaults(form.text)]).toEqual([200, []])
    },
  )

  test('is counted by department, each of them a way to its list', async () => {
    const { text } = await pages.as().get('/annuaire/carte')
    const row = (code: string) =>
      new RegExp(`<a href="/annuaire\\?place=${code}">[^<]*</a></th><td class="num">(\\d+)`).exec(text)?.[1]
    expect([row('92'), row('59'), row('75')]).toEqual(['2', '1', undefined])
    // Where there is nobody, and overseas, there is a link all the same.
    for (const code of ['75', '2A', '974']) expect(text).toContain(`href="/annuaire?place=${code}"`)
    expect(text.match(/<title>[^<]*<\/title><use href="[^"]*#d-/g)?.length).toBe(96 + 8)
    expect(text).toContain('Sans commune indiquée')
    expect(text).toContain('https://creativecommons.org/licenses/by/4.0/')
  })
})

describe('the shelf of free software', () => {
  test('gathers by name what organisations say here and elsewhere, and what resources offer and look for', async () => {
    await published(
      pages.deps,
      editor,
      'resource',
      { title: 'Aide à Nextcloud' },
      {
        ...{ category: 'software', direction: 'need', software: 'NextCloud', repository: null },
      },
    )
    await received(pages.deps, 'resource', {
      ...{ title: 'Nous hébergeons', direction: 'offer', organisationName: 'La Coop voisine' },
      url: 'https://ailleurs.example/ressources/1',
      fields: resource.fields.parse({ category: 'software', software: 'nextcloud', softwareRole: 'hosts' }),
    })
    const { text } = await pages.as().get('/ressources/logiciels-libres')
    expect(text.match(/<h2 id="logiciel-/g)).toHaveLength(1)
    expect(text).toMatch(/1\s*organisation l’utilise · 1\s*organisation aide · 1\s*organisation l’héberge/)
    expect(text).toContain('La Coop voisine')
    expect(text).toContain('sur ailleurs.example')
    expect(text).toContain('&lt;b>bien&lt;/b>'.replaceAll('>', '&gt;'))
    expect(text).toContain('Aide à Nextcloud')
  })

  test('counts an organisation once for each thing that it does', () => {
    const envelope = { title: 'A', path: '/annuaire/a', origin: null }
    const twice = [
      { name: 'Étherpad', role: 'uses' },
      { name: 'etherpad', role: 'uses' },
      { name: '???', role: 'uses' },
      { name: 'Étherpad', role: 'sells' },
    ]
    const entry = { envelope, fields: { software: [...twice, 'x', null] } } as never
    const [one, ...others] = shelfOf({ organisations: [entry], resources: [] })
    expect(others).toEqual([])
    expect([one?.name, one?.counts]).toEqual(['Étherpad', { uses: 1, helps: 0, hosts: 0 }])
  })
})

describe('the structures for data·inclusion', () => {
  const fetched = async (query = '') => {
    const answer = await pages.as().get(`/annuaire.data-inclusion.json${query}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    return JSON.parse(answer.text) as { nom: string }[]
  }

  test('are our own published organisations, as the schema has them', async () => {
    const structures = await fetched()
    const check = new Ajv2020({ strict: false }).compile(dataInclusionStructure)
    for (const structure of structures)
      expect([structure, check(structure), check.errors]).toEqual([structure, true, null])
    expect(structures.map(({ nom }) => nom).toSorted()).toEqual([
      'Partout',
      'Peindre Ensemble',
      'Vert Demain',
    ])
    expect(structures.find(({ nom }) => nom === 'Peindre Ensemble')).toMatchObject({
      source: 'hub.example',
      siret: '73282932000074',
      code_insee: '59350',
      commune: 'Lille',
      reseaux_porteurs: ['geiq'],
    })
    expect(structures.find(({ nom }) => nom === 'Vert Demain')).toMatchObject({
      reseaux_porteurs: ['coorace'],
    })
  })

  test('are narrowed as the list is, and forget what is withdrawn', async () => {
    const gone = await give('Bientôt partie', {}, { family: 'other', cpv: ['92'] })
    expect(await fetched('?cpv=92')).toHaveLength(1)
    await withdraw(pages.deps, editor, gone)
    expect(await fetched('?cpv=92')).toEqual([])
    expect(await fetched('?origin=network')).toEqual([])
  })

  test('are held to a schema that refuses what is not theirs', () => {
    const check = new Ajv2020({ strict: false }).compile(dataInclusionStructure)
    const sound = { source: 'a', id: 'a--1', nom: 'Abc', date_maj: '2026-01-01' }
    expect(check(sound)).toBe(true)
    for (const wrong of [{ nom: 'Abc.' }, { siret: '1' }, { reseaux: ['x'] }, { id: 'b-1' }])
      expect(check({ ...sound, ...wrong })).toBe(false)
  })
})

describe('the numbers of an organisation', () => {
  test('are remembered: a SIRET that is replaced stays with its day, also when the form comes twice', async () => {
    const { envelope } = await give('Déménage', {}, { family: 'other', siret: '73282932000066' })
    const browser = pages.as(editor)
    const path = `${envelope.path}/modifier`
    const form = formIn(await browser.get(path), path)
    const sent = { ...form, siret: '732 829 320 00074', serves: 'Hauts-de-Seine, lille', outcome: 'publish' }
    expect((await browser.post(path, sent)).status).toBe(303)
    expect((await browser.post(path, sent)).status).toBe(303)
    const { text } = await browser.get(envelope.path)
    expect(text).toContain('73282932000066 (jusqu’au 23 novembre 2026)')
    expect(text).toContain('Hauts-de-Seine (92), commune 59350')
    expect(text).toContain('Communes desservies\u00a0: Lille (59).')
    // A mistake can be taken out by whoever means to.
    const again = formIn(await browser.get(path), path)
    const without = Object.fromEntries(
      Object.entries(again).filter(([name]) => !name.startsWith('formerSirets')),
    )
    expect((await browser.post(path, { ...without, outcome: 'publish' })).status).toBe(303)
    expect((await browser.get(envelope.path)).text).not.toContain('73282932000066')
  })

  test('and places that are nowhere are given back as they were typed', async () => {
    const { envelope } = await give('Où donc', {}, { family: 'other' })
    const path = `${envelope.path}/modifier`
    const browser = pages.as(editor)
    const form = formIn(await browser.get(path), path)
    const { status, text } = await browser.post(path, {
      ...form,
      ...{ siren: '732829321', serves: 'Hauts-de-Seine, Atlantide', outcome: 'publish' },
    })
    expect(status).toBe(422)
    expect(text).toContain('Écrivez des départements ou des communes')
    expect(text).toContain('value="92, Atlantide"')
    expect(text).toContain('Ce numéro n’est pas bien formé')
  })
})
