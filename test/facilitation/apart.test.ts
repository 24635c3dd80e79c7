import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { tallies, cases } from '../../db/schema/facilitation.ts'
import { deleteAccount } from '../../server/accounts/departure.ts'
import { exportTo } from '../../server/export/export.ts'
import { farewell, forgetCases, keptDays, longestDays, ownCases } from '../../server/facilitation/forget.ts'
import { counted, counters } from '../../server/facilitation/counters.ts'
import { carriesSecret, pathForLog } from '../../server/web/secret-paths.ts'
import { dumpOf } from '../support/dump.ts'
import { person } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { asked, catalogue, nadia, openDesk, press, rowOf, talliesOf, visitor, type Desk } from './place.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const day = 86_400_000

/** A case in which everything was said and done that can be, each with a word that is found nowhere else. */
async function eventful(): Promise<Awaited<ReturnType<typeof asked>>> {
  const { tender } = await catalogue(desk)
  const told = await asked(desk, { ...nadia, subject: 'mot-sujet', body: 'mot-demande', name: 'mot-nom' })
  const { path, link } = told
  await press(desk, path, 'noter', { text: 'mot-note' })
  await press(desk, path, 'repondre', { text: 'mot-reponse' })
  await desk
    .as(desk.facilitator)
    .post(`${path}/joindre`, { sorte: 'lot', fiche: tender.envelope.id, lot: '1' })
  await visitor(desk).post(link, { acte: 'ecrire', form: 'f', text: 'mot-retour' })
  await press(desk, path, 'texte', { trace: 'mot-trace' })
  await press(desk, path, 'clore', { outcome: 'won', hours: '412', hoursBy: 'structure', text: 'mot-fin' })
  return told
}

const words = /mot-(sujet|demande|nom|note|reponse|retour|trace|fin)|nadia@|Jardins imaginaires/

describe('a case never leaves the desk', () => {
  test('is in no table but its own: no event, no delivery, no entry, no search', async () => {
    const { id } = await eventful()
    const dump = await dumpOf(desk.deps)
    const tables = Object.entries(dump).filter(([, rows]) => words.test(rows) || rows.includes(id))
    expect(tables.map(([name]) => name)).toEqual(['facilitation_cases', 'facilitation_events'])
  })

  test('is in no page for others, no feed, no map of the site and no export', async () => {
    const { id } = await eventful()
    const editor = await person(desk.deps, 'editor')
    for (const at of [
      ...['/', '/facilitation', '/marches', '/marches.json', '/marches.csv', '/marches.atom', '/annuaire'],
      ...[
        '/recherche?q=mot',
        '/recherche?q=nadia',
        '/sitemap.xml',
        '/sitemap-1.xml',
        '/robots.txt',
        '/brouillons',
      ],
      ...['/messages', '/demandes', '/moderation'],
    ])
      for (const viewer of [undefined, editor]) {
        const { text } = await desk.as(viewer).get(at)
        expect([words.test(text), text.includes(id)], at).toEqual([false, false])
      }
    const folder = join(desk.deps.config.dataDir, 'export')
    await exportTo(desk.deps, folder, () => undefined)
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    )) {
      const text = readFileSync(join(file.parentPath, file.name), 'utf8')
      expect([words.test(text), text.includes(id)], file.name).toEqual([false, false])
    }
  })

  test('its address is a key: it is kept out of logs', () => {
    expect(pathForLog('/facilitation/demandes/0193/abc')).toBe('/facilitation/demandes/…')
    expect(carriesSecret('/facilitation/demandes/0193/abc')).toBe(true)
    expect(carriesSecret('/facilitation/demande')).toBe(false)
    expect(pathForLog('/facilitation/dossiers')).toBe('/facilitation/dossiers')
  })
})

describe('erasure', () => {
  test('comes a year after the end, by itself; the counters stay and name nobody', async () => {
    const { id } = await eventful()
    const before = await counters(desk.deps.db)
    expect([keptDays, longestDays]).toEqual([365, 730])
    desk.deps.pass(keptDays * day)
    await forgetCases(desk.deps)
    expect(await rowOf(desk, id)).toBeDefined()
    desk.deps.pass(1)
    await forgetCases(desk.deps)
    expect(await rowOf(desk, id)).toBe(undefined)
    expect(await counters(desk.deps.db)).toEqual(before)
    const [tally] = await talliesOf(desk)
    expect(tally).toEqual({
      ...{ n: 1, caseN: null, side: 'structure', month: '2026-11', answerHours: 0, outcome: 'won' },
      ...{ lots: 1, hours: 412, hoursBy: 'structure', hoursMonth: '2026-11' },
    })
    expect(Object.values(await dumpOf(desk.deps)).filter((rows) => words.test(rows))).toEqual([])
  })

  test('comes two years after the last word to what nobody closed', async () => {
    const { id } = await asked(desk)
    desk.deps.pass(longestDays * day)
    await forgetCases(desk.deps)
    expect(await rowOf(desk, id)).toBeDefined()
    desk.deps.pass(1)
    await forgetCases(desk.deps)
    expect(await rowOf(desk, id)).toBe(undefined)
    expect((await talliesOf(desk)).map(({ outcome, caseN }) => [outcome, caseN])).toEqual([
      ['abandoned', null],
    ])
  })

  test('comes with the account of whoever asked, and not with that of who answered', async () => {
    const member = await person(desk.deps, 'member')
    const one = desk.as(member)
    const form = formIn(await one.get('/facilitation/demande'), '/facilitation/demande')
    const { location } = await one.post('/facilitation/demande', { ...form, ...nadia })
    const { path, id } = await asked(desk)
    await press(desk, path, 'repondre', { text: 'Voici.' })
    // Before they had an account, by the same address.
    const { link: earlier } = await asked(desk, { ...nadia, email: member.email, body: 'Une autre fois' })
    expect(await ownCases(desk.deps, member)).toHaveLength(2)
    const admin = await person(desk.deps, 'admin')
    await deleteAccount(desk.deps, member, farewell(member))
    for (const link of [location ?? '', earlier]) expect((await visitor(desk).get(link)).status).toBe(410)
    await deleteAccount(desk.deps, desk.facilitator, farewell(desk.facilitator))
    expect(await rowOf(desk, id)).toMatchObject({ takenBy: null })
    expect((await desk.as(admin).get(path)).text).toContain('un compte effacé')
    expect(await desk.deps.db.read.$count(tallies)).toBe(3)
  })

  test('is the desk’s to do as well, for whoever telephones', async () => {
    const { path, id } = await asked(desk)
    expect((await press(desk, path, 'effacer')).location).toBe('/facilitation/dossiers')
    expect(await rowOf(desk, id)).toBe(undefined)
    expect((await talliesOf(desk)).map(({ outcome }) => outcome)).toEqual(['abandoned'])
  })
})

describe('the public counters', () => {
  const front = async () => (await visitor(desk).get('/facilitation')).text.replaceAll('\u00a0', ' ')

  test('say that there is nothing yet, and never 0, until somebody has asked', async () => {
    expect(await front()).toContain('Pas encore de données')
    expect(await counters(desk.deps.db)).toBe(null)
  })

  test('hide small numbers, and a delay or a sum that would be somebody’s own', async () => {
    expect([0, 1, 4, 5, 12].map(counted)).toEqual([0, 'few', 'few', 5, 12])
    const { path } = await asked(desk)
    desk.deps.pass(36 * 3_600_000)
    await press(desk, path, 'repondre', { text: 'Voici.' })
    await press(desk, path, 'clore', { outcome: 'won', hours: '412', hoursBy: 'structure' })
    const text = await front()
    expect(text).not.toMatch(/412|1,5 jour/)
    expect(text).toContain('Moins de 5 déclarations')
    expect(text).toMatch(/Marché obtenu<\/th><td class="num">moins de 5/)
    expect(text).toMatch(/Hors sujet<\/th><td class="num">0/)
  })

  test('count from confirmation to the first answer, and follow what is changed', async () => {
    const told = []
    for (let n = 0; n < 5; n += 1) told.push(await asked(desk, { ...nadia, email: `n${n}@x.example` }))
    for (const [n, { path }] of told.entries()) {
      desk.deps.pass(12 * 3_600_000)
      await press(desk, path, 'repondre', { text: 'Voici.' })
      await press(desk, path, 'repondre', { text: 'Et encore.' })
      await press(desk, path, 'clore', {
        outcome: 'won',
        hours: String(100 + n),
        hoursBy: n < 3 ? 'structure' : 'buyer',
      })
    }
    expect(await counters(desk.deps.db)).toMatchObject({
      ...{ opened: 5, answered: 5, medianDays: 1.5, lots: 0 },
      hours: { declarations: 5, total: 510, until: '2026-11' },
    })
    const text = await front()
    expect(text).toContain('1,5 jour')
    expect(text).toContain(
      '510 heures d’insertion en 5 déclarations. La dernière date de novembre 2026.'.replace(
        '. La',
        '.</strong> La',
      ),
    )
    expect(text).toContain('Par la structure : moins de 5.')
    await press(desk, told[0]?.path ?? '', 'rouvrir')
    expect((await counters(desk.deps.db))?.outcomes.find(({ outcome }) => outcome === 'won')?.count).toBe(
      'few',
    )
    const { link } = told[1] ?? { link: '' }
    await visitor(desk).post(link, { acte: 'effacer' })
    expect(await counters(desk.deps.db)).toMatchObject({ opened: 5, answered: 5, hours: { total: 510 } })
    expect(await desk.deps.db.read.$count(cases, eq(cases.email, 'n1@x.example'))).toBe(0)
  })

  test('name nobody, also not those who run the desk', async () => {
    await eventful()
    const text = await front()
    expect(text).not.toMatch(/Camille|nadia|halage/i)
    expect(text).toContain('href="/contact"')
  })
})
