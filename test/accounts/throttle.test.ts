import { afterEach, beforeEach, expect, test } from 'vitest'
import { loginFailures } from '../../db/schema/accounts.ts'
import { openPeople, password, type People } from './hub.ts'

const minute = 60_000
let hub: People

beforeEach(async () => {
  hub = await openPeople()
  await hub.person('zoe@asso.example')
})
afterEach(() => hub.close())

test('ten wrong passwords close the account’s door to everybody for a quarter of an hour', async () => {
  for (let tries = 0; tries < 10; tries++)
    await hub
      .browser(`198.51.100.${tries}`)
      .post('/connexion', { email: 'zoe@asso.example', password: 'non' })
  const stopped = await hub.browser('192.0.2.1').post('/connexion', { email: 'zoe@asso.example', password })
  expect(stopped.status).toBe(429)
  expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(stopped.text).toContain('value="zoe@asso.example"')
  hub.deps.pass(15 * minute)
  const later = await hub.browser('192.0.2.1').post('/connexion', { email: 'zoe@asso.example', password })
  expect(later.status).toBe(303)
  expect(await hub.deps.db.read.select().from(loginFailures)).toEqual([])
})

test('an account that does not exist is throttled like one that does', async () => {
  for (let tries = 0; tries < 10; tries++)
    await hub
      .browser(`198.51.100.${tries}`)
      .post('/connexion', { email: 'qui@asso.example', password: 'non' })
  const stopped = await hub
    .browser('192.0.2.1')
    .post('/connexion', { email: 'qui@asso.example', password: 'non' })
  expect(stopped.status).toBe(429)
})

test('one address that tries account after account is stopped, and others are not', async () => {
  const attacker = hub.browser('198.51.100.9')
  for (let tries = 0; tries < 60; tries++)
    await attacker.post('/connexion', { email: `${tries}@asso.example`, password: 'non' })
  expect((await attacker.post('/connexion', { email: 'zoe@asso.example', password })).status).toBe(429)
  const other = hub.browser('198.51.100.10')
  expect((await other.post('/connexion', { email: 'zoe@asso.example', password })).status).toBe(303)
}, 60_000)

test('a header that invents a client address does not get around the throttle', async () => {
  const attacker = hub.browser('198.51.100.9')
  for (let tries = 0; tries < 60; tries++)
    await attacker.post(
      '/connexion',
      { email: `${tries}@asso.example`, password: 'non' },
      { origin: hub.deps.hub.origin, 'x-forwarded-for': `10.9.8.${tries}` },
    )
  const stopped = await attacker.post(
    '/connexion',
    { email: 'zoe@asso.example', password },
    { origin: hub.deps.hub.origin, 'x-forwarded-for': '10.1.1.1' },
  )
  expect(stopped.status).toBe(429)
}, 60_000)
