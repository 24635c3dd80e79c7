import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sessions, users } from '../../db/schema/accounts.ts'
import { createToken } from '../../server/accounts/tokens.ts'
import { pageFaults } from '../support/markup.ts'
import { pathIn } from './browser.ts'
import { openPeople, password, type People } from './hub.ts'

let hub: People
const next = 'une tout autre phrase secrète'

beforeEach(async () => {
  hub = await openPeople({ mail: true })
  await hub.person('zoe@asso.example')
})
afterEach(() => hub.close())

const asked = async () => {
  const answer = await hub.browser().post('/mot-de-passe/oubli', { email: 'zoe@asso.example' })
  expect(answer.location).toBe('/mot-de-passe/envoye')
  await vi.waitFor(() => expect(hub.deps.letters).toHaveLength(1))
  return pathIn(hub.deps.letters.pop()?.text ?? '', 'mot-de-passe')
}

test('a forgotten password is replaced by a link, and every session ends', async () => {
  const phone = await hub.signedIn('zoe@asso.example')
  const path = await asked()
  const page = await hub.browser().get(path)
  expect(await pageFaults(page.text)).toEqual([])
  const done = await hub.browser().post(path, { password: next })
  expect(done.location).toBe('/connexion')
  expect((await phone.get('/tableau-de-bord')).text).toBe('nobody')
  expect((await hub.browser().post('/connexion', { email: 'zoe@asso.example', password })).status).toBe(422)
  const entered = await hub.browser().post('/connexion', { email: 'zoe@asso.example', password: next })
  expect(entered.status).toBe(303)
})

test('a reset revokes the tokens of the person, and of nobody else, and says so before', async () => {
  const bearer = async (id: string) => ({
    authorization: `Bearer ${await createToken(hub.deps, id, { name: 'x', scopes: ['read'] })}`,
  })
  const [zoe] = await hub.deps.db.read.select().from(users)
  const stolen = await bearer(zoe?.id ?? '')
  const other = await bearer(await hub.person('ada@asso.example', { name: 'Ada' }))
  const path = await asked()
  expect((await hub.browser().get(path)).text).toContain('jetons de vos programmes')
  await hub.browser().post(path, { password: next })
  expect((await hub.browser().get('/api/v1/me', stolen)).status).toBe(401)
  expect((await hub.browser().get('/api/v1/me', other)).status).toBe(200)
})

test('the link works once, for half an hour, and not after a newer one', async () => {
  const older = await asked()
  const used = await asked()
  expect((await hub.browser().get(older)).status).toBe(410)
  await hub.browser().post(used, { password: next })
  const again = await hub.browser().post(used, { password: 'encore une autre phrase' })
  expect(again.status).toBe(410)
  expect(await pageFaults(again.text)).toEqual([])
  const late = await asked()
  hub.deps.pass(30 * 60_000)
  expect((await hub.browser().post(late, { password: next })).status).toBe(410)
})

test('looking at the link does not use it: mail scanners look', async () => {
  const path = await asked()
  for (let looks = 0; looks < 3; looks++) expect((await hub.browser().get(path)).status).toBe(200)
  expect((await hub.browser().post(path, { password: next })).status).toBe(303)
})

test('a password that is too short is refused, and the link still works', async () => {
  const path = await asked()
  const answer = await hub.browser().post(path, { password: 'trop court' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="f-password-error"')
  expect((await hub.browser().post(path, { password: next })).status).toBe(303)
})

test('asking for an unknown account gets the same answer, and no letter leaves', async () => {
  const known = await hub.browser().post('/mot-de-passe/oubli', { email: 'zoe@asso.example' })
  const unknown = await hub.browser().post('/mot-de-passe/oubli', { email: 'qui@asso.example' })
  expect([unknown.status, unknown.location, unknown.text]).toEqual([known.status, known.location, known.text])
  await vi.waitFor(() => expect(hub.deps.letters.map(({ to }) => to)).toEqual(['zoe@asso.example']))
})

test('a hub without mail sends people to an administrator, who has a link to hand over', async () => {
  const silent = await openPeople()
  const id = await silent.person('zoe@asso.example')
  await silent.person('admin@asso.example', { role: 'admin' })
  const page = await silent.browser().get('/mot-de-passe/oubli')
  expect(page.text).toContain('n’envoie pas de messages')
  expect(page.text).not.toContain('<input type="email"')
  const admin = await silent.signedIn('admin@asso.example')
  const shown = await admin.post(`/utilisateurs/${id}/lien`)
  expect(await pageFaults(shown.text)).toEqual([])
  const done = await silent.browser().post(pathIn(shown.text, 'mot-de-passe'), { password: next })
  expect(done.status).toBe(303)
  await silent.close()
})

test('nobody is signed in by a reset alone', async () => {
  const browser = hub.browser()
  await browser.post(await asked(), { password: next })
  expect(await hub.deps.db.read.select().from(sessions)).toEqual([])
  expect(browser.cookies.has('__Host-session')).toBe(false)
})
