import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loginFailures } from '../../db/schema/accounts.ts'
import { knownDevice } from '../../server/accounts/known-device.ts'
import { openThrottle } from '../../server/accounts/throttle.ts'
import { openPeople, password, type People } from './hub.ts'

const minute = 60_000
let hub: People

beforeEach(async () => {
  hub = await openPeople()
  await hub.person('zoe@asso.example')
})
afterEach(() => hub.close())

const wrongFrom = (address: string, email = 'zoe@asso.example') =>
  hub.browser(address).post('/connexion', { email, password: 'non' })
const rightFrom = (address: string) =>
  hub.browser(address).post('/connexion', { email: 'zoe@asso.example', password })

test('ten wrong passwords from one address close the account’s door to that address, and to no other', async () => {
  for (let tries = 0; tries < 10; tries++) await wrongFrom('198.51.100.1')
  const stopped = await rightFrom('198.51.100.1')
  expect(stopped.status).toBe(429)
  expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(stopped.text).toContain('value="zoe@asso.example"')
  // Without mail nobody is told to ask for what cannot come.
  expect(stopped.text).not.toContain('demandez un nouveau mot de passe')
  expect((await rightFrom('192.0.2.1')).status).toBe(303)
  expect(await hub.deps.db.read.select().from(loginFailures)).toEqual([])
})

test('a hundred tries from everywhere close it to everybody, for a quarter of an hour', async () => {
  const throttle = openThrottle(hub.deps)
  for (let tries = 0; tries < 100; tries++)
    await throttle.password(`198.51.100.${tries % 20}`, 'zoe@asso.example', null)
  expect((await rightFrom('192.0.2.1')).status).toBe(429)
  hub.deps.pass(15 * minute)
  expect((await rightFrom('192.0.2.1')).status).toBe(303)
  expect(await hub.deps.db.read.select().from(loginFailures)).toEqual([])
})

test('an account that does not exist is throttled like one that does', async () => {
  for (let tries = 0; tries < 10; tries++) await wrongFrom('198.51.100.1', 'qui@asso.example')
  expect((await wrongFrom('198.51.100.1', 'qui@asso.example')).status).toBe(429)
})

test('what strangers try does not keep somebody signed in from confirming their password', async () => {
  const zoe = await hub.signedIn('zoe@asso.example')
  const throttle = openThrottle(hub.deps)
  for (let tries = 0; tries < 100; tries++)
    await throttle.password(`198.51.100.${tries % 20}`, 'zoe@asso.example', null)
  expect((await rightFrom('203.0.113.7')).status).toBe(429)
  expect((await zoe.post('/compte/verification', { password })).status).toBe(303)
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

describe('a browser in which somebody has signed in before', () => {
  const flood = async () => {
    for (let net = 0; net < 12; net++)
      for (let tries = 0; tries < 9; tries++) await wrongFrom(`2001:db8:${net}::1`)
  }

  test('lets them in, though strangers on many networks have used up the account’s tries', async () => {
    const zoe = await hub.signedIn('zoe@asso.example')
    await zoe.post('/deconnexion')
    await flood()
    expect((await rightFrom('203.0.113.7')).status).toBe(429)
    expect((await zoe.post('/connexion', { email: 'zoe@asso.example', password })).status).toBe(303)
    // Nor does that give the strangers new ones.
    expect((await rightFrom('192.0.2.1')).status).toBe(429)
  }, 60_000)

  test('has ten tries of its own, and no more', async () => {
    const zoe = await hub.signedIn('zoe@asso.example')
    await zoe.post('/deconnexion')
    const answers = []
    for (let tries = 0; tries < 12; tries++)
      answers.push((await zoe.post('/connexion', { email: 'zoe@asso.example', password: 'non' })).status)
    expect(answers).toEqual([...Array(10).fill(422), 429, 429])
  })

  test('is known for that account alone, by a cookie that nobody else can make', async () => {
    await hub.person('max@asso.example')
    const zoe = await hub.signedIn('zoe@asso.example')
    await zoe.post('/deconnexion')
    const cookie = zoe.cookies.get('__Secure-device') ?? ''
    expect(cookie).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
    expect(knownDevice(hub.deps, cookie, 'zoe@asso.example')).not.toBeNull()
    expect(knownDevice(hub.deps, cookie, 'max@asso.example')).toBeNull()
    for (const forged of [
      '',
      'x.y',
      `${cookie}x`,
      `${cookie.startsWith('A') ? 'B' : 'A'}${cookie.slice(1)}`,
      cookie.replace('.', '.A').slice(0, 66),
    ])
      expect(knownDevice(hub.deps, forged, 'zoe@asso.example'), forged).toBeNull()
    expect(knownDevice({ ...hub.deps, secret: Buffer.alloc(32) }, cookie, 'zoe@asso.example')).toBeNull()
  })

  test('has its cookie from a login, and none before', async () => {
    const fresh = hub.browser()
    await fresh.get('/connexion')
    await fresh.post('/connexion', { email: 'zoe@asso.example', password: 'non' })
    expect([...fresh.cookies.keys()]).toEqual([])
    const answer = await fresh.post('/connexion', { email: 'zoe@asso.example', password })
    const line = answer.headers.getSetCookie().find((one) => one.startsWith('__Secure-device='))
    expect(line).toMatch(/; Path=\/connexion; HttpOnly; SameSite=Strict; Secure$/)
    expect(line).not.toContain('zoe')
  })
})
