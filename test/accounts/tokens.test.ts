import { afterEach, beforeEach, expect, test } from 'vitest'
import { apiTokens } from '../../db/schema/accounts.ts'
import { createToken } from '../../server/accounts/tokens.ts'
import { pageFaults } from '../support/markup.ts'
import { openPeople, type People } from './hub.ts'

let hub: People
let zoe: string

beforeEach(async () => {
  hub = await openPeople()
  await hub.person('admin@asso.example', { role: 'admin', name: 'Ada' })
  zoe = await hub.person('zoe@asso.example')
})
afterEach(() => hub.close())

test('a token is shown once, reads in its owner’s name, and stops when revoked', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  const made = await browser.post('/compte/jetons', { name: 'Notre site', scopes: ['write', 'read'] })
  expect(await pageFaults(made.text)).toEqual([])
  const token = /maillon_[\w-]{43}/.exec(made.text)?.[0] ?? ''
  const list = await browser.get('/compte/jetons')
  expect(list.text).toContain('Notre site')
  expect(list.text).not.toContain(token)
  expect(JSON.stringify(await hub.deps.db.read.select().from(apiTokens))).not.toContain(token)
  const bearer = { authorization: `Bearer ${token}` }
  const me = await hub.browser().get('/api/v1/me', bearer)
  expect(JSON.parse(me.text)).toEqual({ name: 'Zoé Martin', scopes: ['read', 'write'] })
  const [row] = await hub.deps.db.read.select().from(apiTokens)
  expect(row?.lastUsedAt).toBe(hub.deps.now())
  await browser.post(`/compte/jetons/${row?.id}/revocation`)
  const after = await hub.browser().get('/api/v1/me', bearer)
  expect(after.status).toBe(401)
  expect(after.headers.get('www-authenticate')).toContain('invalid_token')
})

test('a token opens no page: it may do what its scopes say and no more', async () => {
  const token = await createToken(hub.deps, zoe, { name: 'x', scopes: ['read'] })
  const answer = await hub.browser().get('/compte', { authorization: `Bearer ${token}` })
  expect(answer.status).toBe(401)
})

test('a token needs a name and a scope, and only an administrator’s may administer', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  const empty = await browser.post('/compte/jetons', { name: '' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('id="f-name-error"')
  expect(empty.text).toContain('id="f-scopes-error"')
  expect((await browser.post('/compte/jetons', { name: 'x', scopes: 'admin' })).status).toBe(403)
  const admin = await hub.signedIn('admin@asso.example')
  expect((await admin.post('/compte/jetons', { name: 'x', scopes: 'admin' })).status).toBe(200)
})
