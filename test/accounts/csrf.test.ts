import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageFaults } from '../support/markup.ts'
import { openPeople, password, type People } from './hub.ts'

let hub: People
const login = { email: 'zoe@asso.example', password }

beforeEach(async () => {
  hub = await openPeople()
  await hub.person('zoe@asso.example')
})
afterEach(() => hub.close())

test('a form of this site is taken', async () => {
  expect((await hub.browser().post('/connexion', login)).status).toBe(303)
  const modern = await hub.browser().post('/connexion', login, { 'sec-fetch-site': 'same-origin' })
  expect(modern.status).toBe(303)
})

test.each([
  ['another site', { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }],
  ['a neighbour under the same domain', { origin: 'https://autre.example', 'sec-fetch-site': 'same-site' }],
  ['the same host without https', { origin: 'http://hub.example' }],
  ['a sandbox', { origin: 'null' }],
  ['nobody knows where', {}],
])('a form from %s is refused, with a page that says what to do', async (_from, headers) => {
  const browser = hub.browser()
  const answer = await browser.post('/connexion', login, headers)
  expect(answer.status).toBe(403)
  expect(answer.text).toContain('Rien n’a été changé')
  expect(await pageFaults(answer.text)).toEqual([])
  expect(browser.cookies.has('__Host-session')).toBe(false)
})

test.each(['application/json', 'text/plain'])('a body of type %s is not a form', async (type) => {
  const answer = await hub.browser().send('/connexion', {
    method: 'POST',
    body: JSON.stringify(login),
    headers: { 'content-type': type, origin: hub.deps.hub.origin },
  })
  expect(answer.status).toBe(415)
})

test('a change through the API does not ride on a visitor’s cookie', async () => {
  const browser = await hub.signedIn('zoe@asso.example')
  expect((await browser.get('/api/v1/me')).text).toContain('Zoé Martin')
  const written = await browser.send('/api/v1/me', { method: 'POST', body: '{}', headers: {} })
  expect(written.text).toContain('"name":null')
})

test('words cannot be planted on a page through the cookie of the last message', async () => {
  const browser = hub.browser()
  browser.cookies.set('flash', encodeURIComponent('Votre compte est suspendu, appelez le 0899'))
  expect((await browser.get('/connexion')).text).not.toContain('0899')
  browser.cookies.set('flash', 'toString')
  expect((await browser.get('/connexion')).status).toBe(200)
  browser.cookies.set('flash', 'signed-out')
  const shown = await browser.get('/connexion')
  expect(shown.text).toContain('Vous êtes déconnecté·e.')
  expect((await browser.get('/connexion')).text).not.toContain('Vous êtes déconnecté·e.')
})

test('a page whose address is a key tells no other page its address, and is kept by no cache', async () => {
  const answer = await hub.browser().get('/mot-de-passe/abcdef')
  expect(answer.headers.get('referrer-policy')).toBe('strict-origin')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const plain = await hub.browser().get('/connexion')
  expect(plain.headers.get('referrer-policy')).toBe('same-origin')
})
