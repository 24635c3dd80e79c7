import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { pageFaults } from '../support/markup.ts'
import { pathIn } from './browser.ts'
import { openPeople, password, type People } from './hub.ts'

let hub: People

beforeEach(async () => {
  hub = await openPeople({ mail: true })
  await hub.person('admin@asso.example', { role: 'admin', name: 'Ada' })
})
afterEach(() => hub.close())

const settings = async (changes: Parameters<typeof hub.deps.hub.steps>[0]) => {
  await hub.deps.db.write(hub.deps.hub.steps(changes, null, hub.deps.now()))
  await hub.deps.hub.reload()
}

const letterTo = async (to: string) => {
  await vi.waitFor(() => expect(hub.deps.letters.map((letter) => letter.to)).toContain(to))
  return hub.deps.letters.find((letter) => letter.to === to)?.text ?? ''
}

test('by default accounts are by invitation, and a request sent anyway is refused', async () => {
  const page = await hub.browser().get('/inscription')
  expect(page.text).toContain('Les comptes sont sur invitation')
  expect(await pageFaults(page.text)).toEqual([])
  const answer = await hub.browser().post('/inscription', { name: 'Luc', email: 'luc@asso.example' })
  expect(answer.status).toBe(403)
})

test('an open hub without mail stays closed: nobody could confirm an address', async () => {
  const silent = await openPeople()
  await silent.deps.db.write(silent.deps.hub.steps({ registration: 'open' }, null, 1))
  await silent.deps.hub.reload()
  expect((await silent.browser().get('/inscription')).text).toContain('Les comptes sont sur invitation')
  expect((await silent.browser().post('/inscription', { name: 'Luc', email: 'l@x.example' })).status).toBe(
    403,
  )
  await silent.close()
})

test('on request: the address is confirmed, then an administrator accepts, then the person enters', async () => {
  await settings({ registration: 'open' })
  expect(await pageFaults((await hub.browser().get('/inscription')).text)).toEqual([])
  const asked = await hub.browser().post('/inscription', { name: 'Luc Petit', email: 'luc@asso.example' })
  expect(asked.location).toBe('/inscription/envoyee')
  const path = pathIn(await letterTo('luc@asso.example'), 'confirmer')
  expect(await hub.deps.db.read.select().from(users)).toHaveLength(1)
  expect(await pageFaults((await hub.browser().get(path)).text)).toEqual([])
  expect((await hub.browser().post(path, { password: 'court' })).status).toBe(422)
  expect((await hub.browser().post(path, { password })).location).toBe('/inscription/confirmee')
  expect((await hub.browser().get(path)).status).toBe(410)
  const waits = await hub.browser().post('/connexion', { email: 'luc@asso.example', password })
  expect(waits.status).toBe(403)

  expect(await letterTo('admin@asso.example')).toContain('/utilisateurs')
  const admin = await hub.signedIn('admin@asso.example')
  const list = await admin.get('/utilisateurs')
  const approval = /\/utilisateurs\/[0-9a-f-]+\/accord/.exec(list.text)?.[0] ?? ''
  expect((await admin.post(approval)).status).toBe(303)
  await hub.signedIn('luc@asso.example')
  expect((await admin.post(approval)).status).toBe(409)
})

test('a request that is declined leaves nothing behind', async () => {
  await settings({ registration: 'open' })
  await hub.browser().post('/inscription', { name: 'Luc Petit', email: 'luc@asso.example' })
  await hub.browser().post(pathIn(await letterTo('luc@asso.example'), 'confirmer'), { password })
  const admin = await hub.signedIn('admin@asso.example')
  const refusal = /\/utilisateurs\/[0-9a-f-]+\/refus/.exec((await admin.get('/utilisateurs')).text)?.[0] ?? ''
  expect((await admin.post(refusal)).status).toBe(303)
  expect(await hub.deps.db.read.select().from(users)).toMatchObject([{ email: 'admin@asso.example' }])
})

test('asking for an account tells nobody who has one; the owner is told by letter', async () => {
  await settings({ registration: 'open' })
  const known = await hub.browser().post('/inscription', { name: 'X', email: 'admin@asso.example' })
  const unknown = await hub
    .browser('192.0.2.2')
    .post('/inscription', { name: 'X', email: 'luc@asso.example' })
  expect([known.status, known.location, known.text]).toEqual([unknown.status, unknown.location, unknown.text])
  expect(await letterTo('admin@asso.example')).toContain('en a déjà un')
})

test('no letter repeats what a stranger typed', async () => {
  await settings({ registration: 'open' })
  const name = 'Gagnez sur casino.example'
  await hub.browser().post('/inscription', { name, email: 'luc@asso.example' })
  expect(await letterTo('luc@asso.example')).not.toContain('casino')
})

test('nobody is flooded: the fourth letter of an hour to one address does not leave', async () => {
  await settings({ registration: 'open' })
  const statuses = []
  for (let times = 0; times < 4; times++) {
    const browser = hub.browser(`198.51.100.${times}`)
    statuses.push((await browser.post('/inscription', { name: 'X', email: 'luc@asso.example' })).status)
  }
  expect(statuses).toEqual([303, 303, 303, 429])
})
