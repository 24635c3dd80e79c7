import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { countFacets } from '../../server/entries/facet-counts.ts'
import { readFilter } from '../../server/entries/list.ts'
import { fragmentFaults, pageFaults } from '../support/markup.ts'
import { drafted, known, person, published, received } from '../support/publish.ts'
import { openPages, type Pages } from './pages.ts'

let pages: Pages
let editor: Viewer
beforeAll(async () => {
  pages = await openPages({ mail: true })
  editor = await person(pages.deps, 'editor')
  const { deps } = pages
  const give = (title: string, shared = {}, fields = {}) =>
    published(deps, editor, 'job', { title, ...shared }, fields)
  await give('Menuisier', { place: '92036', tags: ['Réemploi'] }, { contract: 'cdi', structure: 'ei' })
  await give('Menuisière', { place: '92036' }, { contract: 'cdd', structure: 'aci' })
  await give('Maraîchère', { place: '92025' }, { contract: 'cdi', structure: 'aci' })
  await give('Comptable', { place: '92050' }, { contract: 'cdi', structure: 'aci' })
  await published(deps, editor, 'organisation', { title: 'Menuiserie du fleuve', place: '92050' })
  // What nobody may find: a draft, what moderators hid, and an author who does not consent to search.
  const secret = { place: '59350', tags: ['Menuclandestin'] }
  await drafted(
    deps,
    editor,
    'job',
    { title: 'Menubrouillon', ...secret },
    { contract: 'professionnalisation' },
  )
  await received(deps, 'job', { title: 'Menucaché', placeCode: '59350', tags: ['Menuclandestin'] })
  await received(deps, 'job', { title: 'Menudiscret', placeCode: '59350', tags: ['Menuclandestin'] })
  await received(deps, 'job', { title: 'Menuvoisin', placeCode: '92025' })
  await set('Menucaché', { state: 'hidden' })
  await set('Menudiscret', { indexable: false })
})
afterAll(() => pages.close())

const set = (title: string, values: Partial<typeof entries.$inferInsert>) =>
  pages.deps.db.write([pages.deps.db.make.update(entries).set(values).where(eq(entries.title, title))])

const get = (path: string, headers = {}) => pages.as().get(path, headers)
const suggested = async (q: string) => (await get(`/recherche/suggestions?q=${encodeURIComponent(q)}`)).text

describe('while somebody types', () => {
  test('sections, places and what there is in them, tags, organisations and titles are suggested', async () => {
    const [emploi, genne, menu, reem] = [
      await suggested('emploi'),
      await suggested('Genne'),
      await suggested('menu'),
      await suggested('réem'),
    ]
    expect(emploi).toContain('href="/emplois"')
    expect(genne).toContain('href="/emplois?place=92036"')
    expect(genne).toContain('Offres d’emploi à Gennevilliers (92)')
    expect(genne).not.toContain('href="/agenda?place=92036"')
    expect(menu).toContain('>Menuiserie du fleuve<')
    expect(menu).toContain('>Menuisier<')
    expect(reem).toContain('href="/etiquettes/reemploi"')
    // What the field makes around it is a list box of necessity: nothing else is said of what it is filled with.
    expect(await fragmentFaults(`<div role="listbox" aria-label="x">${menu}</div>`)).toEqual([
      expect.stringContaining('prefer-native-element'),
    ])
  })

  test('nothing is suggested that a search would not show', async () => {
    const all = [await suggested('menu'), await suggested('menuc'), await suggested('menubrouillon')].join()
    for (const hidden of ['Menubrouillon', 'Menucaché', 'Menudiscret', 'clandestin'])
      expect(all).not.toContain(hidden)
    expect(await suggested('Lille')).not.toContain('/emplois?place=59350')
  })

  test('nothing that is typed is an operator, an address or a tag of the page', async () => {
    const typed = [
      '',
      'a',
      '""',
      'a" OR "b',
      'NEAR(',
      'title:*',
      '*',
      '%%%',
      '__',
      '<script>x</script>',
      '\u{e000}kjob',
    ]
    for (const q of [...typed, `${'mot '.repeat(500)}`, 'x'.repeat(5000)]) {
      const answer = await get(`/recherche/suggestions?q=${encodeURIComponent(q)}`)
      expect(answer.status, q).toBe(200)
      expect(answer.text).not.toContain('<script')
    }
  })

  test('an answer is the same for everybody for a minute', async () => {
    const { headers } = await get('/recherche/suggestions?q=menu')
    expect(headers.get('cache-control')).toBe('public, max-age=60')
    expect(headers.get('vary')).toContain('Accept-Language')
  })

  test('the same field is a plain search, and its page leads to the place that was typed', async () => {
    const { text } = await get('/recherche?q=gennevilliers')
    expect(text).toContain('<form method="get" action="/recherche"')
    expect(text).toContain('href="/emplois?place=92036"')
    expect(await pageFaults(text)).toEqual([])
  })
})

describe('a commune and its neighbours', () => {
  const titles = ['Menuisier', 'Menuisière', 'Maraîchère', 'Comptable', 'Menuvoisin']
  const near = ['Menuisier', 'Menuisière', 'Maraîchère', 'Menuvoisin']
  const listed = async (path: string) => {
    const { text } = await get(path)
    return titles.filter((title) => text.includes(`>${title}</a>`))
  }

  test('are found together, in a list, by words and from a name that was typed', async () => {
    expect(await listed('/emplois?place=92036&around=1')).toEqual(near)
    expect(await listed('/emplois?place=gennevilliers&around=1')).toEqual(near)
    expect(await listed('/emplois?q=menuisier&place=92036&around=1')).toEqual(['Menuisier', 'Menuisière'])
    expect(await listed('/recherche?q=maraichere&place=92036&around=1')).toEqual(['Maraîchère'])
    // A department has none, and neither has what is nowhere.
    expect(await listed('/emplois?place=92&around=1')).toEqual(titles)
    expect(await listed('/emplois?place=Atlantis&around=1')).toEqual([])
    expect(await listed('/emplois?around=1')).toEqual(titles)
  })

  test('are found by feeds too', async () => {
    const { text } = await get('/emplois.atom?place=92036&around=1')
    expect(text).toContain('Maraîchère')
    expect(text).not.toContain('Comptable')
  })

  test('are offered once a commune is chosen, each scope with how many it gives', async () => {
    const { text } = await get('/emplois?place=92036')
    expect(text).toContain('aria-current="true">Gennevilliers (92) seulement</a>\u00a0(2)')
    expect(text).toContain(
      'href="/emplois?place=92036&amp;around=1" rel="nofollow">et ses voisines (Boucle Nord de Seine)</a>\u00a0(4)',
    )
    expect(text).toContain(
      'href="/emplois?place=92" rel="nofollow">tout le département (Hauts-de-Seine)</a>\u00a0(5)',
    )
    // The form goes on asking for them.
    expect((await get('/emplois?place=92036&around=1')).text).toContain(
      'type="hidden" name="around" value="1"',
    )
  })
})

describe('beside each choice', () => {
  const optionsOf = (text: string) =>
    [...text.matchAll(/<option value="([^"]+)"( selected="")?( disabled="")?>([^<]*)<\/option>/g)].map(
      ([, value, , disabled, label]) => `${value}: ${label}${disabled === undefined ? '' : ' –'}`,
    )

  test('is how many it would give with the other filters kept, and what gives none cannot be chosen', async () => {
    const options = optionsOf((await get('/emplois?place=92036&contract=cdi')).text)
    expect(options).toContain('cdi: CDI (1)')
    expect(options).toContain('cdd: CDD (1)')
    expect(options.find((option) => option.startsWith('professionnalisation'))).toMatch(/\(0\) –$/)
    expect(options.find((option) => option.startsWith('ei:'))).toMatch(/\(1\)$/)
    expect(options.find((option) => option.startsWith('aci:'))).toMatch(/\(0\) –$/)
    expect(options).toContain('network: Le réseau seulement (0) –')
  })

  test('drafts and what is hidden are not counted', async () => {
    const options = optionsOf((await get('/emplois?place=59350')).text)
    expect(options).toContain('network: Le réseau seulement (1)')
    expect(options.find((option) => option.startsWith('professionnalisation'))).toMatch(/\(0\) –$/)
    // By its words an author who does not consent is not found, and not counted either.
    const found = optionsOf((await get('/emplois?q=menudiscret')).text)
    expect(found).toContain('network: Le réseau seulement (0) –')
  })

  test('of a search over all kinds, the kinds are counted', async () => {
    const options = optionsOf((await get('/recherche?q=menui')).text)
    expect(options).toContain('job: Offres d’emploi (2)')
    expect(options).toContain('event: Agenda (0) –')
    expect(optionsOf((await get('/recherche?q=menui&kind=organisation')).text)).toContain(
      'job: Offres d’emploi (2)',
    )
  })

  test('nothing is said where there are too many to be counted', async () => {
    const filter = readFilter(known('job'), () => undefined)
    expect((await countFacets(pages.deps, filter, { most: 100 })).of('contract', 'cdi')).toBe(3)
    expect((await countFacets(pages.deps, filter, { most: 2 })).of('contract', 'cdi')).toBe(null)
  })

  test('stand the tags of the list, as links', async () => {
    expect((await get('/emplois?place=92036')).text).toContain(
      'href="/emplois?tag=reemploi&amp;place=92036" rel="nofollow">Réemploi (1)</a>',
    )
  })
})

test('what narrows a list stands over it, and each piece is taken back by itself', async () => {
  const { text } = await get('/emplois?q=menuisier&place=92036&contract=cdi&past=1')
  for (const [what, href] of [
    ['«\u00a0menuisier\u00a0»', '/emplois?place=92036&amp;past=1&amp;contract=cdi'],
    ['Gennevilliers (92)', '/emplois?q=menuisier&amp;past=1&amp;contract=cdi'],
    ['Contrat\u00a0: CDI', '/emplois?q=menuisier&amp;place=92036&amp;past=1'],
    ['Aussi ce qui est clos ou passé', '/emplois?q=menuisier&amp;place=92036&amp;contract=cdi'],
  ])
    expect(text).toContain(`href="${href}" rel="nofollow" aria-label="Retirer le filtre\u00a0: ${what}"`)
  expect(await pageFaults(text)).toEqual([])
})

describe('an empty list', () => {
  test('says which filter to take back, and what that gives', async () => {
    const { text } = await get('/emplois?place=92036&contract=cdi&structure=aci')
    const ways = text.slice(text.indexOf('empty-ways'))
    expect(ways).toContain('Retirer le filtre Gennevilliers (92)</a> (2\u00a0offres d’emploi)')
    expect(ways).toContain('Retirer le filtre Contrat\u00a0: CDI</a> (1\u00a0offre d’emploi)')
    expect(ways).toContain('communes voisines (Boucle Nord de Seine)</a> (1\u00a0offre')
    expect(ways).toContain('tout le département (Hauts-de-Seine)</a> (2\u00a0offres')
    expect(ways).toContain('/alertes/nouvelle?')
    expect(await pageFaults(text)).toEqual([])
  })

  test('says how a word is written that was mistyped, from titles that everybody may find', async () => {
    expect((await get('/emplois?q=menuisire')).text).toMatch(
      /Chercher plutôt «\u00a0menuisi(er|ère|ere)\u00a0»/,
    )
    expect((await get('/recherche?q=compatble')).text).toContain('Chercher plutôt «\u00a0comptable\u00a0»')
    for (const near of ['menubrouilon', 'menucach', 'menudiscrte'])
      expect((await get(`/recherche?q=${near}`)).text).not.toContain('Chercher plutôt')
  })
})
