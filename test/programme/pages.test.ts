import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WholeEntry } from '../../server/entries/whole.ts'
import { event } from '../../server/kinds/event/index.tsx'
import { locales } from '../../views/language.tsx'
import { openInquiries, visitor } from '../inquiries/place.ts'
import { pageFaults } from '../support/markup.ts'
import { formIn } from '../web/pages.ts'
import { drafted, person, published, received } from '../support/publish.ts'

let pages: Awaited<ReturnType<typeof openInquiries>>
let forum: WholeEntry
let first: WholeEntry
const day = '2026-11-28'
const debate = (title: string, from: string, to: string, fields: Record<string, unknown> = {}) =>
  published(
    pages.deps,
    pages.editor,
    'event',
    { title, place: '92036', tags: ['SCOP'] },
    {
      ...{ start: `${day}T${from}`, end: `${day}T${to}`, partOf: forum.envelope.id, registration: 'none' },
      ...{ registrationEmail: null, registrationUrl: null, room: 'Salle A', speakers: [], ...fields },
    },
  )
beforeAll(async () => {
  pages = await openInquiries()
  forum = await published(
    pages.deps,
    pages.editor,
    'event',
    { title: 'Le grand forum', place: '92036', tags: ['Forum'] },
    { partOf: '' },
  )
  const second = await debate('Débat B', '14:00', '15:00')
  first = await debate('Débat A', '10:00', '11:00', { speakers: [{ name: 'Awa <i>D.</i>', role: 'SCOP' }] })
  await debate('Débat C', '14:30', '15:30')
  expect(second.fields['partOf']).toBe(forum.envelope.id)
})
afterAll(() => pages.close())

const get = async (path: string) => (await visitor(pages).get(path)).text

describe('the programme of an event', () => {
  test('is on its page in the order of the day, with rooms and people, and every page of it validates', async () => {
    const page = await get(forum.envelope.path)
    expect(page.match(/Débat [ABC](?=<\/a><\/h3>)/g)).toEqual(['Débat A', 'Débat B', 'Débat C'])
    expect(page).toContain('Awa &lt;i&gt;D.&lt;/i&gt;, SCOP')
    for (const locale of locales)
      for (const path of [forum.envelope.path, `${forum.envelope.path}/programme`, first.envelope.path]) {
        const { status, text } = await visitor(pages).get(path, { 'accept-language': locale })
        expect([path, status, await pageFaults(text)]).toEqual([path, 200, []])
      }
  })

  test('warns those who publish, and nobody else, of two debates in one room at once', async () => {
    expect(await get(forum.envelope.path)).not.toContain('À vérifier au programme')
    const own = (await pages.as(pages.editor).get(forum.envelope.path)).text
    expect(own).toContain(
      '« Débat B » et « Débat C » ont lieu en même temps\u00a0: Salle A.'
        .replaceAll('« ', '«\u00a0')
        .replaceAll(' »', '\u00a0»'),
    )
    expect(await pageFaults(own)).toEqual([])
  })

  test('is in its calendar, each debate with an identity of its own', async () => {
    const calendar = await get(`${forum.envelope.path}.ics`)
    expect(calendar.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim())).toEqual([
      ...['SUMMARY:Le grand forum', 'SUMMARY:Débat A', 'SUMMARY:Débat B', 'SUMMARY:Débat C'],
    ])
    expect(new Set(calendar.match(/^UID:.*$/gm)).size).toBe(4)
  })

  test('is joined from a form that knows the forum already, by its address', async () => {
    const form = (await pages.as(pages.editor).get(`/agenda/nouveau?partOf=${forum.envelope.id}`)).text
    expect(form).toContain(`value="/agenda/${forum.envelope.id}"`)
    expect(await pageFaults(form)).toEqual([])
    const typed = await drafted(
      pages.deps,
      pages.editor,
      'event',
      { title: 'Débat D' },
      { partOf: `https://hub.example${forum.envelope.path}?page=1` },
    )
    expect(typed.fields['partOf']).toBe(forum.envelope.id)
  })
})

describe('nothing stands on a programme', () => {
  const named = (partOf: string, shared: Record<string, unknown> = {}) =>
    drafted(pages.deps, pages.editor, 'event', { title: 'Intrus', ...shared }, { partOf })

  test('that another organisation says, that is itself a debate, or that is not there', async () => {
    const other = await published(pages.deps, pages.editor, 'organisation', { title: 'Une autre' })
    await expect(named(forum.envelope.id, { organisation: other.envelope.id })).rejects.toThrow('named-here')
    await expect(named(first.envelope.id)).rejects.toThrow('named-here')
    await expect(named('nulle-part')).rejects.toThrow('named-here')
    await expect(named('javascript:alert(1)')).rejects.toThrow('named-here')
    await received(pages.deps, 'event', { title: 'Forum d’ailleurs' })
    await expect(named('forum-d-ailleurs')).rejects.toThrow('named-here')
  })

  test('by the word of another hub: its debates are on the programmes of its own events', async () => {
    const { apId } = await received(pages.deps, 'event', { title: 'Forum lointain' })
    const theirs = (partOf: string, title: string) =>
      received(pages.deps, 'event', { title, fields: event.fields.parse({ ...event.sample, partOf }) })
    await theirs(forum.envelope.id, 'Faux débat')
    await theirs(apId.split('/').at(-1) ?? '', 'Débat lointain')
    expect(await get(forum.envelope.path)).not.toContain('Faux débat')
    const [far = ''] = /\/agenda\/forum-lointain[^"]*/.exec(await get('/agenda?origin=network')) ?? []
    expect(await get(far)).toContain('Débat lointain')
  })
})

describe('a debate', () => {
  test('takes questions until it begins, and answers after', async () => {
    expect(await get(first.envelope.path)).toMatch(/<h2 id="discussion-titre">Questions<\/h2>/)
    expect(await get(forum.envelope.path)).not.toMatch(/<h2 id="discussion-titre">Questions/)
    const action = `${first.envelope.path}/commentaires`
    const form = formIn(await pages.as(pages.editor).get(first.envelope.path), action)
    await pages.as(pages.editor).post(action, { ...form, body: 'Qui finance ?' })
    pages.deps.pass(6 * 86_400_000)
    const after = await get(first.envelope.path)
    expect(after).not.toMatch(/<h2 id="discussion-titre">Questions/)
    expect(after).toContain('Qui finance')
    expect(after).toContain('<span>Question</span>')
    pages.deps.pass(-6 * 86_400_000)
  })

  test('names its forum and its minutes, with the days that they took', async () => {
    pages.deps.pass(8 * 86_400_000)
    expect((await pages.as(pages.editor).get(first.envelope.path)).text).toContain('Écrire le compte rendu')
    const minutes = await published(
      pages.deps,
      pages.editor,
      'news',
      { title: 'Ce qui s’est dit' },
      { minutesOf: first.envelope.path },
    )
    expect(minutes.fields['minutesOf']).toBe(first.envelope.id)
    const page = await get(first.envelope.path)
    expect(page).toContain('Au programme de <a')
    expect(page).toContain('Ce qui s’est dit')
    expect(page).toContain('publié 3 jours après')
    expect(await get(forum.envelope.path)).toContain('publié 3 jours après')
    pages.deps.pass(-8 * 86_400_000)
  })
})

describe('the agenda by month', () => {
  test('shows what is announced here and elsewhere, with its origin, and leaves debates to their forum', async () => {
    await received(pages.deps, 'event', { title: 'Fête d’ailleurs', placeLabel: 'Nanterre (92)' })
    const page = await get('/agenda/mois/2026-11')
    expect(page).toContain('Le grand forum')
    expect(page).toContain('Fête d’ailleurs')
    expect(page).toContain('ailleurs.example')
    expect(page).not.toContain('Débat A')
    expect((await visitor(pages).get('/agenda/mois')).location).toBe('/agenda/mois/2026-11')
    expect(await get('/agenda')).toContain('href="/agenda/mois"')
  })

  test('is narrowed by place, theme and origin, and its feeds hold our own alone', async () => {
    expect(await get('/agenda/mois/2026-11?place=92050')).not.toContain('Le grand forum')
    expect(await get('/agenda/mois/2026-11?tag=forum')).toContain('Le grand forum')
    expect(await get('/agenda/mois/2026-11?tag=rien')).toContain('Rien n’est annoncé ce mois-ci.')
    expect(await get('/agenda/mois/2026-11?origin=hub')).not.toContain('Fête d’ailleurs')
    for (const format of ['ics', 'atom']) {
      const { status, text } = await visitor(pages).get(`/agenda/mois/2026-11.${format}?tag=forum`)
      expect([status, text.includes('Le grand forum'), text.includes('ailleurs.example')]).toEqual([
        200,
        true,
        false,
      ])
    }
    expect((await visitor(pages).get('/agenda/mois/2026-11.csv')).status).toBe(404)
  })

  test('of November is counted by commune and theme, and says what the counts do not know', async () => {
    const page = await get('/agenda/mois-de-l-ess/2026')
    expect(page).toContain('Gennevilliers (92)')
    expect(page).toContain('Annoncés au nom d’une organisation')
    expect(page).toContain('qui prépare vraiment un événement, ce compte ne le sait pas')
    const empty = await get('/agenda/mois-de-l-ess/2031')
    expect(empty).toContain('pas de donnée')
    expect((await visitor(pages).get('/agenda/mois-de-l-ess')).location).toBe('/agenda/mois-de-l-ess/2026')
  })

  test('validates in both languages, empty or full, and is no page for what is no month', async () => {
    for (const locale of locales)
      for (const path of ['/agenda/mois/2026-11', '/agenda/mois/2031-02', '/agenda/mois-de-l-ess/2026']) {
        const { status, text } = await visitor(pages).get(path, { 'accept-language': locale })
        expect([path, status, await pageFaults(text)]).toEqual([path, 200, []])
      }
    for (const path of ['2026-13', '0000-01', '9999-12', 'x', '2026-11.exe'])
      expect((await visitor(pages).get(`/agenda/mois/${path}`)).status, path).toBe(404)
  })
})

test('only those who may publish see how a programme is made', async () => {
  const bare = await published(pages.deps, pages.editor, 'event', { title: 'Seul' }, { partOf: '' })
  expect(await get(bare.envelope.path)).not.toContain('Ajouter un débat')
  expect((await pages.as(await person(pages.deps, 'member')).get(bare.envelope.path)).text).not.toContain(
    'Ajouter un débat',
  )
  expect((await pages.as(pages.editor).get(bare.envelope.path)).text).toContain('Ajouter un débat')
})
