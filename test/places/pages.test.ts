import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '../../views/language.tsx'
import { openInquiries, visitor } from '../inquiries/place.ts'
import { pageFaults } from '../support/markup.ts'
import { published, received } from '../support/publish.ts'

// What stands somewhere: around a point, by department, by week.

let pages: Awaited<ReturnType<typeof openInquiries>>
const at = (latitude: number, longitude: number) => `${latitude}, ${longitude}`
const port = at(48.9256, 2.2933)

const event = (title: string, shared: Record<string, unknown>, fields: Record<string, unknown> = {}) =>
  published(pages.deps, pages.editor, 'event', { title, ...shared }, { partOf: '', ...fields })

beforeAll(async () => {
  pages = await openInquiries()
  await event('Au port', { place: '92036', position: port, tags: ['Fête'] })
  await event('À Nanterre', { place: '92050', position: at(48.8924, 2.2071) })
  await event('À Lille', { place: '59350', position: at(50.6292, 3.0573) })
  await event('Sans position', { place: '92036' })
  await event('À Saint-Denis de La Réunion', { position: at(-20.8789, 55.4481) })
  await received(pages.deps, 'event', {
    ...{ title: 'Chez les voisins', latitude: 48.93, longitude: 2.3, placeCode: '93066' },
    placeLabel: 'Saint-Denis (93)',
  })
})
afterAll(() => pages.close())

const answer = (path: string, headers = {}) => visitor(pages).get(path, headers)
const get = async (path: string) => (await answer(path)).text
const titles = async (path: string) =>
  [...(await get(path)).matchAll(/class="card-title"[^>]*>\s*<a[^>]*>([^<]*)</g)].map(([, title]) => title)

describe('a list around a point', () => {
  test('holds what is within the radius, the nearest first, with how far it is', async () => {
    expect(await titles('/agenda?near=48.93,2.3')).toEqual(['Chez les voisins', 'Au port', 'À Nanterre'])
    expect(await titles('/agenda?near=48.93,2.3&within=5')).toEqual(['Chez les voisins', 'Au port'])
    expect(await titles('/agenda?near=50.6,3.1&within=50')).toEqual(['À Lille'])
    expect(await titles('/agenda?near=-20.9,55.5')).toEqual(['À Saint-Denis de La Réunion'])
    expect(await titles('/recherche?near=48.93,2.3&q=port')).toEqual(['Au port'])
    const page = await get('/agenda?near=48.93,2.3')
    expect(page).toMatch(/à moins de 1\skm/)
    expect(page).toMatch(/à 8\skm/)
  })

  test('says what it cannot show, and leads out of it', async () => {
    const page = await get('/agenda?near=48.93,2.3&tag=fete')
    expect(page).toContain('n’ont pas indiqué de position')
    expect(page).toContain('href="/agenda?tag=fete"')
    expect(page).toContain('name="near" value="48.93,2.3"')
    expect(page).toContain('near=48.93%2C2.3&amp;within=25')
  })

  test('is none where the point is nowhere, as for every value that means nothing', async () => {
    for (const near of ['x', '91,2', '48,181', '0,0', '48.9', "48'--,2", '1e9,2', 'NaN,NaN'])
      expect((await titles(`/agenda?near=${encodeURIComponent(near)}`)).length, near).toBe(6)
    expect(await titles('/agenda?near=48.93,2.3&within=9999')).toHaveLength(3)
  })

  test('is kept by no cache and offered as no alert: where somebody is, is nobody’s business', async () => {
    const around = await answer('/agenda?near=48.93,2.3')
    expect(around.headers.get('cache-control')).toBe('private, no-store')
    expect(around.headers.get('referrer-policy')).toBe('same-origin')
    expect(around.text).toContain('noindex')
    expect(around.text).not.toContain('/alertes/nouvelle')
    const plain = await answer('/agenda')
    expect(plain.headers.get('cache-control')).toContain('public')
    expect(plain.headers.get('permissions-policy')).toContain('geolocation=(self)')
    expect(plain.text).toMatch(/<div class="near-me" data-near="\/agenda"[^>]* hidden/)
  })
})

describe('the map of a list', () => {
  const row = (page: string, code: string) =>
    new RegExp(`<a href="([^"]*place=${code}[^"]*)">[^<]*</a></th><td class="num">(\\d+)`)
      .exec(page)
      ?.slice(1)

  test('counts what the same filter shows, each department a way to its list', async () => {
    const page = await get('/agenda/carte')
    expect(row(page, '92')).toEqual(['/agenda?place=92', '3'])
    expect(row(page, '93')).toEqual(['/agenda?place=93', '1'])
    expect(row(page, '59')).toEqual(['/agenda?place=59', '1'])
    expect(page).toContain('Sans commune indiquée\u00a0: 1')
    for (const [code, count] of [
      ['92', 3],
      ['59', 1],
    ] as const)
      // prettier-ignore
      expect(await titles(`/agenda?place=${code}`)).toHaveLength(count)
    expect(row(await get('/agenda/carte?tag=fete'), '92')).toEqual(['/agenda?tag=fete&amp;place=92', '1'])
    expect(row(await get('/agenda/carte?origin=hub'), '93')).toBeUndefined()
    expect(row(await get('/recherche/carte?q=port'), '92')?.[1]).toBe('1')
    expect(row(await get('/agenda/carte?near=48.93,2.3&within=5'), '92')?.[1]).toBe('1')
    expect(await get('/agenda/carte?q=%22%27--')).toContain('ne dit où cela se trouve')
  })

  test('says how many by a title, a legend and a weave, not by colour alone, and whose drawing it is', async () => {
    const page = await get('/agenda/carte')
    expect(page).toMatch(/<title>Hauts-de-Seine \(92\)\u00a0: 3\u00a0\S+<\/title>/)
    expect(page).toContain('fill="url(#trame-4)"')
    expect(page).toContain('Combien par département')
    expect(page).toContain('https://creativecommons.org/licenses/by/4.0/')
    // Five departments lie oceans apart.
    for (const code of ['971', '972', '973', '974', '976'])
      expect(page).toContain(`href="/agenda?place=${code}"`)
  })

  test('is one of the ways to look at a list, each with the same filter', async () => {
    const page = await get('/agenda?q=port&tag=fete')
    for (const way of ['semaine', 'mois', 'carte'])
      expect(page).toContain(`href="/agenda/${way}?q=port&amp;tag=fete"`)
    expect(await get('/emplois?place=92')).toContain('href="/emplois/carte?place=92"')
    expect(await get('/actualites')).not.toContain('/actualites/carte')
    expect((await answer('/actualites/carte')).status).toBe(404)
  })

  test.each(locales)('validates, empty or full, in %s', async (locale) => {
    for (const path of ['/agenda/carte', '/marches/carte', '/recherche/carte', '/agenda?near=48.93,2.3']) {
      const { status, text } = await answer(path, { 'accept-language': locale })
      expect([path, status, await pageFaults(text)]).toEqual([path, 200, []])
    }
  })
})

describe('the agenda by week', () => {
  test('has a heading for each day, and on it what is on that day where it takes place', async () => {
    await event('Trois jours', {}, { start: '2026-12-02T10:00', end: '2026-12-04T12:00' })
    await event('Tard à La Réunion', {}, { start: '2026-12-01T01:00', end: null, timeZone: 'Indian/Reunion' })
    await event('Toute la saison', {}, { start: '2026-10-01T10:00', end: '2027-01-31T18:00' })
    const page = await get('/agenda/semaine/2026-W49')
    const days = page.split('<time datetime="').slice(1)
    expect(days.map((day) => day.slice(0, 10))).toEqual(
      ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'], // prettier-ignore
    )
    expect(days.map((day) => day.includes('>Trois jours<'))).toEqual(
      [false, false, true, true, true, false, false], // prettier-ignore
    )
    expect(days[3]).toMatch(/suite <\/span>/)
    expect(days[1]).toContain('Tard à La Réunion')
    expect(page.match(/>Toute la saison</g)).toHaveLength(1)
    expect(days[0]).toContain('Rien d’annoncé')
  })

  test('leads to the weeks beside it and to this one, with its filter', async () => {
    const page = await get('/agenda/semaine/2026-W53?tag=fete')
    expect(page).toContain('href="/agenda/semaine/2026-W52?tag=fete"')
    expect(page).toContain('href="/agenda/semaine/2027-W01?tag=fete"')
    expect(page).toContain('href="/agenda/semaine/2026-W48?tag=fete"')
    expect((await answer('/agenda/semaine?tag=fete')).location).toBe('/agenda/semaine/2026-W48?tag=fete')
    expect((await answer('/agenda/mois?tag=fete')).location).toBe('/agenda/mois/2026-11?tag=fete')
  })

  test('is narrowed by words too, and its calendar holds the same', async () => {
    expect(await get('/agenda/semaine/2026-W49?q=trois')).toContain('Trois jours')
    expect(await get('/agenda/semaine/2026-W49?q=saison')).not.toContain('Trois jours')
    expect(await get('/agenda/semaine/2026-W49?q=%22%27--')).toContain('Rien n’est annoncé cette semaine')
    const calendar = await answer('/agenda/semaine/2026-W49.ics?q=trois')
    expect([calendar.status, calendar.text.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim())]).toEqual(
      [200, ['SUMMARY:Trois jours']], // prettier-ignore
    )
  })

  test('has an end for machines: far away nothing is indexed, and past the bounds there is nothing', async () => {
    expect(await get('/agenda/semaine/2026-W49')).not.toContain('noindex')
    for (const far of ['semaine/2028-W10', 'semaine/2001-W10', 'mois/2028-03', 'mois/2001-03'])
      expect(await get(`/agenda/${far}`), far).toContain('noindex, nofollow')
    for (const none of [
      '2026-W54',
      '2025-W53',
      '2026-W00',
      '2026-49',
      '1999-W10',
      '2101-W01',
      'x',
      '2026-W49.exe',
    ])
      expect((await answer(`/agenda/semaine/${none}`)).status, none).toBe(404)
  })

  test.each(locales)('validates, empty or full, in %s', async (locale) => {
    for (const path of ['/agenda/semaine/2026-W49', '/agenda/semaine/2031-W02']) {
      const { status, text } = await answer(path, { 'accept-language': locale })
      expect([path, status, await pageFaults(text)]).toEqual([path, 200, []])
    }
  })
})
