import { afterEach, beforeEach, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { actors } from '../../db/schema/federation.ts'
import { createSetupTicket, setupHub } from '../../server/accounts/setup.ts'
import { pageFaults } from '../support/markup.ts'
import { submitted } from '../support/form.ts'
import { pathIn } from './browser.ts'
import { openPeople, password, type People } from './hub.ts'

let hub: People

beforeEach(async () => {
  hub = await openPeople({ fresh: true })
})
afterEach(() => hub.close())

const answers = {
  name: 'Solidaires en Boucle',
  handle: 'boucle',
  tagline: 'Le carrefour de l’ESS',
  territory: '92',
  locale: 'fr',
  adminName: 'Zoé Martin',
  adminEmail: 'zoe@asso.example',
  password,
}

const link = async () => pathIn(await createSetupTicket(hub.deps), 'setup')
const tokenIn = (path: string) => new URL(path, 'http://hub').searchParams.get('token') ?? ''

test('before there is a hub, every page says so and the wizard alone can be opened', async () => {
  const home = await hub.browser().get('/')
  expect(home.status).toBe(503)
  expect(home.text).toContain('Ce site n’est pas encore prêt')
  expect(await pageFaults(home.text)).toEqual([])
  expect((await hub.browser().get('/connexion')).status).toBe(503)
  expect((await hub.browser().get('/api/v1/me')).status).toBe(503)
  expect((await hub.browser().get(await link())).status).toBe(200)
})

test('the wizard makes the hub, its actors and its first administrator, who is then signed in', async () => {
  const browser = hub.browser()
  const path = await link()
  const page = await browser.get(path)
  expect(await pageFaults(page.text)).toEqual([])
  const done = await browser.post('/setup', { ...submitted(page.text), ...answers, again: password })
  expect(done.status).toBe(303)
  expect(done.location).toBe('/')
  expect(hub.deps.hub.settings).toMatchObject({
    name: 'Solidaires en Boucle',
    handle: 'boucle',
    territory: '92',
  })
  expect((await browser.get('/tableau-de-bord')).text).toBe('Zoé Martin')
  expect(await hub.deps.db.read.select().from(users)).toMatchObject([
    { email: 'zoe@asso.example', role: 'admin', state: 'active' },
  ])
  const made = await hub.deps.db.read.select().from(actors)
  expect(made.map(({ handle }) => handle)).toContain('boucle')
})

test('the link of the wizard works once', async () => {
  const path = await link()
  await hub.browser().post('/setup', { ...answers, token: tokenIn(path) })
  expect((await hub.browser().get(path)).status).toBe(404)
  const again = await hub
    .browser()
    .post('/setup', { ...answers, adminEmail: 'x@x.example', token: tokenIn(path) })
  expect(again.status).toBe(404)
  expect(await hub.deps.db.read.select().from(users)).toHaveLength(1)
})

test('without its token, with another one, or after an hour, the wizard does not exist', async () => {
  expect((await hub.browser().get('/setup')).status).toBe(404)
  expect((await hub.browser().get('/setup?token=abc')).status).toBe(404)
  expect((await hub.browser().post('/setup', answers)).status).toBe(404)
  const path = await link()
  hub.deps.pass(3_600_000)
  expect((await hub.browser().get(path)).status).toBe(404)
})

const mainOf = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main'))

test('a link that opens nothing says what to do, and the same whatever it was', async () => {
  const used = await link()
  const newest = await link()
  const before = await Promise.all(
    ['/setup', '/setup?token=abc', used].map((path) => hub.browser().get(path)),
  )
  expect(new Set(before.map(({ text }) => mainOf(text))).size).toBe(1)
  expect(before[0]?.text).toContain('Redémarrez le serveur')
  expect(await pageFaults(before[0]?.text ?? '')).toEqual([])
  await hub.browser().post('/setup', { ...answers, token: tokenIn(newest) })
  const after = await Promise.all(
    ['/setup', '/setup?token=abc', newest].map((path) => hub.browser().get(path)),
  )
  expect(after.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(new Set(after.map(({ text }) => mainOf(text))).size).toBe(1)
  expect(after[0]?.text).toContain('Ce site est déjà ouvert')
  expect(after[0]?.text).toContain('href="/connexion"')
})

test('what is chosen for good is said to be: the short name, which no setting changes', async () => {
  expect((await hub.browser().get(await link())).text).toContain('il est choisi pour de bon')
})

test('the password of the wizard is typed twice, and twice the same', async () => {
  const path = await link()
  expect((await hub.browser().get(path)).text).toContain('name="again"')
  const wrong = { ...answers, token: tokenIn(path), again: 'une autre phrase longue' }
  const answer = await hub.browser().post('/setup', wrong)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="f-again-error"')
  expect(answer.text).toContain('Encore une fois – Ce n’est pas le même')
  expect(await hub.deps.db.read.select().from(users)).toEqual([])
})

test('a newer link makes the older one void', async () => {
  const older = await link()
  const newer = await link()
  expect((await hub.browser().get(older)).status).toBe(404)
  expect((await hub.browser().get(newer)).status).toBe(200)
})

test('two wizards sent at once make one hub', async () => {
  const token = tokenIn(await link())
  const both = await Promise.all(
    ['un@x.example', 'deux@x.example'].map((adminEmail) =>
      hub.browser().post('/setup', { ...answers, adminEmail, token }),
    ),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  expect(await hub.deps.db.read.select().from(users)).toHaveLength(1)
})

test('what cannot be used is said beside its field, and what was typed is kept', async () => {
  const token = tokenIn(await link())
  const wrong = {
    ...answers,
    token,
    handle: 'Notre site!',
    adminEmail: 'zoe',
    password: 'court',
    territory: '999',
  }
  const answer = await hub.browser().post('/setup', wrong)
  expect(answer.status).toBe(422)
  for (const field of ['handle', 'adminEmail', 'password', 'territory'])
    expect(answer.text).toContain(`id="f-${field}-error"`)
  expect(answer.text).toContain('value="Solidaires en Boucle"')
  expect(answer.text).not.toContain('court"')
  expect(await pageFaults(answer.text)).toEqual([])
})

test('a handle that the hub needs for itself is refused beside its field', async () => {
  const token = tokenIn(await link())
  const answer = await hub.browser().post('/setup', { ...answers, token, handle: 'emplois' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="f-handle-error"')
})

test('the public address is asked only where the environment does not say it, and becomes the hub’s', async () => {
  const token = tokenIn(await link())
  expect((await hub.browser().get(`/setup?token=${token}`)).text).not.toContain('name="publicUrl"')
  await hub.browser().post('/setup', { ...answers, token, publicUrl: 'https://autre.example' })
  expect(hub.deps.hub.origin).toBe('https://hub.example')

  const open = await openPeople({ fresh: true, env: { PUBLIC_URL: '' } })
  const path = pathIn(await createSetupTicket(open.deps), 'setup')
  expect((await open.browser().get(path)).text).toContain('value="http://localhost:3000"')
  const unsafe = { ...answers, token: tokenIn(path), publicUrl: 'http://reseau.example' }
  expect((await open.browser().post('/setup', unsafe)).text).toContain('id="f-publicUrl-error"')
  const safe = { ...unsafe, publicUrl: 'https://reseau.example/' }
  expect((await open.browser().post('/setup', safe)).status).toBe(303)
  expect(open.deps.hub.origin).toBe('https://reseau.example')
  await open.close()
})

test('a hub that exists is not set up again, by link or by command', async () => {
  const input = { ...answers, locale: 'fr' as const }
  await setupHub(hub.deps, input, { more: [] })
  await expect(setupHub(hub.deps, input, { more: [] })).rejects.toMatchObject({ code: 'conflict' })
  await expect(createSetupTicket(hub.deps)).rejects.toMatchObject({ code: 'conflict' })
})
