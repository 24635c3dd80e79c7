import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { entries, events } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Browser } from '../accounts/browser.ts'
import { pageFaults } from '../support/markup.ts'
import { begun, drafted, person, published } from '../support/publish.ts'
import { read } from '../support/read.ts'
import { formIn, openPages, type Pages } from './pages.ts'

let pages: Pages
let editor: Viewer
let desk: Browser
beforeEach(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
  desk = pages.as(editor)
})
afterEach(() => pages.close())

const fresh = async (path: string, browser = desk) => formIn(await browser.get(path), path)
const rows = () => pages.deps.db.read.select().from(entries)
const told = async (type: string) =>
  (await pages.deps.db.read.select().from(events).where(eq(events.type, type))).length

const event = { title: 'Forum', venue: 'La Halle', capacity: '120', registration: 'none', body: 'À venir.' }

describe('an event whose date is open', () => {
  test('is kept, found again as it was typed, refused by name, and published once with its date', async () => {
    const form = { ...(await fresh('/agenda/nouveau')), ...event }
    const saved = await desk.post('/agenda/nouveau', { ...form, outcome: 'draft' })
    expect(saved.status).toBe(303)
    const edit = saved.location ?? ''

    const opened = await desk.get(edit)
    expect(await pageFaults(opened.text)).toEqual([])
    expect(read(opened.text)).toContain('Il manque encore : Début')
    const again = formIn(opened, edit)
    expect(again).toMatchObject({ ...event, start: '', timeZone: 'Europe/Paris' })

    const refused = await desk.post(edit, { ...again, capacity: '80', outcome: 'publish' })
    expect(refused.status).toBe(422)
    expect(await pageFaults(refused.text)).toEqual([])
    expect(refused.text).toContain('href="#f-start"')
    expect(refused.text).toContain('id="f-start-error"')
    const kept = formIn(refused, edit)
    expect(kept).toMatchObject({ ...event, capacity: '80', start: '' })

    const whole = { ...kept, start: '2026-12-01T18:00', outcome: 'publish' }
    const [first, second] = [await desk.post(edit, whole), await desk.post(edit, whole)]
    expect(first).toMatchObject({ status: 303, location: '/agenda/forum' })
    expect(second).toMatchObject({ status: 303, location: '/agenda/forum' })
    expect(await told('entry.published')).toBe(1)
    expect(await rows()).toMatchObject([{ state: 'published', unfinished: null }])
    expect(read((await pages.as().get('/agenda/forum')).text)).toContain('80 places')
  })

  test('is one draft when the form comes five times at once', async () => {
    const form = { ...(await fresh('/agenda/nouveau')), ...event, outcome: 'draft' }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => desk.post('/agenda/nouveau', form)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    expect(await rows()).toMatchObject([{ revision: 1, startsAt: null }])
  })

  test('still needs a title, and values that are right where there are any', async () => {
    const wrong = { title: '', end: '2026-02-30T10:00', capacity: 'beaucoup', venue: 'La Halle' }
    const form = { ...(await fresh('/agenda/nouveau')), ...wrong, outcome: 'draft' }
    const answer = await desk.post('/agenda/nouveau', form)
    expect(answer.status).toBe(422)
    expect(formIn(answer, '/agenda/nouveau')).toMatchObject(wrong)
    for (const name of ['title', 'end', 'capacity']) expect(answer.text).toContain(`id="f-${name}-error"`)
    expect(answer.text).not.toContain('id="f-start-error"')
    expect(await rows()).toEqual([])
  })
})

describe('an unfinished draft', () => {
  test('says so where its people see it, with what is missing and what is known', async () => {
    const { envelope } = await begun(pages.deps, editor, 'event', {
      title: 'Forum',
      body: 'Tout le **texte**.',
    })
    expect(read((await desk.get('/brouillons')).text)).toMatch(/Incomplet.*Il manque encore : Début/)
    for (const path of [envelope.path, `${envelope.path}/apercu`]) {
      const { status, text } = await desk.get(path)
      expect(status).toBe(200)
      expect(await pageFaults(text)).toEqual([])
      expect(read(text)).toContain('Il manque encore : Début')
      expect(text).toContain('<strong>texte</strong>')
      expect(text).toContain('Maison des associations')
      expect(text).not.toContain('28 novembre')
    }
    const preview = await desk.get(`${envelope.path}/apercu`)
    expect(preview.text).toContain('une fois le brouillon complet')
    const english = await pages.as({ ...editor, locale: 'en' }).get('/brouillons')
    expect(read(english.text)).toMatch(/Unfinished.*Still missing: Start/)
  })

  test('is previewed from the editor all the same', async () => {
    const form = {
      ...(await fresh('/emplois/nouveau')),
      title: 'Un poste',
      hours: '24,5',
      outcome: 'preview',
    }
    const answer = await desk.post('/emplois/nouveau', form)
    expect(answer.status).toBe(303)
    expect(read((await desk.get(answer.location ?? '')).text)).toMatch(/Il manque encore : Contrat.*24,5/)
  })

  test.each(['publication', 'relecture', 'cloture'])('does not leave by its %s', async (act) => {
    const { envelope } = await begun(pages.deps, editor, 'job', { title: 'Pas encore' })
    const sent: Record<string, string> = act === 'cloture' ? { _method: 'DELETE' } : {}
    const answer = await desk.post(`${envelope.path}/${act}`, sent)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="f-contract-error"')
    expect(formIn(answer, `${envelope.path}/modifier`)).toMatchObject({ title: 'Pas encore', hours: '35' })
    expect(await rows()).toMatchObject([{ state: 'draft', revision: 1 }])
    expect(await told('entry.published')).toBe(0)
  })

  test('is not proposed for review from the editor either', async () => {
    const author = pages.as(await person(pages.deps, 'contributor'))
    const form = { ...(await fresh('/emplois/nouveau', author)), title: 'Un poste', applyText: 'Ici.' }
    const answer = await author.post('/emplois/nouveau', { ...form, outcome: 'review' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="f-contract-error"')
    expect(await rows()).toEqual([])
    expect((await author.post('/emplois/nouveau', { ...form, outcome: 'draft' })).status).toBe(303)
  })

  test('that two people complete at once shows both what is known', async () => {
    const { envelope } = await begun(pages.deps, editor, 'job', { title: 'Un poste' })
    const edit = `${envelope.path}/modifier`
    const mine = await fresh(edit)
    const other = pages.as(await person(pages.deps, 'editor'))
    await other.post(edit, {
      ...(await fresh(edit, other)),
      contract: 'benevolat',
      payMin: '',
      payMax: '',
      outcome: 'draft',
    })
    const answer = await desk.post(edit, { ...mine, payMin: '1950', outcome: 'draft' })
    expect(answer.status).toBe(409)
    expect(await pageFaults(answer.text)).toEqual([])
    const differs = read(/<table.*?<\/table>/s.exec(answer.text)?.[0] ?? '')
    expect(differs).toMatch(/Contrat Bénévolat vide.*vide 1950/)
    expect((await desk.post(edit, { ...formIn(answer, edit), outcome: 'draft' })).status).toBe(303)
    expect(await rows()).toMatchObject([{ unfinished: { payMin: 1950 } }])
  })

  test('can be thrown away', async () => {
    const { envelope } = await begun(pages.deps, editor, 'job')
    expect((await desk.post(envelope.path, { _method: 'DELETE' })).location).toBe('/brouillons')
    expect((await desk.get(envelope.path)).status).toBe(404)
  })
})

describe('what is whole', () => {
  test('becomes an unfinished draft again while it is a draft, and never once others read it', async () => {
    const draft = await drafted(pages.deps, editor, 'job', { title: 'À revoir' })
    const open = await published(pages.deps, editor, 'job', { title: 'En ligne' })
    for (const [{ envelope }, outcome, status] of [
      [draft, 'draft', 303],
      [open, 'draft', 422],
      [open, 'preview', 422],
      [open, 'publish', 422],
    ] as const) {
      const edit = `${envelope.path}/modifier`
      const form = { ...(await fresh(edit)), contract: '', outcome }
      const answer = await desk.post(edit, form)
      expect(answer.status, outcome).toBe(status)
      if (status === 422) expect(answer.text).toContain('id="f-contract-error"')
    }
    expect((await pages.as().get(open.envelope.path)).text).toContain('CDD')
  })

  test('stays whole while it waits for review', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'job')
    const edit = `${envelope.path}/modifier`
    const words = 'Un brouillon peut rester incomplet'
    expect(read((await desk.get(edit)).text)).toContain(words)
    await desk.post(`${envelope.path}/relecture`)
    expect(read((await desk.get(edit)).text)).not.toContain(words)
    const answer = await desk.post(edit, { ...(await fresh(edit)), contract: '', outcome: 'draft' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="f-contract-error"')
    expect(await rows()).toMatchObject([{ state: 'review', unfinished: null }])
  })
})
