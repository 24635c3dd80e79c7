import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visits } from '../../db/schema/visits.ts'
import { keepHouse } from '../../server/housekeeping.ts'
import { close } from '../../server/entries/commands.ts'
import { forgetVisits, keptDays } from '../../server/visits/forget.ts'
import { forwardWaitingVisits } from '../../server/visits/forward.ts'
import { mostUnconfirmed } from '../../server/visits/commands.ts'
import { pathForLog } from '../../server/web/secret-paths.ts'
import { foundingActors } from '../../server/federation/index.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { locales } from '../../views/language.tsx'
import { pathIn } from '../accounts/browser.ts'
import { dumpOf } from '../support/dump.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { openPages, type Pages } from '../web/pages.ts'

let pages: Pages
let editor: Viewer
let path: string
const talk = { category: 'school-talk', direction: 'offer', levels: ['middle', 'high'], format: 'talk' }
const offer = (shared = {}, fields = {}) =>
  published(
    pages.deps,
    editor,
    'resource',
    { title: 'Les SCOP en classe', ...shared },
    { ...talk, contactEmail: null, availableUntil: null, ...fields },
  )

beforeEach(async () => {
  pages = await openPages({ mail: true })
  await pages.deps.db.write(await foundingActors(pages.deps, { handle: 'hub', name: 'Le hub' }))
  editor = await person(pages.deps, 'editor')
  path = (await offer()).envelope.path
})
afterEach(() => pages.close())

const sana = {
  ...{ school: 'Collège des Rives', place: 'Nanterre', name: 'Sana Petit', email: 'Sana@college.example' },
  ...{ level: 'middle', pupils: '26', dates: 'Un mardi de mars', body: 'En classe de 4e.' },
}
let visitors = 0
const visitor = () => pages.as(undefined, `203.0.113.${(visitors += 1) % 250}`)
const row = async () => (await pages.deps.db.read.select().from(visits))[0]
const letters = () => pages.deps.letters
const linkIn = (text: string | undefined) => pathIn(text ?? '', 'interventions')

/** Asks, and gives back the link of the letter. */
async function asked(sent: Record<string, string> = sana): Promise<string> {
  const before = letters().length
  const { status, location } = await visitor().post(`${path}/intervention`, sent)
  expect([status, location]).toEqual([303, '/demandes/lien-envoye'])
  return linkIn(letters()[before]?.text)
}

/** Asks and sends; the links of both sides. */
async function sent(given = sana): Promise<{ school: string; structure: string }> {
  const school = await asked(given)
  const before = letters().length
  expect((await visitor().post(school, { acte: 'envoyer' })).status).toBe(303)
  await until('both letters', () => letters().length >= before + 2)
  return { school, structure: linkIn(letters()[before]?.text) }
}

describe('a school', () => {
  test.each(locales)(
    'finds how to ask on the page of a talk, and each step validates, in %s',
    async (locale) => {
      const asking = { 'accept-language': locale }
      for (const page of [path, `${path}/intervention`, '/ressources/interventions'])
        expect(await pageFaults((await visitor().get(page, asking)).text), page).toEqual([])
      const { school, structure } = await sent()
      for (const link of [school, structure]) {
        const { text, headers } = await visitor().get(link, asking)
        expect(headers.get('cache-control')).toBe('private, no-store')
        expect(await pageFaults(text)).toEqual([])
      }
      const list = await pages.as({ ...editor, locale }).get(`${path}/interventions`)
      expect(await pageFaults(list.text)).toEqual([])
    },
  )

  test('asks, is answered, and what was held is counted without anybody’s name', async () => {
    expect((await visitor().get('/ressources/interventions')).text).toContain('Pas encore de données')
    const { school, structure } = await sent()
    expect(letters()[1]).toMatchObject({ to: editor.email, replyTo: 'sana@college.example' })
    expect(letters()[1]?.text).toContain('Collège des Rives (Nanterre (92))')

    const accept = { acte: 'accept', revision: '1', note: 'Le 10 mars à 9 h ?' }
    expect((await visitor().post(structure, accept)).status).toBe(303)
    // Pressed twice, it is done once and told once.
    expect((await visitor().post(structure, accept)).status).toBe(303)
    await until('the answer', () => letters().length === 4)
    expect(letters()[3]).toMatchObject({
      to: 'sana@college.example',
      subject: 'C’est accepté\u00a0: Les SCOP en classe',
    })
    expect(letters()[3]?.text).toContain('Le 10 mars à 9 h ?')
    expect((await visitor().get(school)).text).toContain('La structure accepte.')

    const held = { acte: 'hold', revision: '2', heldOn: '2026-11-20', heldPupils: '24' }
    const early = await visitor().post(structure, { ...held, heldOn: '2027-01-01', heldPupils: '0' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('f-heldPupils-error')
    expect((await visitor().post(structure, { ...held, heldOn: '2027-01-01' })).status).toBe(422)
    expect((await visitor().post(structure, held)).status).toBe(303)
    const { text } = await visitor().get('/ressources/interventions')
    expect(text).toMatch(/Élèves rencontrés<\/dt><dd class="stat-value">24</)
    expect(text).not.toContain('Collège des Rives')
    expect((await visitor().get(path)).text).toMatch(/Déjà tenue 1\sfois, devant 24\sélèves/)
    // What was wrongly declared is corrected, not added.
    expect((await visitor().post(structure, { ...held, revision: '3', heldPupils: '25' })).status).toBe(303)
    expect((await visitor().get('/ressources/interventions')).text).toMatch(/stat-value">25</)
  })

  test('has nothing of what they typed in the letter to an address that nobody has confirmed', async () => {
    await asked({ ...sana, school: 'ACHETEZ', name: 'PIEGE', body: 'https://piege.example' })
    expect(letters()[0]?.to).toBe('sana@college.example')
    expect(`${letters()[0]?.subject}${letters()[0]?.text}`).not.toMatch(/ACHETEZ|PIEGE|piege/)
  })

  test('is told all that is to mend at once, with the text kept', async () => {
    const { status, text } = await visitor().post(`${path}/intervention`, {
      ...{
        school: '<b>École</b>',
        place: 'Atlantide',
        email: 'non',
        pupils: '10000',
        dates: '',
        level: 'xx',
      },
    })
    expect(status).toBe(422)
    for (const field of ['place', 'name', 'email', 'pupils', 'dates', 'level'])
      expect(text, field).toContain(`id="f-${field}-error"`)
    expect(text).toContain('value="&lt;b&gt;École&lt;/b&gt;"')
    expect(await pageFaults(text)).toEqual([])
    expect(await row()).toBe(undefined)
  })

  test('cancels, and the structure hears of it; nobody answers after that', async () => {
    const { school, structure } = await sent()
    expect((await visitor().post(school, { acte: 'cancel', revision: '1' })).status).toBe(303)
    await until('the letter', () => letters().length === 4)
    expect(letters()[3]).toMatchObject({
      to: editor.email,
      subject: 'L’établissement annule\u00a0: Les SCOP en classe',
    })
    expect((await visitor().post(structure, { acte: 'accept', revision: '2' })).status).toBe(409)
    expect((await row())?.state).toBe('cancelled')
  })

  test('asks once for each level until it is answered', async () => {
    await sent()
    const again = await asked()
    expect(letters().at(-1)?.subject).toBe('Vous avez déjà fait cette demande\u00a0: Les SCOP en classe')
    expect((await visitor().get(again)).text).toContain('Demandée')
    await sent({ ...sana, level: 'high' })
    expect(await pages.deps.db.read.$count(visits)).toBe(2)
  })

  test('has it erased once it is over, and not before the structure has heard; nobody else does', async () => {
    const { school, structure } = await sent()
    const erase = { acte: 'effacer' }
    expect((await visitor().post(school, erase)).status).toBe(409)
    await visitor().post(structure, { acte: 'accept', revision: '1' })
    await visitor().post(structure, { acte: 'hold', revision: '2', heldOn: '2026-11-20', heldPupils: '24' })
    expect((await visitor().post(structure, erase)).status).toBe(403)
    expect((await visitor().get(school)).text).toContain('Effacer pour de bon')
    expect((await visitor().post(school, erase)).status).toBe(200)
    expect(await row()).toMatchObject({ email: '', school: '', heldPupils: 24 })
    const other = await sent({ ...sana, level: 'high' })
    await visitor().post(other.school, { acte: 'cancel', revision: '1' })
    await visitor().post(other.school, erase)
    expect(await pages.deps.db.read.$count(visits)).toBe(1)
  })

  test('drops it before it is sent, and nothing remains', async () => {
    const link = await asked()
    expect((await visitor().post(link, { acte: 'effacer' })).text).toContain('Il ne reste rien')
    expect(await row()).toBe(undefined)
    expect((await visitor().get(link)).status).toBe(410)
  })
})

describe('nobody else', () => {
  test('opens a link with another side’s key, another visit’s, or none', async () => {
    const { school, structure } = await sent()
    const [, , id, key] = school.split('/')
    const other = (await sent({ ...sana, level: 'high' })).structure.split('/')
    for (const wrong of [
      `/interventions/${id}/x`,
      `/interventions/${id}/${other[3]}`,
      `/interventions/${other[2]}/${key}`,
    ])
      expect((await visitor().get(wrong)).status, wrong).toBe(410)
    // The school does not answer for the structure, nor does it say what was held.
    for (const acte of ['accept', 'refuse', 'hold'])
      expect(
        (await visitor().post(school, { acte, revision: '1', heldOn: '2026-11-01', heldPupils: '9' })).status,
      ).toBe(403)
    expect((await visitor().post(structure, { acte: 'toString', revision: '1' })).status).toBe(422)
    expect(
      (
        await visitor().post(structure, {
          acte: 'hold',
          revision: '1',
          heldOn: '2026-11-01',
          heldPupils: '9',
        })
      ).status,
    ).toBe(409)
    expect(pathForLog(structure)).toBe('/interventions/…')
  })

  test('reads requests that nobody confirmed, or of an offer that is not theirs', async () => {
    const link = await asked()
    const id = link.split('/')[2] ?? ''
    const { keyOf } = await import('../../server/visits/link.ts')
    expect((await visitor().get(`/interventions/${id}/${keyOf(pages.deps, id, 'structure')}`)).status).toBe(
      410,
    )
    await visitor().post(link, { acte: 'envoyer' })
    const member = await person(pages.deps, 'member')
    expect((await pages.as(member).get(`${path}/interventions`)).status).toBe(403)
    expect((await visitor().get(`${path}/interventions`)).status).toBe(401)
    const mine = await pages.as(editor).get(`${path}/interventions`)
    expect(mine.text).toContain('Collège des Rives')
  })

  test('asks for what is closed, a draft, another hub’s, no talk, or by the ordinary letter', async () => {
    const gone = await offer({ title: 'Close' })
    await close(pages.deps, editor, gone)
    const room = await published(pages.deps, editor, 'resource', { title: 'Salle' })
    for (const open of [gone, room])
      expect((await visitor().post(`${open.envelope.path}/intervention`, sana)).status).toBe(409)
    const draft = await drafted(pages.deps, editor, 'resource', { title: 'Brouillon' }, talk)
    expect((await visitor().post(`${draft.envelope.path}/intervention`, sana)).status).toBe(404)
    expect(
      (await visitor().post(`${path}/demande`, { name: 'A', email: 'a@b.example', body: 'x' })).status,
    ).toBe(409)
    const { apId } = await received(pages.deps, 'resource', { title: 'Ailleurs' })
    const { loadEntry } = await import('../../server/entries/load.ts')
    const { entries } = await import('../../db/schema/entries.ts')
    const far = await loadEntry(pages.deps, eq(entries.apId, apId))
    expect((await visitor().post(`${far?.envelope.path}/intervention`, sana)).status).toBe(409)
    expect(await row()).toBe(undefined)
  })

  test('fills the disk: letters without end are refused, a machine is told what people are told', async () => {
    expect((await visitor().post(`${path}/intervention`, { ...sana, site: 'x' })).status).toBe(303)
    expect(await row()).toBe(undefined)
    const [entry] = await pages.deps.db.read
      .select()
      .from((await import('../../db/schema/entries.ts')).entries)
    const { place: _, pupils: __, ...words } = sana
    for (let i = 0; i < mostUnconfirmed; i++)
      await pages.deps.db.write([
        pages.deps.db.make.insert(visits).values({
          ...{
            ...words,
            level: 'middle',
            pupils: 1,
            email: `${i}@x.example`,
            id: `${i}`,
            entryN: entry?.n ?? 0,
          },
          ...{ placeCode: '92050', placeLabel: 'Nanterre (92)', locale: 'fr', createdAt: pages.deps.now() },
        }),
      ])
    const crowded = await visitor().post(`${path}/intervention`, sana)
    expect([crowded.status, crowded.text]).toEqual([429, expect.stringContaining('Trop de personnes')])
  })

  test('wins when two answer at once: one answer stands', async () => {
    const { structure } = await sent()
    const answers = await Promise.all(
      ['accept', 'refuse'].map((acte) => visitor().post(structure, { acte, revision: '1' })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    // Nor do two corrections: who comes second sees what the first said.
    await pages.deps.db.write([pages.deps.db.make.update(visits).set({ state: 'accepted', revision: 5 })])
    const held = { acte: 'hold', heldOn: '2026-11-20' }
    await visitor().post(structure, { ...held, revision: '5', heldPupils: '20' })
    const corrections = await Promise.all(
      ['21', '22'].map((heldPupils) => visitor().post(structure, { ...held, revision: '6', heldPupils })),
    )
    expect(corrections.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })
})

describe('who asked', () => {
  test('is forgotten after the term, and what was held stays counted', async () => {
    const { school, structure } = await sent()
    await visitor().post(structure, { acte: 'accept', revision: '1' })
    await visitor().post(structure, { acte: 'hold', revision: '2', heldOn: '2026-11-20', heldPupils: '24' })
    const refused = await sent({ ...sana, level: 'high' })
    await visitor().post(refused.structure, { acte: 'refuse', revision: '1' })
    await asked({ ...sana, email: 'lui@college.example' })
    pages.deps.pass(keptDays * 86_400_000 + 1)
    await forgetVisits(pages.deps)
    expect(await pages.deps.db.read.$count(visits)).toBe(1)
    expect(await row()).toMatchObject({ email: '', school: '', name: '', body: '', heldPupils: 24 })
    expect(JSON.stringify(await dumpOf(pages.deps))).not.toMatch(/Sana|college\.example|Collège des Rives/)
    expect((await visitor().get(school)).status).toBe(410)
    expect((await visitor().get('/ressources/interventions')).text).toMatch(/stat-value">24</)
    expect((await pages.as(editor).get(`${path}/interventions`)).text).toContain('Établissement effacé')
  })

  test('is told of later, if the letter could not leave', async () => {
    const { deps } = pages
    await sent()
    await deps.db.write([deps.db.make.update(visits).set({ forwardedAt: null })])
    deps.pass(11 * 60_000)
    const before = letters().length
    await forwardWaitingVisits(deps)
    await forwardWaitingVisits(deps)
    expect(
      letters()
        .slice(before)
        .map(({ to }) => to),
    ).toEqual([editor.email])
    await keepHouse(deps).stop()
  })
})
