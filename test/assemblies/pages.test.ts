import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  assemblyCandidatures,
  assemblyItems,
  assemblyMeetings,
  assemblySeats,
} from '../../db/schema/assemblies.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { forgetProposals, keptDays } from '../../server/assemblies/forget.ts'
import { mostWaiting } from '../../server/assemblies/proposals.ts'
import type { WholeEntry } from '../../server/entries/whole.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { pathIn } from '../accounts/browser.ts'
import { visitor } from '../inquiries/place.ts'
import { editorOf, hosted } from '../support/hosted.ts'
import { pageFaults } from '../support/markup.ts'
import { person } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

let pages: Pages
let admin: Viewer
let host: WholeEntry
let runner: Viewer
let stranger: Viewer
const day = 86_400_000
const council = '/assemblees/conseil-de-l-ess'
const committee = '/assemblees/comite-du-mois'
beforeAll(async () => {
  pages = await openPages({ mail: true })
  const { deps } = pages
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  admin = await person(deps, 'admin')
  host = await hosted(deps, admin, 'La Maison du Conseil', { email: 'maison@exemple.example' })
  const other = await hosted(deps, admin, 'Une Autre Maison', { email: 'AUTRE@exemple.example' })
  runner = await editorOf(deps, host)
  stranger = await editorOf(deps, other)
})
afterAll(() => pages.close())

/** Opens the form of a new thing, and sends it with these answers. */
async function make(viewer: Viewer, path: string, fields: Record<string, string>) {
  const form = formIn(await pages.as(viewer).get(path), path)
  const sent = { ...form, ...fields }
  return { answer: await pages.as(viewer).post(path, sent), sent }
}

const seats = () => pages.deps.db.read.select().from(assemblySeats)
const candidatures = () => pages.deps.db.read.select().from(assemblyCandidatures)
const items = () => pages.deps.db.read.select().from(assemblyItems)
const textOf = async (path: string, viewer?: Viewer) =>
  (await pages.as(viewer).get(path)).text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('an assembly', () => {
  test('is opened by who publishes for an organisation, in its name alone, once', async () => {
    const path = '/assemblees/nouvelle'
    const fields = { sort: 'council', name: 'Conseil de l’ESS', mandate: 'Donner un avis.' }
    const wrong = await make(runner, path, { ...fields, name: '', organisation: host.envelope.id })
    expect(wrong.answer.status).toBe(422)
    expect(wrong.answer.text).toContain('Donner un avis.')
    const { answer, sent } = await make(runner, path, { ...fields, organisation: host.envelope.id })
    expect([answer.status, answer.location]).toEqual([303, council])
    expect((await pages.as(runner).post(path, sent)).location).toBe(council)
    // Nobody opens one in the hub's name, or another's, without being of it.
    expect((await pages.as(stranger).post(path, { ...sent, id: pages.deps.newId() })).status).toBe(403)
    expect(
      (await pages.as(runner).post(path, { ...sent, id: pages.deps.newId(), organisation: '' })).status,
    ).toBe(403)
    expect((await pages.as(await person(pages.deps, 'member')).get(path)).status).toBe(403)
    expect((await pages.as().get(path)).status).toBe(401)
    const list = await pages.as().get('/assemblees')
    expect(list.text).toContain('Conseil de l’ESS')
    expect(await pageFaults(list.text)).toEqual([])
  })

  test('says its seats by family in words, and names people only who agreed', async () => {
    const path = `${council}/sieges/nouveau`
    const named = { family: 'association', label: 'Associations', organisation: 'L’Asso', person: 'Mme Nom' }
    const refused = await make(runner, path, named)
    expect(refused.answer.status).toBe(422)
    expect(refused.answer.text).toContain('Sans son accord')
    expect(await pageFaults(refused.answer.text)).toEqual([])
    expect(await seats()).toEqual([])
    const { answer, sent } = await make(runner, path, { ...named, agreed: 'true', sinceDay: '2026-01-01' })
    expect(answer.status).toBe(303)
    expect((await pages.as(runner).post(path, sent)).status).toBe(303)
    await make(runner, path, { family: 'insertion', label: 'Associations <b>intermédiaires</b>' })
    await make(runner, path, { family: 'public', label: 'Département', organisation: 'Un département' })
    expect(await seats()).toHaveLength(3)
    const shown = await textOf(council)
    expect(shown).toContain('3 sièges, dont 2 pourvus et 1 vacant.')
    expect(shown).toContain('Aucun siège pour : coopérative, mutuelle, fondation')
    expect(shown).toContain('Mme Nom')
    expect(shown).toContain('personne non nommée')
    expect(shown).toContain('&lt;b&gt;intermédiaires&lt;/b&gt;')
    expect(await pageFaults((await pages.as(runner).get(council)).text)).toEqual([])
    expect((await pages.as(stranger).get(path)).status).toBe(403)
    expect((await pages.as(stranger).post(path, sent)).status).toBe(403)
  })

  test('changed by two at once is a conflict, with both texts', async () => {
    const path = `${council}/modifier`
    const form = formIn(await pages.as(runner).get(path), path)
    expect((await pages.as(admin).post(path, { ...form, mandate: 'Le premier' })).status).toBe(303)
    const late = await pages.as(runner).post(path, { ...form, mandate: 'Le second' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Le premier')
    expect(late.text).toContain('Le second')
    expect(await pageFaults(late.text)).toEqual([])
    const seat = (await seats())[0]?.id ?? ''
    const seatPath = `${council}/sieges/${seat}`
    const own = formIn(await pages.as(runner).get(seatPath), seatPath)
    expect((await pages.as(admin).post(seatPath, { ...own, label: 'Un' })).status).toBe(303)
    const lost = await pages.as(runner).post(seatPath, { ...own, label: 'Deux' })
    expect([lost.status, lost.text.includes('Deux')]).toEqual([409, true])
  })
})

describe('a candidature', () => {
  const sent = { organisation: 'La Coop du Quai', person: '', email: 'coop@exemple.example', body: 'Bonjour' }
  const path = `${council}/candidature`
  const vacantSeat = async () => (await seats()).find(({ organisation }) => organisation === null)?.id ?? ''

  async function stand(change: Record<string, string> = {}) {
    const before = pages.deps.letters.length
    const form = formIn(await visitor(pages).get(path), path)
    const answer = await visitor(pages).post(path, {
      ...form,
      ...sent,
      seatId: await vacantSeat(),
      ...change,
    })
    const letter = pages.deps.letters.slice(before)[0]
    return { answer, letter, link: letter && pathIn(letter.text, 'assemblees/confirmer') }
  }

  test('of somebody without an account is read once they have opened the link and pressed the button', async () => {
    const form = await visitor(pages).get(path)
    expect(await pageFaults(form.text)).toEqual([])
    const {
      answer,
      letter,
      link = '',
    } = await stand({ organisation: 'ACHETEZ', body: 'https://piege.example' })
    expect(answer.status).toBe(303)
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/ACHETEZ|piege/)
    expect(await textOf(council, runner)).not.toContain('ACHETEZ')
    const opened = await visitor(pages).get(link ?? '')
    expect(opened.text).toContain('ACHETEZ')
    expect(await pageFaults(opened.text)).toEqual([])
    expect((await candidatures())[0]?.state).toBe('unconfirmed')
    expect((await visitor(pages).post(link ?? '', { acte: 'confirmer' })).status).toBe(303)
    expect(await textOf(council, runner)).toContain('ACHETEZ')
    // Its words and address are for those who decide.
    expect(await textOf(council)).not.toMatch(/ACHETEZ|piege|coop@exemple/)
    expect(await textOf(council)).toContain('1 candidature attend une réponse')
    expect((await visitor(pages).get(`${link}x`)).status).toBe(410)
    expect((await visitor(pages).post(link ?? '', { acte: 'retirer' })).status).toBe(200)
    expect(await candidatures()).toEqual([])
  })

  test('of a machine leaves nothing; of too many of one address neither', async () => {
    await stand({ site: 'https://spam.example' })
    expect(await candidatures()).toEqual([])
    const before = pages.deps.letters.length
    for (let at = 0; at < mostWaiting.ofOne + 2; at++) {
      const { answer } = await stand({ email: 'one@exemple.example' })
      expect([303, 429]).toContain(answer.status)
    }
    expect(await candidatures()).toHaveLength(mostWaiting.ofOne)
    expect(pages.deps.letters.length - before).toBe(mostWaiting.ofOne)
    await pages.deps.db.write([{ sql: 'DELETE FROM assembly_candidatures', args: [] }])
  })

  test(`is one of ${mostWaiting.unconfirmed} that nobody has confirmed, and no more`, async () => {
    const { deps } = pages
    const [assembly] = (await seats()).map(({ assemblyId }) => assemblyId)
    const row = {
      assemblyId: assembly ?? '',
      organisation: 'x',
      locale: 'fr' as const,
      createdAt: deps.now(),
    }
    await deps.db.write(
      Array.from({ length: mostWaiting.unconfirmed }, (_, at) =>
        deps.db.make
          .insert(assemblyCandidatures)
          .values({ ...row, id: deps.newId(), email: `${at}@x.example`, state: 'unconfirmed' }),
      ),
    )
    const { answer } = await stand({ email: 'late@exemple.example' })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('La Coop du Quai')
    deps.pass(2 * day)
    await forgetProposals(deps)
    expect(await candidatures()).toEqual([])
  })

  test('names nobody who has not agreed, and says what is wrong all at once', async () => {
    const { answer } = await stand({ person: 'Un Tel', email: 'pas une adresse', organisation: '' })
    expect(answer.status).toBe(422)
    expect((answer.text.match(/field-wrong/g) ?? []).length).toBe(3)
    expect(await pageFaults(answer.text)).toEqual([])
    expect((await stand({ seatId: 'autre' })).answer.status).toBe(422)
    expect(await candidatures()).toEqual([])
  })

  test('is refused with a sentence, and of two for one seat one takes it', async () => {
    for (const name of ['Une', 'Deux', 'Trois']) {
      const { link } = await stand({ organisation: `Coop ${name}`, email: `${name}@exemple.example` })
      await visitor(pages).post(link ?? '', { acte: 'confirmer' })
    }
    const [one, two, three] = await candidatures()
    const decide = (id: string | undefined, act: string, answer: string, viewer = runner) =>
      pages.as(viewer).post(`${council}/candidatures/${id}`, { act, answer })
    expect((await decide(one?.id, 'accepter', '', stranger)).status).toBe(403)
    const silent = await decide(one?.id, 'refuser', '')
    expect(silent.status).toBe(422)
    expect(await pageFaults(silent.text)).toEqual([])
    expect((await decide(one?.id, 'refuser', 'Le siège est pour l’insertion.')).status).toBe(303)
    const both = await Promise.all([
      decide(two?.id, 'accepter', 'Bienvenue'),
      decide(three?.id, 'accepter', 'Bienvenue aussi'),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const taken = (await seats()).filter(({ organisation }) => organisation?.startsWith('Coop') === true)
    expect(taken).toHaveLength(1)
    const states = (await candidatures()).map(({ state }) => state).toSorted()
    expect(states).toEqual(['accepted', 'refused', 'waiting'])
    const shown = await textOf(council)
    expect(shown).toContain('Le siège est pour l’insertion.')
    expect(shown).not.toContain('@exemple.example')
    // Decided is decided.
    expect((await decide(one?.id, 'accepter', 'Finalement')).status).toBe(303)
    expect((await candidatures()).find(({ id }) => id === one?.id)?.state).toBe('refused')
    const told = pages.deps.letters.filter(({ subject }) => subject.startsWith('Réponse de'))
    expect(told.length).toBe(2)
  })

  test('is for a vacant seat only, and its address is erased some time after the answer', async () => {
    expect((await visitor(pages).get(path)).text).toContain('Aucun siège n’est vacant')
    pages.deps.pass((keptDays + 1) * day)
    await forgetProposals(pages.deps)
    const kept = await candidatures()
    expect(kept.filter(({ state, email }) => state !== 'waiting' && email !== '')).toEqual([])
    expect(kept.find(({ state }) => state === 'refused')?.organisation).toBe('Coop Une')
  })

  test('that was accepted is said as news of the organisation that runs the assembly', async () => {
    const accepted = (await candidatures()).find(({ state }) => state === 'accepted')
    const at = `${council}/nominations/${accepted?.id}`
    expect((await pages.as(stranger).get(at)).status).toBe(403)
    const { answer, sent: form } = await make(runner, at, {})
    expect(answer.location).toMatch(/^\/actualites\//)
    expect((await pages.as(runner).post(at, form)).location).toBe(answer.location)
    expect(await textOf(answer.location ?? '')).toContain('La Maison du Conseil')
    const refused = (await candidatures()).find(({ state }) => state === 'refused')
    expect((await pages.as(runner).get(`${council}/nominations/${refused?.id}`)).status).toBe(404)
  })
})

describe('a committee', () => {
  test('is opened in the hub’s name by who publishes for it; its agenda is open to everybody', async () => {
    const path = '/assemblees/nouvelle'
    const made = { sort: 'committee', name: 'Comité du Mois', mandate: '', organisation: '' }
    expect((await make(admin, path, made)).answer.location).toBe(committee)
    const meeting = { startsAt: '2027-01-14T18:00', place: 'Maison des associations', note: '' }
    expect((await make(admin, `${committee}/reunions/nouvelle`, meeting)).answer.status).toBe(303)
    const shown = await textOf(committee)
    expect(shown).toContain('14 janvier 2027')
    expect(shown).toContain('18 h')
    expect(await pageFaults((await pages.as(admin).get(committee)).text)).toEqual([])
  })

  test('hears items from whoever confirms their address, and from members at once; answers and places them', async () => {
    const path = `${committee}/point`
    const form = formIn(await visitor(pages).get(path), path)
    const item = {
      title: 'Un débat sur <i>les SCOP</i>',
      body: 'Il manque.',
      organisation: 'La Coop',
      family: 'cooperative',
    }
    const before = pages.deps.letters.length
    await visitor(pages).post(path, { ...form, ...item, email: 'zoe@exemple.example' })
    expect(await textOf(committee)).not.toContain('Il manque.')
    const link = pathIn(pages.deps.letters[before]?.text ?? '', 'assemblees/confirmer')
    await visitor(pages).post(link, { acte: 'confirmer' })
    const shown = await textOf(committee)
    expect(shown).toContain('&lt;i&gt;les SCOP&lt;/i&gt;')
    expect(shown).not.toContain('zoe@exemple')
    const member = await person(pages.deps, 'member')
    const own = { title: 'Le budget', family: 'public', email: member.email }
    expect((await make(member, path, own)).answer.location).toBe(committee)
    // In another's name a member confirms like anybody.
    expect((await make(member, path, { ...own, email: 'x@exemple.example' })).answer.location).toBe(
      `${committee}/lettre`,
    )
    const [first] = await items()
    const at = `${committee}/points/${first?.id}`
    expect((await pages.as(runner).post(at, { state: 'accepted' })).status).toBe(403)
    const [meeting] = await pages.deps.db.read.select().from(assemblyMeetings)
    const placed = { state: 'accepted', meetingId: meeting?.id ?? '', position: '2', answer: 'Entendu.' }
    expect((await pages.as(admin).post(at, placed)).status).toBe(303)
    expect((await pages.as(admin).post(at, { state: 'refused', answer: '' })).status).toBe(422)
    expect((await pages.as(admin).post(at, { ...placed, meetingId: 'nulle part' })).status).toBe(422)
    const figures = await textOf(committee)
    expect(figures).toContain('Entendu.')
    expect(figures).toMatch(/venus du terrain<\/dt><dd[^>]*>1 sur 2</)
  })

  test('notes decisions with who carries them and by when; what is unknown is said so', async () => {
    const path = `${committee}/decisions/nouvelle`
    const [meeting] = await pages.deps.db.read.select().from(assemblyMeetings)
    const decided = {
      sort: 'decision',
      what: 'Trois débats',
      carriedBy: 'La Coop',
      dueDay: '2027-03-01',
      state: 'open',
    }
    await make(admin, path, { ...decided, meetingId: meeting?.id ?? '' })
    await make(admin, path, { sort: 'task', what: 'Réserver la halle', state: 'open' })
    const shown = await textOf(committee)
    expect(shown).toMatch(/une date<\/dt><dd[^>]*>1 sur 2</)
    expect(shown).toContain('inconnu')
    expect((await pages.as(runner).get(path)).status).toBe(403)
  })

  test('notes who was there, seat by seat, and publishes its minutes once, as news with a meeting', async () => {
    const seatPath = `${committee}/sieges/nouveau`
    await make(admin, seatPath, { family: 'mutual', label: 'Mutuelles', organisation: 'La Mutuelle' })
    await make(admin, seatPath, { family: 'other', label: 'Habitants' })
    expect(await textOf(committee)).toMatch(/réunions<\/dt><dd[^>]*>pas de donnée</)
    const [meeting] = await pages.deps.db.read.select().from(assemblyMeetings)
    const own = (await seats()).filter(({ label }) => label === 'Mutuelles' || label === 'Habitants')
    const at = `${committee}/reunions/${meeting?.id}`
    const there = { [own[0]?.id ?? '']: 'present', [own[1]?.id ?? '']: 'absent', autre: 'present' }
    expect((await pages.as(admin).post(`${at}/presences`, there)).status).toBe(303)
    expect(await pageFaults((await pages.as(admin).get(`${at}/presences`)).text)).toEqual([])
    expect(await textOf(committee)).toMatch(/réunions<\/dt><dd[^>]*>50 %</)
    const path = `${at}/compte-rendu`
    const { answer, sent } = await make(admin, path, { summary: 'Le comité a décidé.' })
    expect(answer.location).toMatch(/^\/actualites\//)
    expect((await pages.as(admin).post(path, sent)).location).toBe(answer.location)
    const second = await pages.as(admin).post(path, { ...sent, id: pages.deps.newId() })
    expect(second.status).toBe(409)
    const minutes = await textOf(answer.location ?? '')
    expect(minutes).toContain('Trois débats')
    expect(minutes).toContain('Sièges présents : 1 sur 2 notés')
    expect(await textOf(committee)).toContain('Compte rendu')
    expect(pages.wakes()).toBeGreaterThan(0)
  })

  test('invites every organisation that gives an address to its enlarged meeting, once', async () => {
    const [meeting] = await pages.deps.db.read.select().from(assemblyMeetings)
    const at = `${committee}/reunions/${meeting?.id}/invitation`
    expect((await pages.as(runner).post(at)).status).toBe(403)
    const before = pages.deps.letters.length
    await Promise.all([pages.as(admin).post(at), pages.as(admin).post(at)])
    await pages.as(admin).post(at)
    await until('both letters', () => pages.deps.letters.length >= before + 2)
    const sent = pages.deps.letters.slice(before)
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['autre@exemple.example', 'maison@exemple.example'])
    expect(sent[0]?.text).toContain('14 janvier 2027')
    expect(await textOf(committee)).toContain('ont été invitées le')
    const [other] = await seats()
    // A council invites nobody by letter.
    expect((await pages.as(runner).post(`${council}/reunions/${other?.id}/invitation`)).status).toBe(404)
  })
})

test('what stands in one assembly is reached through no other', async () => {
  const seat = (await seats()).find(({ label }) => label === 'Mutuelles')?.id ?? ''
  expect((await pages.as(runner).get(`${council}/sieges/${seat}`)).status).toBe(404)
  expect((await pages.as(runner).post(`${council}/sieges/${seat}/effacer`)).status).toBe(404)
  const [item] = await items()
  expect((await pages.as(runner).post(`${council}/points/${item?.id}`, { state: 'accepted' })).status).toBe(
    404,
  )
  expect((await pages.as().get('/assemblees/rien')).status).toBe(404)
})

test(`of one address ${mostWaiting.ofOne} things wait at a time, also of a member’s`, async () => {
  const member = await person(pages.deps, 'member')
  const path = `${committee}/point`
  const own = { title: 'Encore un point', family: 'other', email: member.email }
  for (let at = 0; at < mostWaiting.ofOne; at++)
    expect((await make(member, path, own)).answer.status).toBe(303)
  const { answer } = await make(member, path, own)
  expect(answer.status).toBe(429)
  expect(answer.text).toContain('Encore un point')
})
