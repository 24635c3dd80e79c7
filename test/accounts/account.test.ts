import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { apiTokens, sessions } from '../../db/schema/accounts.ts'
import { events } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { submitted } from '../support/form.ts'
import { pageFaults } from '../support/markup.ts'
import { pathIn } from './browser.ts'
import { openPeople, password, type People } from './hub.ts'

const minute = 60_000
const next = 'une tout autre phrase secrète'
let hub: People

beforeEach(async () => {
  hub = await openPeople({ mail: true })
  await hub.person('admin@asso.example', { role: 'admin', name: 'Ada' })
  await hub.person('zoe@asso.example')
})
afterEach(() => hub.close())

const cookieOf = (browser: { cookies: Map<string, string> }) => browser.cookies.get('__Host-session')

test.each([
  '/compte',
  '/compte/mot-de-passe',
  '/compte/adresse',
  '/compte/jetons',
  '/compte/suppression',
  '/compte/fedivers',
  '/compte/verification',
])('%s is a sound page for its owner, and asks visitors to sign in', async (path) => {
  const browser = await hub.signedIn('zoe@asso.example')
  const page = await browser.get(path)
  expect(page.status).toBe(200)
  expect(await pageFaults(page.text)).toEqual([])
  expect(page.headers.get('cache-control')).toBe('private, no-store')
  expect((await hub.browser().get(path)).status).toBe(401)
})

test('name and language are changed together, and shown at once', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  const form = submitted((await browser.get('/compte')).text)
  expect(form).toMatchObject({ name: 'Zoé Martin', locale: 'fr' })
  expect((await browser.post('/compte', { name: 'Zoé M.', locale: 'en' })).status).toBe(303)
  const page = await browser.get('/compte')
  expect(page.text).toContain('My account')
  expect(page.text).toContain('value="Zoé M."')
  expect(page.text).toContain('Your account is up to date.')
  const wrong = await browser.post('/compte', { name: '  ', locale: 'en' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('id="f-name-error"')
})

test('a new password ends every other session, and this one goes on under a new cookie', async () => {
  const here = await hub.signedIn('zoe@asso.example')
  const phone = await hub.signedIn('zoe@asso.example')
  const before = cookieOf(here)
  const wrong = await here.post('/compte/mot-de-passe', { current: 'pas le bon', password: next })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('id="f-current-error"')
  expect((await phone.get('/tableau-de-bord')).text).toBe('Zoé Martin')
  expect((await here.post('/compte/mot-de-passe', { current: password, password: next })).status).toBe(303)
  expect((await phone.get('/tableau-de-bord')).text).toBe('nobody')
  expect((await here.get('/tableau-de-bord')).text).toBe('Zoé Martin')
  expect(cookieOf(here)).not.toBe(before)
  const entered = await hub.browser().post('/connexion', { email: 'zoe@asso.example', password: next })
  expect(entered.status).toBe(303)
})

test('a new password revokes the tokens that the old one could have made, and says so before', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  await browser.post('/compte/jetons', { name: 'Notre site', scopes: 'read' })
  expect((await browser.get('/compte/mot-de-passe')).text).toContain('jetons de vos programmes')
  await browser.post('/compte/mot-de-passe', { current: password, password: next })
  expect(await hub.deps.db.read.select().from(apiTokens)).toMatchObject([{ revokedAt: hub.deps.now() }])
  expect((await browser.get('/compte/jetons')).text).not.toContain('Notre site')
})

test('after ten minutes the password is asked again, and the session is a new one', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  expect((await browser.get('/compte/jetons')).status).toBe(200)
  hub.deps.pass(10 * minute)
  const asked = await browser.get('/compte/jetons')
  expect(asked.location).toBe('/compte/verification?retour=%2Fcompte%2Fjetons')
  expect((await browser.post('/compte/jetons', { name: 'x', scopes: 'read' })).status).toBe(303)
  expect(await hub.deps.db.read.select().from(apiTokens)).toEqual([])
  const wrong = await browser.post('/compte/verification', { password: 'non', retour: '/compte/jetons' })
  expect(wrong.status).toBe(422)
  const before = cookieOf(browser)
  const right = await browser.post('/compte/verification', { password, retour: '/compte/jetons' })
  expect(right.location).toBe('/compte/jetons')
  expect(cookieOf(browser)).not.toBe(before)
  expect((await browser.get('/compte/jetons')).status).toBe(200)
  const away = await browser.post('/compte/verification', { password, retour: '//ailleurs.example' })
  expect(away.location).toBe('/compte')
})

test('a stolen session cannot guess the password for ever', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  for (let tries = 0; tries < 10; tries++) await browser.post('/compte/verification', { password: 'non' })
  expect((await browser.post('/compte/verification', { password })).status).toBe(429)
})

test('a person sees their devices and ends one, or all the others', async () => {
  const here = await hub.signedIn('zoe@asso.example')
  const phone = await hub.signedIn('zoe@asso.example')
  const office = await hub.signedIn('zoe@asso.example')
  const page = await here.get('/compte')
  expect(page.text).toContain('Firefox sur Linux')
  const ends = page.text.match(/\/compte\/appareils\/[0-9a-f]{64}\/fin/g) ?? []
  expect(ends).toHaveLength(2)
  expect((await here.post(ends[0] ?? '')).status).toBe(303)
  expect(await hub.deps.db.read.select().from(sessions)).toHaveLength(2)
  await here.post('/compte/appareils/fin')
  expect((await phone.get('/tableau-de-bord')).text).toBe('nobody')
  expect((await office.get('/tableau-de-bord')).text).toBe('nobody')
  expect((await here.get('/tableau-de-bord')).text).toBe('Zoé Martin')
})

test('nobody ends the session of another person', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  const [victim] = await hub.deps.db.read.select().from(sessions)
  const browser = await hub.signedIn('zoe@asso.example')
  await browser.post(`/compte/appareils/${victim?.id}/fin`)
  expect((await admin.get('/tableau-de-bord')).text).toBe('Ada')
})

test('a new address counts once it is confirmed, and the old one is told', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  await browser.post('/compte/adresse', { email: 'Zoe.Martin@autre.example' })
  await vi.waitFor(() => expect(hub.deps.letters).toHaveLength(1))
  expect((await browser.get('/compte')).text).toContain('zoe@asso.example')
  const letter = hub.deps.letters.pop()
  expect(letter?.to).toBe('zoe.martin@autre.example')
  const path = pathIn(letter?.text ?? '', 'confirmer')
  const page = await browser.get(path)
  expect(await pageFaults(page.text)).toEqual([])
  expect((await browser.post(path)).location).toBe('/compte')
  expect((await browser.get('/compte')).text).toContain('zoe.martin@autre.example')
  expect((await browser.post(path)).status).toBe(410)
  await vi.waitFor(() => expect(hub.deps.letters.map(({ to }) => to)).toEqual(['zoe@asso.example']))
})

test('asking for an address that has an account tells nothing here', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  expect((await browser.post('/compte/adresse', { email: 'admin@asso.example' })).location).toBe('/compte')
  await vi.waitFor(() => expect(hub.deps.letters.map(({ to }) => to)).toEqual(['admin@asso.example']))
  expect(hub.deps.letters[0]?.text).not.toContain('/confirmer/')
})

test('a member is seen by other servers only on request, under a free name, and a new name of theirs is told', async () => {
  const { db } = hub.deps
  const browser = await hub.signedIn('zoe@asso.example')
  expect(await db.read.select().from(actors)).toEqual([])
  for (const handle of ['emplois', 'Zoé Martin!']) {
    const wrong = await browser.post('/compte/fedivers', { handle })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('id="f-handle-error"')
  }
  expect((await browser.post('/compte/fedivers', { handle: 'zoe' })).status).toBe(303)
  expect((await browser.get('/compte')).text).toContain('@zoe@hub.example')
  await browser.post('/compte', { name: 'Zoé M.', locale: 'fr' })
  expect(await db.read.select().from(actors)).toMatchObject([{ handle: 'zoe', name: 'Zoé M.' }])
  expect(await db.read.select().from(events)).toMatchObject([
    { type: 'actor.updated', subject: '/ap/actors/zoe' },
  ])
})
