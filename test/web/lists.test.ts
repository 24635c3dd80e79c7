import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { submit } from '../../server/entries/commands.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { openPages, type Pages } from './pages.ts'

let pages: Pages
let editor: Viewer
let organisation: string
beforeAll(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
  const { deps } = pages
  organisation = (await published(deps, editor, 'organisation', { title: 'Les Ateliers du fleuve' })).envelope
    .id
  const give = (title: string, shared = {}, fields = {}) =>
    published(deps, editor, 'job', { title, ...shared }, fields)
  await give('Ébéniste', { place: '92036', tags: ['Réemploi'], organisation }, { contract: 'cdi' })
  await give('Régisseuse', { place: '92050', summary: 'Une œuvre collective.' }, { contract: 'cdd' })
  await give(
    'Comptable',
    { place: '59350', body: 'Le cœur du métier.' },
    { contract: 'cdi', deadline: '2026-11-25' },
  )
  await published(
    deps,
    editor,
    'resource',
    { title: 'Établi à prêter', place: '92036' },
    { direction: 'offer', category: 'equipment' },
  )
  await published(
    deps,
    editor,
    'resource',
    { title: 'Cherche un local' },
    { direction: 'need', category: 'room' },
  )
  await received(deps, 'job', { title: 'Offre voisine', placeCode: '92025', placeLabel: 'Colombes (92)' })
})
afterAll(() => pages.close())

const jobs = ['Ébéniste', 'Régisseuse', 'Comptable', 'Offre voisine']

async function listed(path: string, among = jobs): Promise<string[]> {
  const { text, status } = await pages.as().get(path)
  expect(status).toBe(200)
  return among.filter((title) => text.includes(`>${title}</a>`))
}

describe('a list', () => {
  test('shows what is published here and what comes from the network', async () => {
    expect(await listed('/emplois')).toEqual(jobs)
  })

  test.each([
    ['q=ebeniste', ['Ébéniste']],
    ['q=%C3%A9b%C3%A9', ['Ébéniste']],
    ['q=oeuvre', ['Régisseuse']],
    ['q=coeur', ['Comptable']],
    ['q=c%C5%93ur', ['Comptable']],
    ['q=nothing', []],
    ['tag=r%C3%A9emploi', ['Ébéniste']],
    ['tag=reemploi', ['Ébéniste']],
    ['place=92036', ['Ébéniste']],
    ['place=92', ['Ébéniste', 'Régisseuse', 'Offre voisine']],
    ['place=nanterre', ['Régisseuse']],
    ['place=Nanterre%20%2892%29', ['Régisseuse']],
    ['place=Atlantis', []],
    ['origin=hub', ['Ébéniste', 'Régisseuse', 'Comptable']],
    ['origin=network', ['Offre voisine']],
    ['origin=nonsense&page=nonsense&sort=nonsense', jobs],
    ['contract=cdi', ['Ébéniste', 'Comptable']],
    ['contract=nonsense', jobs],
    ['contract=cdi&place=92', ['Ébéniste']],
    ['page=2', []],
  ])('asked for ?%s shows %j', async (query, expected) => {
    expect(await listed(`/emplois?${query}`)).toEqual(expected)
  })

  test('asked for one organisation shows what it offers', async () => {
    expect(await listed(`/emplois?org=${organisation}`)).toEqual(['Ébéniste'])
  })

  test('asked for needs shows needs', async () => {
    const titles = ['Établi à prêter', 'Cherche un local']
    expect(await listed('/ressources?direction=need', titles)).toEqual(['Cherche un local'])
    expect(await listed('/ressources?category=equipment', titles)).toEqual(['Établi à prêter'])
  })

  test('leaves out what is past, unless it is asked for', async () => {
    pages.deps.pass(5 * 86_400_000)
    expect(await listed('/emplois')).not.toContain('Comptable')
    expect(await listed('/emplois?past=1')).toContain('Comptable')
  })

  test('says what was chosen, and how to choose nothing', async () => {
    const { text } = await pages.as().get('/emplois?contract=cdi&place=92050&q=bois')
    expect(text).toContain('<option value="cdi" selected="">')
    expect(text).toContain('value="Nanterre (92)"')
    expect(text).toContain('2\u00a0filtres actifs')
    expect(text).toContain('<meta name="robots" content="noindex, follow"/>')
    expect(text).toContain('href="/emplois.atom?q=bois&amp;place=92050&amp;contract=cdi"')
  })

  test('counts no filter for the words one looks for, and lets them be taken back', async () => {
    for (const path of ['/emplois?q=cordiste', '/recherche?q=cordiste']) {
      const { text } = await pages.as().get(path)
      expect(text).not.toContain('filtre actif')
      expect(text).toContain('>Tout effacer</a>')
      expect(text).toContain('<meta name="robots" content="noindex, follow"/>')
    }
  })

  test('says how many there are, of what, and over all pages', async () => {
    expect((await pages.as().get('/emplois?q=ebeniste')).text).toContain('>1\u00a0offre d’emploi</p>')
    expect((await pages.as().get('/emplois?place=92')).text).toContain('>3\u00a0offres d’emploi</p>')
    expect((await pages.as().get('/recherche?q=etabli')).text).toContain('>1\u00a0résultat</p>')
    expect((await pages.as().get('/etiquettes/reemploi')).text).toContain('>1\u00a0résultat</p>')
  })

  test('that is empty shows where to look on, and only where that asks less', async () => {
    const lost = (await pages.as().get('/emplois?q=zeppelin&contract=cdi&origin=hub')).text
    for (const href of [
      '/emplois?q=zeppelin',
      '/emplois?q=zeppelin&amp;contract=cdi',
      '/emplois?q=zeppelin&amp;origin=hub&amp;past=1&amp;contract=cdi',
      '/recherche?q=zeppelin',
    ])
      expect(lost).toContain(`href="${href}"`)
    expect(await pageFaults(lost)).toEqual([])
    const all = (await pages.as().get('/recherche?q=zeppelin&past=1')).text
    expect(all).toContain('Vérifiez l’orthographe')
    expect(all).not.toContain('class="empty-ways"')
  })

  test('says when a place is nowhere', async () => {
    expect((await pages.as().get('/emplois?place=Atlantis')).text).toContain('Aucune commune ne s’appelle')
  })

  test('goes on to the next page with everything that was chosen', async () => {
    const more = await openPages()
    const by = await person(more.deps, 'editor')
    for (let n = 1; n <= 21; n++)
      await published(more.deps, by, 'news', { title: `Nouvelle ${n}`, tags: ['bois'] })
    const first = (await more.as().get('/actualites?tag=bois')).text
    expect(first).toContain('href="/actualites?tag=bois&amp;page=2"')
    expect(first).not.toContain('>Nouvelle 1</a>')
    const second = (await more.as().get('/actualites?tag=bois&page=2')).text
    expect(second).toContain('>Nouvelle 1</a>')
    for (const text of [first, second]) expect(text).toContain('>21\u00a0actualités</p>')
    expect((await more.as().get('/actualites?q=nouvelles')).text).toContain('>21\u00a0actualités</p>')
    await more.close()
  })
})

describe('the directory', () => {
  test('asks whence an organisation comes, and not which one speaks for it', async () => {
    const { text } = await pages.as().get('/annuaire')
    expect(text).toContain('name="origin"')
    expect(text).not.toContain('name="org"')
    expect((await pages.as().get('/emplois')).text).toContain('name="origin"')
  })
})

describe('other forms of a list', () => {
  test.each([
    ['/emplois.atom', {}, 'application/atom+xml'],
    ['/emplois.json', {}, 'application/feed+json'],
    ['/emplois.csv', {}, 'text/csv'],
    ['/agenda.ics', {}, 'text/calendar'],
    ['/emplois', { accept: 'application/atom+xml' }, 'application/atom+xml'],
    ['/emplois', { accept: 'application/json' }, 'application/feed+json'],
    ['/emplois', { accept: 'text/csv, text/html;q=0.5' }, 'text/csv'],
    ['/recherche.atom?q=bois', {}, 'application/atom+xml'],
    ['/etiquettes/reemploi.atom', {}, 'application/atom+xml'],
    ['/emplois', { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }, 'text/html'],
  ])('%s with %j is %s', async (path, headers, type) => {
    const answer = await pages.as().get(path, headers)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    if (path === '/emplois') expect(answer.headers.get('vary')).toMatch(/\bAccept\b(?!-)/)
  })

  test('keep to what was asked for, and to our own', async () => {
    const { text } = await pages.as().get('/emplois.atom?contract=cdd')
    expect(text).toContain('Régisseuse')
    expect(text).not.toContain('Ébéniste')
    expect(text).not.toContain('Offre voisine')
  })
})

describe('a list of what others publish', () => {
  test('has no other forms, and an old address of one is empty', async () => {
    const { text } = await pages.as().get('/emplois?origin=network')
    expect(text).toContain('>Offre voisine</a>')
    expect(text).not.toMatch(/href="[^"]*\/emplois\./)
    expect((await pages.as().get('/recherche?origin=network')).text).not.toContain('/recherche.')
    const feed = await pages.as().get('/emplois.json?origin=network')
    expect(feed.status).toBe(200)
    expect(JSON.parse(feed.text)).toMatchObject({ items: [] })
  })
})

describe('an address with a stroke too many', () => {
  test.each([
    ['/emplois/', '/emplois'],
    ['/emplois/ebeniste/?repondre=x', '/emplois/ebeniste?repondre=x'],
    ['//evil.example/', '/evil.example'],
    ['/\\evil.example//', '/evil.example'],
  ])('%s leads to %s', async (path, location) => {
    expect(await pages.as().get(`https://hub.example${path}`)).toMatchObject({ status: 301, location })
  })
})

describe('a piece of a page', () => {
  test('is the content without its frame, and caches are told', async () => {
    const whole = await pages.as().get('/emplois')
    const piece = await pages.as().get('/emplois', { 'HX-Request': 'true', 'HX-Request-Type': 'partial' })
    expect(whole.text).toMatch(/^<!doctype html>/)
    expect(piece.text).not.toContain('<html')
    expect(piece.text).toContain('id="resultats"')
    expect(whole.text).toContain(
      piece.text.slice(piece.text.indexOf('<section id="resultats"'), piece.text.indexOf('</section>')),
    )
    for (const answer of [whole, piece])
      expect(answer.headers.get('vary')?.split(', ')).toEqual(
        expect.arrayContaining(['HX-Request', 'HX-Request-Type']),
      )
  })
})

describe('the search', () => {
  test('finds every kind, without accents', async () => {
    const titles = ['Établi à prêter', 'Ébéniste']
    expect(await listed('/recherche?q=eta', titles)).toEqual(['Établi à prêter'])
    expect(await listed('/recherche?q=EB%C3%89NISTE', titles)).toEqual(['Ébéniste'])
  })

  test('can be narrowed to one kind', async () => {
    const titles = ['Établi à prêter', 'Ébéniste']
    expect(await listed('/recherche?kind=resource&place=92036', titles)).toEqual(['Établi à prêter'])
    expect(await listed('/recherche?kind=nonsense&place=92036', titles)).toEqual(titles)
  })

  test('takes any text for words', async () => {
    for (const q of ['"', '*', 'NEAR(', "'; DROP TABLE entries; --", 'title:', '\u0000', '💥'.repeat(100)])
      expect((await pages.as().get(`/recherche?q=${encodeURIComponent(q)}`)).status).toBe(200)
  })
})

describe('a tag', () => {
  test('gathers every kind under one address', async () => {
    expect(await pages.as().get('/etiquettes/R%C3%A9emploi')).toMatchObject({
      status: 301,
      location: '/etiquettes/reemploi',
    })
    const { text } = await pages.as().get('/etiquettes/reemploi')
    expect(text).toContain('<h1>#Réemploi</h1>')
    expect(text).toContain('Ébéniste')
    expect(text).not.toContain('Régisseuse')
  })

  test('keeps the form and the question of an address that is written otherwise', async () => {
    expect((await pages.as().get('/etiquettes/R%C3%A9emploi.atom?origin=hub')).location).toBe(
      '/etiquettes/reemploi.atom?origin=hub',
    )
    expect((await pages.as().get('/etiquettes/R%C3%A9emploi?page=2')).location).toBe(
      '/etiquettes/reemploi?page=2',
    )
  })

  test('that nobody uses says so, to people alone', async () => {
    const { text } = await pages.as().get('/etiquettes/inconnu')
    expect(text).toContain('Rien ne porte ce mot-clé')
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect((await pages.as().get('/etiquettes/reemploi')).text).not.toContain('name="robots"')
  })

  test('without a letter is none', async () => {
    for (const path of [
      '/etiquettes/%F0%9F%92%A5',
      '/etiquettes/!',
      '/etiquettes/.atom',
      '/etiquettes/!.atom',
    ])
      expect((await pages.as().get(path)).status, path).toBe(404)
  })

  test('is written as in what everybody can read', async () => {
    const waiting = await drafted(pages.deps, editor, 'news', { tags: ['RÉEMPLOI SECRET', 'Réem ploi'] })
    await submit(pages.deps, editor, waiting)
    expect((await pages.as().get('/etiquettes/reemploi')).text).toContain('<h1>#Réemploi</h1>')
    expect((await pages.as().get('/etiquettes/reemploisecret')).text).toContain('<h1>#reemploisecret</h1>')
  })
})
