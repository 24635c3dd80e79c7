import { afterEach, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { memberships, users } from '../../db/schema/accounts.ts'
import { entries } from '../../db/schema/entries.ts'
import { changeRole, createUser, disable } from '../../server/accounts/accounts.ts'
import { deleteAccount } from '../../server/accounts/departure.ts'
import { userById, viewerOf } from '../../server/accounts/store.ts'
import { pageFaults } from '../support/markup.ts'
import { openPeople, password, type People } from './hub.ts'

let hub: People
let ada: string
let zoe: string

beforeEach(async () => {
  hub = await openPeople()
  ada = await hub.person('admin@asso.example', { role: 'admin', name: 'Ada' })
  zoe = await hub.person('zoe@asso.example')
})
afterEach(() => hub.close())

const roleOf = async (id: string) =>
  (await hub.deps.db.read.select({ role: users.role }).from(users).where(eq(users.id, id)))[0]?.role

const viewer = async (id: string) => {
  const user = await userById(hub.deps.db, id)
  if (user === undefined) throw new Error('no such account')
  return viewerOf(hub.deps.db, user, null)
}

test('an administrator changes a role, and the person signs in again with it', async () => {
  const member = await hub.signedIn('zoe@asso.example')
  const admin = await hub.signedIn('admin@asso.example')
  const page = await admin.get(`/utilisateurs/${zoe}`)
  expect(await pageFaults(page.text)).toEqual([])
  const done = await admin.post(`/utilisateurs/${zoe}/role`, { role: 'editor' })
  expect(done.location).toBe(`/utilisateurs/${zoe}`)
  expect(await roleOf(zoe)).toBe('editor')
  expect((await member.get('/tableau-de-bord')).text).toBe('nobody')
  expect((await admin.post(`/utilisateurs/${zoe}/role`, { role: 'empereur' })).status).toBe(422)
  expect((await admin.post(`/utilisateurs/inconnu/role`, { role: 'editor' })).status).toBe(404)
})

test('the last administrator can neither step down nor be closed', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  const down = await admin.post(`/utilisateurs/${ada}/role`, { role: 'member' })
  expect(down.status).toBe(422)
  expect(down.text).toContain('nommez-en d’abord une autre')
  expect(await pageFaults(down.text)).toEqual([])
  expect((await admin.post(`/utilisateurs/${ada}/fermeture`)).status).toBe(422)
  expect(await roleOf(ada)).toBe('admin')
})

test('the rule of the last administrator holds in the database, whatever a page believed', async () => {
  const second = await hub.person('bis@asso.example', { role: 'admin' })
  const both = await Promise.allSettled([
    changeRole(hub.deps, 'console', ada, 'member'),
    disable(hub.deps, 'console', second),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [last] = await hub.deps.db.read.select().from(users).where(eq(users.role, 'admin'))
  await expect(deleteAccount(hub.deps, await viewer(last?.id ?? ''), [])).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('with a second administrator the first may step down', async () => {
  await hub.person('bis@asso.example', { role: 'admin' })
  const admin = await hub.signedIn('admin@asso.example')
  expect((await admin.post(`/utilisateurs/${ada}/role`, { role: 'member' })).status).toBe(303)
  expect(await roleOf(ada)).toBe('member')
})

test('a closed account is out at once, stays out, and can be opened again', async () => {
  const member = await hub.signedIn('zoe@asso.example')
  const admin = await hub.signedIn('admin@asso.example')
  expect((await admin.post(`/utilisateurs/${zoe}/fermeture`, { reason: ' ' })).status).toBe(422)
  await admin.post(`/utilisateurs/${zoe}/fermeture`, { reason: 'Compte partagé' })
  expect((await member.get('/tableau-de-bord')).text).toBe('nobody')
  expect((await hub.browser().post('/connexion', { email: 'zoe@asso.example', password })).status).toBe(403)
  const page = await admin.get(`/utilisateurs/${zoe}`)
  expect(page.text).toContain('Rouvrir le compte')
  expect(await pageFaults(page.text)).toEqual([])
  await admin.post(`/utilisateurs/${zoe}/ouverture`)
  await hub.signedIn('zoe@asso.example')
})

test('a person may speak for several hosted organisations, each with a role, and stop', async () => {
  const { db } = hub.deps
  for (const id of ['o1', 'o2'])
    await db.write([
      db.make.insert(entries).values({
        id,
        kind: 'organisation',
        slug: id,
        title: `Structure ${id}`,
        state: 'published',
        createdAt: 1,
        updatedAt: 1,
      }),
    ])
  const admin = await hub.signedIn('admin@asso.example')
  const path = `/utilisateurs/${zoe}/organisations`
  await admin.post(path, { organisation: 'o1', organisationRole: 'editor' })
  await admin.post(path, { organisation: 'o2', organisationRole: 'contributor' })
  expect((await admin.post(path, { organisation: 'o3', organisationRole: 'editor' })).status).toBe(404)
  expect((await viewer(zoe)).memberships).toEqual([
    { organisationId: 'o1', role: 'editor' },
    { organisationId: 'o2', role: 'contributor' },
  ])
  const page = await admin.get(`/utilisateurs/${zoe}`)
  expect(page.text).toContain('Structure o1')
  expect(await pageFaults(page.text)).toEqual([])
  await admin.post(`${path}/o1/retrait`)
  expect(await db.read.select().from(memberships)).toMatchObject([{ organisationId: 'o2' }])
})

test.each(['role', 'organisations', 'lien', 'fermeture', 'ouverture', 'accord', 'refus'])(
  'nobody but an administrator may post to /utilisateurs/…/%s',
  async (act) => {
    await hub.person('mod@asso.example', { role: 'moderator' })
    const moderator = await hub.signedIn('mod@asso.example')
    const answer = await moderator.post(`/utilisateurs/${ada}/${act}`, { role: 'admin' })
    expect(answer.status).toBe(403)
    expect(await roleOf(ada)).toBe('admin')
    expect((await hub.browser().post(`/utilisateurs/${ada}/${act}`, { role: 'member' })).status).toBe(401)
  },
)

test('changing people needs the password of the last ten minutes', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  hub.deps.pass(11 * 60_000)
  const answer = await admin.post(`/utilisateurs/${zoe}/role`, { role: 'admin' })
  expect(answer.location).toBe(`/compte/verification?retour=${encodeURIComponent(`/utilisateurs/${zoe}`)}`)
  expect(await roleOf(zoe)).toBe('member')
})

test('whoever holds the machine makes accounts without a page; they enter once they have a password', async () => {
  const id = await createUser(hub.deps, 'console', { email: 'Luc@asso.example', name: 'Luc', role: 'editor' })
  expect(await userById(hub.deps.db, id)).toMatchObject({ email: 'luc@asso.example', passwordHash: null })
  const answer = await hub.browser().post('/connexion', { email: 'luc@asso.example', password: '' })
  expect(answer.status).toBe(422)
  const member = await viewer(zoe)
  await expect(
    createUser(hub.deps, member, { email: 'x@x.example', name: 'X', role: 'admin' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})
