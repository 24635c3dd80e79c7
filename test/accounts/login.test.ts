import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sessions, users } from '../../db/schema/accounts.ts'
import { pageFaults } from '../support/markup.ts'
import { openPeople, password, type People } from './hub.ts'

const minute = 60_000
const day = 24 * 60 * minute
let hub: People

beforeEach(async () => {
  hub = await openPeople()
  await hub.person('zoe@asso.example')
})
afterEach(() => hub.close())

test('a person signs in, is known on the next page, and signs out', async () => {
  const browser = hub.browser()
  const page = await browser.get('/connexion?retour=%2Ftableau-de-bord')
  expect(await pageFaults(page.text)).toEqual([])
  const entered = await browser.post('/connexion', { email: 'Zoe@Asso.example ', password })
  expect(entered.status).toBe(303)
  expect(entered.location).toBe('/tableau-de-bord')
  expect((await browser.get('/tableau-de-bord')).text).toBe('Zoé Martin')
  const left = await browser.post('/deconnexion')
  expect(left.status).toBe(303)
  expect((await browser.get('/tableau-de-bord')).text).toBe('nobody')
  expect(await hub.deps.db.read.select().from(sessions)).toEqual([])
})

test('the cookie is bound to the host, hidden from scripts, and kept from other sites’ forms', async () => {
  const answer = await hub.browser().post('/connexion', { email: 'zoe@asso.example', password })
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-session='))
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; Secure/)
  expect(cookie).toMatch(/; SameSite=Lax/)
  expect(cookie).toMatch(/; Path=\//)
  expect(cookie).not.toMatch(/Domain/)
})

test('a hub without https uses a plain cookie, which the browser would otherwise refuse', async () => {
  const plain = await openPeople({ env: { PUBLIC_URL: 'http://localhost:3000' } })
  await plain.person('zoe@asso.example')
  const browser = await plain.signedIn('zoe@asso.example')
  expect([...browser.cookies.keys()]).toContain('session')
  expect((await browser.get('/tableau-de-bord')).text).toBe('Zoé Martin')
  await plain.close()
})

test('the table of sessions opens no session: it holds hashes', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  const secret = browser.cookies.get('__Host-session') ?? ''
  const rows = await hub.deps.db.read.select().from(sessions)
  expect(rows).toHaveLength(1)
  expect(secret.length).toBeGreaterThanOrEqual(40)
  expect(JSON.stringify(rows)).not.toContain(secret)
  const thief = hub.browser()
  thief.cookies.set('__Host-session', rows[0]?.id ?? '')
  expect((await thief.get('/tableau-de-bord')).text).toBe('nobody')
})

test('signing in begins a new session and ends the one that was there before', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  const before = browser.cookies.get('__Host-session')
  await browser.post('/connexion', { email: 'zoe@asso.example', password })
  expect(browser.cookies.get('__Host-session')).not.toBe(before)
  expect(await hub.deps.db.read.select().from(sessions)).toHaveLength(1)
})

test('a session that is used goes on, one that is not used ends after thirty days', async () => {
  const used = await hub.signedIn('zoe@asso.example')
  const forgotten = await hub.signedIn('zoe@asso.example')
  hub.deps.pass(10 * day)
  expect((await used.get('/tableau-de-bord')).headers.getSetCookie()).toEqual([])
  hub.deps.pass(10 * day)
  const prolonged = await used.get('/tableau-de-bord')
  expect(prolonged.headers.getSetCookie().join()).toContain('__Host-session=')
  hub.deps.pass(20 * day)
  expect((await used.get('/tableau-de-bord')).text).toBe('Zoé Martin')
  const answer = await forgotten.get('/tableau-de-bord')
  expect(answer.text).toBe('nobody')
  expect(answer.headers.getSetCookie().join()).toContain('Max-Age=0')
  expect(await hub.deps.db.read.select().from(sessions)).toHaveLength(1)
})

test('a wrong password and an unknown account get the same answer, and the address typed is kept', async () => {
  const wrong = await hub.browser().post('/connexion', { email: 'zoe@asso.example', password: 'pas le bon' })
  const unknown = await hub
    .browser()
    .post('/connexion', { email: 'qui@asso.example', password: 'pas le bon' })
  expect(wrong.status).toBe(422)
  expect(unknown.status).toBe(422)
  expect(unknown.text.replaceAll('qui@', 'zoe@')).toBe(wrong.text)
  expect(wrong.text).toContain('value="zoe@asso.example"')
  expect(wrong.text).toContain('id="f-password-error"')
  expect(wrong.text).not.toContain('pas le bon')
  expect(await pageFaults(wrong.text)).toEqual([])
})

test('an empty form says which fields are missing', async () => {
  const answer = await hub.browser().post('/connexion', {})
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="f-email-error"')
  expect(answer.text).toContain('id="f-password-error"')
})

test('an account that waits or is closed says so only to who has its password', async () => {
  await hub.person('attend@asso.example', { state: 'pending' })
  await hub.person('fermee@asso.example', { state: 'disabled' })
  for (const email of ['attend@asso.example', 'fermee@asso.example']) {
    const right = await hub.browser().post('/connexion', { email, password })
    expect(right.status).toBe(403)
    expect(right.headers.getSetCookie().join()).not.toContain('session=')
    const wrong = await hub.browser().post('/connexion', { email, password: 'non' })
    expect(wrong.status).toBe(422)
  }
})

test('an account closed meanwhile is out at the next page', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  const { db } = hub.deps
  await db.write([
    db.make.update(users).set({ state: 'disabled' }).where(eq(users.email, 'zoe@asso.example')),
  ])
  expect((await browser.get('/tableau-de-bord')).text).toBe('nobody')
})

test.each([
  'https://ailleurs.example/',
  '//ailleurs.example/',
  '/\\ailleurs.example',
  '/\t/ailleurs.example',
  '/.//ailleurs.example',
  'javascript:alert(1)',
  '/deconnexion',
])('signing in never leads away: %s', async (retour) => {
  const answer = await hub.browser().post('/connexion', { email: 'zoe@asso.example', password, retour })
  expect(answer.location).toBe('/tableau-de-bord')
})

test('signing in leads back to the page that asked for it', async () => {
  const retour = '/emplois/nouveau?de=menu'
  const answer = await hub.browser().post('/connexion', { email: 'zoe@asso.example', password, retour })
  expect(answer.location).toBe(retour)
})

test('a body that is no form is refused, and not a fault of the hub', async () => {
  const answer = await hub.browser().send('/connexion', {
    method: 'POST',
    body: 'broken',
    headers: { 'content-type': 'multipart/form-data', origin: hub.deps.hub.origin },
  })
  expect(answer.status).toBe(422)
})

test('who may not go on is shown whom to ask, and comes back to the page with another account', async () => {
  await hub.person('ada@asso.example', { role: 'admin' })
  const browser = await hub.signedIn('zoe@asso.example')
  const refused = await browser.get('/utilisateurs')
  expect(refused.status).toBe(403)
  expect(await pageFaults(refused.text)).toEqual([])
  const main = refused.text.slice(refused.text.indexOf('<main'))
  for (const href of ['/contact', '/']) expect(main).toContain(`href="${href}"`)
  expect(main).toContain('action="/recherche"')
  expect(main).toContain('Se connecter avec un autre compte')
  const out = await browser.post('/deconnexion', { autrement: '/utilisateurs' })
  expect(out.location).toBe('/connexion?retour=%2Futilisateurs')
  const back = await browser.post('/connexion', {
    email: 'ada@asso.example',
    password,
    retour: '/utilisateurs',
  })
  expect(back.location).toBe('/utilisateurs')
  const away = await browser.post('/deconnexion', { autrement: '//ailleurs.example' })
  expect(away.location).toBe('/connexion?retour=%2Ftableau-de-bord')
})

test('a form longer than any form about people is refused', async () => {
  const answer = await hub.browser().post('/connexion', { email: 'x'.repeat(70_000), password })
  expect(answer.status).toBe(413)
})
