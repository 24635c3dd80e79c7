import { isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { locales } from '../../views/language.tsx'
import { openRooms, type Rooms } from '../moderation/rooms.ts'
import { pageFaults } from '../support/markup.ts'
import { person } from '../support/publish.ts'
import { formIn } from './pages.ts'

let rooms: Rooms
let admin: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  await rooms.deps.db.write(await foundingActors(rooms.deps, { handle: 'hub', name: 'Le hub d’essai' }))
  admin = await person(rooms.deps, 'admin')
})
afterAll(() => rooms.close())

const settings = () => rooms.deps.hub.settings

/** The form as it stands, with some answers changed. */
async function save(changes: Record<string, string>) {
  const browser = rooms.as(admin)
  return browser.post('/reglages', { ...formIn(await browser.get('/reglages'), '/reglages'), ...changes })
}

const told = async () =>
  (await rooms.deps.db.read.select().from(events).where(isNull(events.doneAt))).map(({ type, subject }) => ({
    type,
    subject,
  }))

const forget = () => rooms.deps.db.write([rooms.deps.db.make.delete(events)])

test('the settings are for administrators', async () => {
  for (const path of ['/reglages', '/reglages/pages/contact']) {
    expect((await rooms.as().get(path)).status).toBe(401)
    expect((await rooms.as().post(path, { name: 'Volé', text: 'Volé' })).status).toBe(401)
    for (const role of ['moderator', 'editor', 'facilitator'] as const) {
      const browser = rooms.as(await person(rooms.deps, role))
      expect((await browser.get(path)).status).toBe(403)
      expect((await browser.post(path, { name: 'Volé', text: 'Volé' })).status).toBe(403)
    }
  }
  expect(settings().name).toBe('Le hub d’essai')
  expect(settings().contact).toBe('')
})

describe('saving', () => {
  test('keeps every answer, and the form shows it again', async () => {
    const changes = {
      locale: 'en',
      territory: '59',
      holdComments: 'always',
      readers: 'signed',
    }
    expect((await save(changes)).status).toBe(303)
    expect(settings()).toMatchObject(changes)
    expect(formIn(await rooms.as(admin).get('/reglages'), '/reglages')).toMatchObject(changes)
    await save({ locale: 'fr', territory: '', holdComments: 'first', readers: 'everyone' })
    expect(settings()).toMatchObject({
      locale: 'fr',
      territory: null,
      holdComments: 'first',
      readers: 'everyone',
    })
  })

  test('tells nobody what only concerns this hub', async () => {
    await forget()
    await save({ holdComments: 'never', territory: '92' })
    expect(await told()).toEqual([])
  })

  test('says what to mend, and keeps what was typed', async () => {
    const answer = await save({
      locale: 'xx',
      territory: '99x',
      holdComments: 'perhaps',
      readers: 'nobody',
    })
    expect(answer.status).toBe(422)
    for (const field of ['locale', 'territory', 'holdComments', 'readers'])
      expect(answer.text, field).toContain(`id="f-${field}-error"`)
    expect(settings()).toMatchObject({ locale: 'fr', territory: '92' })
  })

  test('opens no account without mail, and says why', async () => {
    expect((await rooms.as(admin).get('/reglages')).text).toMatch(/value="open" disabled/)
    const answer = await save({ registration: 'open' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Le site n’envoie pas de messages')
    expect(answer.text).not.toContain('SMTP_URL')
    expect(settings().registration).toBe('invitation')
    const mailing = await openRooms({ mail: true })
    const browser = mailing.as(await person(mailing.deps, 'admin'))
    const form = formIn(await browser.get('/reglages'), '/reglages')
    expect((await browser.post('/reglages', { ...form, registration: 'open' })).status).toBe(303)
    expect(mailing.deps.hub.settings.registration).toBe('open')
    await mailing.close()
  })
})

describe('a text of the site', () => {
  const path = '/reglages/pages/mentions-legales'

  test('is looked at before it is kept, and nothing is kept by looking', async () => {
    const browser = rooms.as(admin)
    const answer = await browser.post(path, {
      text: '## Éditeur\n\n<script>alert(1)</script>',
      end: 'preview',
    })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('<h2>Éditeur</h2>')
    expect(answer.text).not.toContain('<script>alert')
    expect(formIn(answer, path)).toMatchObject({ text: '## Éditeur\r\n\r\n<script>alert(1)</script>' })
    expect(settings().legal).toBe('')
  })

  test('is kept, and can be emptied again', async () => {
    const browser = rooms.as(admin)
    expect((await browser.post(path, { text: 'Nous, à Nanterre.', end: 'save' })).status).toBe(303)
    expect(settings().legal).toBe('Nous, à Nanterre.')
    expect((await browser.post(path, { text: '', end: 'save' })).status).toBe(303)
    expect(settings().legal).toBe('')
  })

  test('that is too long comes back whole, with its fault', async () => {
    const answer = await rooms.as(admin).post(path, { text: 'é'.repeat(30_001), end: 'save' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('é'.repeat(30_001))
    expect(settings().legal).toBe('')
  })

  test('is one of five, and no other', async () => {
    const browser = rooms.as(admin)
    for (const page of ['mentions-legales', 'confidentialite', 'conditions', 'contact', 'accessibilite'])
      expect((await browser.get(`/reglages/pages/${page}`)).status, page).toBe(200)
    for (const page of ['accueil', 'name', 'initialisedAt', 'rien'])
      expect((await browser.post(`/reglages/pages/${page}`, { text: 'x' })).status, page).toBe(404)
  })
})

test('address and handle are shown, with why they stay once something has left', async () => {
  const browser = rooms.as(admin)
  const before = await browser.get('/reglages')
  expect(before.text).toContain('@hub@hub.example')
  expect(before.text).toContain('Rien n’est encore parti')
  const { deps } = rooms
  await deps.db.write(deps.hub.steps({ federatedAt: deps.now() }, null, deps.now()))
  await deps.hub.reload()
  expect((await browser.get('/reglages')).text).toContain('Fixés depuis le 23 novembre 2026')
  await save({ handle: 'autre', publicUrl: 'https://autre.example' })
  expect(settings().handle).toBe('hub')
  expect(deps.hub.origin).toBe('https://hub.example')
})

test.each(locales)('every page of the settings is sound in %s', async (locale) => {
  const browser = rooms.as({ ...admin, locale })
  const pages = [
    await browser.get('/reglages'),
    await browser.post('/reglages', {}),
    await browser.get('/reglages/pages/confidentialite'),
    await browser.post('/reglages/pages/contact', { text: '- a\n- b', end: 'preview' }),
  ]
  for (const { text } of pages) expect(await pageFaults(text)).toEqual([])
})
