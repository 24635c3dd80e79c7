import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import { close, revise } from '../../server/entries/commands.ts'
import { loadEntry } from '../../server/entries/load.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { parseEntry } from '../../server/entries/input.ts'
import { whole } from '../../server/entries/whole.ts'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { drafted, received } from '../support/publish.ts'
import { bare, lotsOf, namesIn, openMatching, organisation, tender, type Place } from './place.ts'

let pages: Place
beforeEach(async () => {
  pages = await openMatching()
})
afterEach(() => pages.close())

const get = async (path: string, locale = 'fr') =>
  (await pages.as().get(path, { 'accept-language': locale })).text
const green = { cpv: '77310000', place: '92036' } as const

async function entry(id: string) {
  const found = await loadEntry(pages.deps, eq(entries.id, id))
  if (found === undefined) throw new Error('It is gone.')
  return whole(found)
}

describe('the page of a lot', () => {
  test('names those who could answer, with their reasons and doubts in words, and no number of points', async () => {
    await organisation(pages, 'Les Jardins', '92036', {
      structure: 'aci',
      cpv: ['773'],
      largestContract: 30000,
    })
    await organisation(pages, 'Menuiserie', '92036', { cpv: ['45'] })
    const { path } = await tender(pages, [
      {
        ...green,
        amountMin: 40000,
        amountMax: 90000,
        reservation: 'insertion',
        reservationArticle: 'L2113-13',
      },
    ])
    const text = await get(`${path}/lots/1`)
    expect(namesIn(text)).toEqual(['Les Jardins'])
    for (const said of [
      'Qui pourrait répondre',
      'Sait faire 773 – Agriculture, sylviculture, espaces verts.',
      'Se trouve à 92036, là où le lot s’exécute.',
      'Ce lot est réservé à l’insertion (d’après l’annonce\u00a0: L2113-13), et elle en est\u00a0: Atelier et chantier d’insertion (ACI).',
      'à plusieurs.',
      `href="${path}/lots/1/organisations"`,
      'href="/marches/correspondances"',
    ])
      expect(text).toContain(said)
    const [, main = ''] = /<main[^>]*>([^]*)<\/main>/.exec(text) ?? []
    expect(main).not.toMatch(/score|\bpoints?\b|\d\s?%/i)
  })

  test('shows what is not known as unknown, and leaves nobody out for it', async () => {
    await organisation(pages, 'Peu bavarde', null, { cpv: ['773'] })
    await organisation(pages, 'Insertion sans métier dit', '92036', {
      structure: 'ei',
      sectors: ['employment'],
    })
    await organisation(pages, 'Muette', null, {})
    const { path } = await tender(pages, [green])
    const text = await get(`${path}/lots/1`)
    expect(namesIn(text).toSorted()).toEqual(['Insertion sans métier dit', 'Peu bavarde'])
    expect(text).toContain('Ne dit ni où elle est ni où elle travaille')
  })

  test('has the first ten, and a page with all of them in the order that one chooses', async () => {
    for (let n = 10; n < 22; n += 1)
      await organisation(pages, `Équipe ${n}`, n % 2 === 0 ? '92050' : '92036', {
        ...{ cpv: ['773'], structure: n === 20 ? 'ei' : null },
      })
    const { path } = await tender(pages, [{ ...green, openTo: ['ei'] }])
    expect(namesIn(await get(`${path}/lots/1`))).toHaveLength(10)
    const all = `${path}/lots/1/organisations`
    const byName = namesIn(await get(`${all}?sort=name`))
    expect(byName).toEqual(Array.from({ length: 12 }, (_, n) => `Équipe ${n + 10}`))
    expect(namesIn(await get(all))).toHaveLength(12)
    const near = namesIn(await get(`${all}?sort=near`))
    expect(near.slice(0, 6).every((name) => Number(name.slice(7)) % 2 === 1)).toBe(true)
    const text = await get(`${all}?sort=near`)
    expect(text).toMatch(/aria-current="true">Les plus proches d’abord/)
    expect(text).toContain('12\u00a0organisations')
  })

  test('says nothing of who could answer what can no longer be answered', async () => {
    await organisation(pages, 'Les Jardins', '92036', { cpv: ['773'] })
    const { path, id } = await tender(pages, [{ ...green, state: 'awarded' }, green])
    expect(await get(`${path}/lots/1`)).not.toContain('Les Jardins')
    expect((await pages.as().get(`${path}/lots/1/organisations`)).status).toBe(409)
    expect(await get(`${path}/lots/2`)).toContain('Les Jardins')
    await close(pages.deps, pages.editor, await entry(id))
    expect(await get(`${path}/lots/2`)).not.toContain('Les Jardins')
    expect((await pages.as().get(`${path}/lots/2/organisations`)).status).toBe(409)
    expect((await pages.as().get(`${path}/lots/9/organisations`)).status).toBe(404)
  })

  test('knows at once who is new, who changed, and who is gone', async () => {
    const { path } = await tender(pages, [green])
    const names = async () => namesIn(await get(`${path}/lots/1`))
    expect(await names()).toEqual([])
    const { id } = await organisation(pages, 'Les Jardins', '92036', { cpv: ['773'] })
    expect(await names()).toEqual(['Les Jardins'])
    const before = await entry(id)
    const sent = { shared: { title: 'Les Jardins', place: '92036' }, fields: bare({ cpv: ['45'] }) }
    const { input } = await parseEntry(pages.deps, before.kind, sent, null)
    if (input === null) throw new Error('The change does not hold.')
    const { revision } = before.envelope
    await revise(pages.deps, pages.editor, before, { revision, input, picture: undefined })
    expect(await names()).toEqual([])
    const other = await organisation(pages, 'Le Verger', '92036', { cpv: ['77'] })
    expect(await names()).toEqual(['Le Verger'])
    await withdraw(pages.deps, pages.editor, await entry(other.id))
    expect(await names()).toEqual([])
  })

  test('names those of followed hubs with their origin, and nobody who is a draft, hidden or not to be found', async () => {
    const own = { placeCode: '92036', placeLabel: 'Gennevilliers (92)', fields: bare({ cpv: ['773'] }) }
    await received(pages.deps, 'organisation', { title: 'La Voisine', ...own })
    await received(pages.deps, 'organisation', { title: 'Discrète', ...own })
    await received(pages.deps, 'organisation', { title: 'Cachée', ...own })
    const { db } = pages.deps
    await db.write([
      db.make.update(entries).set({ indexable: false }).where(eq(entries.title, 'Discrète')),
      db.make.update(entries).set({ state: 'hidden' }).where(eq(entries.title, 'Cachée')),
    ])
    await drafted(
      pages.deps,
      pages.editor,
      'organisation',
      { title: 'Brouillonne', place: '92036' },
      own.fields,
    )
    const { path } = await tender(pages, [green])
    const text = await get(`${path}/lots/1`)
    expect(namesIn(text)).toEqual(['La Voisine'])
    expect(text).toContain('Annuaire de ailleurs.example')
  })

  test('does not name whoever publishes it as one who answers it', async () => {
    const { id } = await organisation(pages, 'La Ville', '92036', {
      family: 'public',
      cpv: ['77'],
      handle: 'laville',
    })
    const { path } = await tender(pages, [green], { organisation: id })
    expect(namesIn(await get(`${path}/lots/1`))).toEqual([])
    expect(await get(`/annuaire/la-ville/marches`)).toContain('Aucun lot ouvert ne correspond')
  })
})

describe('the page of an organisation', () => {
  test('has the open lots that it could take, of this hub and of others, with the reasons', async () => {
    const { path } = await organisation(pages, 'Les Jardins', '92036', { cpv: ['773'], serves: ['92'] })
    await tender(pages, [
      { ...green, title: 'Tonte' },
      { title: 'Peinture', cpv: '45442100', place: '92036' },
    ])
    await tender(pages, [{ ...green, title: 'Trop tard' }], {}, { deadline: '2026-11-24T12:00' })
    await received(pages.deps, 'tender', {
      title: 'Le marché d’à côté',
      fields: lotsOf({ title: 'Haies', cpv: '77340000', place: '92' }),
    })
    pages.deps.pass(3 * 86_400_000)
    const text = await get(path)
    expect(text).toContain('Marchés à sa portée')
    const all = await get(`${path}/marches`)
    for (const shown of [text, all])
      expect(namesIn(shown).toSorted()).toEqual(['Lot\u00a01\u00a0: Haies', 'Lot\u00a01\u00a0: Tonte'])
    expect(all).toContain('Annuaire de ailleurs.example')
    expect(all).toContain('Dit travailler dans tout le département\u00a0: Hauts-de-Seine (92).')
  })

  test('is not there for a draft, and says what to do where no lot fits', async () => {
    const { path } = await organisation(pages, 'Les Jardins', '92036', { cpv: ['773'] })
    expect(await get(path)).not.toContain('Marchés à sa portée')
    expect(await get(`${path}/marches`)).toContain('codes CPV')
    const draft = await drafted(pages.deps, pages.editor, 'organisation', { title: 'En projet' })
    expect((await pages.as(pages.editor).get(`${draft.envelope.path}/marches`)).status).toBe(404)
    expect((await pages.as().get(`${draft.envelope.path}/marches`)).status).toBe(404)
  })
})

describe.each(locales)('in %s', (locale) => {
  test('all these pages validate, and say everything', async () => {
    const { path: own } = await organisation(pages, 'Les <b>Jardins</b>', '92050', {
      ...{ structure: 'geiq', sectors: ['environment'], area: 'le <i>nord</i>', services: ['staffing'] },
      ...{ largestContract: 50000, networks: ['Réseau du fleuve'] },
    })
    const { path } = await tender(pages, [
      {
        ...{ ...green, amountMin: 40000, amountMax: 90000, reservation: 'insertion', openTo: ['ei'] },
        ...{ insertionHours: 100, reservationArticle: 'L2113-13', reservationAsOf: '2026-11-02' },
      },
    ])
    for (const page of [
      '/marches/correspondances',
      `${path}/lots/1`,
      `${path}/lots/1/organisations`,
      own,
      `${own}/marches`,
      `${own}/marches?sort=soon`,
    ]) {
      const { status, text } = await pages.as(pages.editor).get(page, { 'accept-language': locale })
      expect([status, await pageFaults(text)], page).toEqual([200, []])
      expect(text, page).not.toMatch(/undefined|NaN|\[object|<b>Jardins|<i>nord/)
    }
  })
})
