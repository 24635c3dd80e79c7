import { eq, isNull } from 'drizzle-orm'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { events } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { identity } from '../../server/hub/identity.ts'
import { sweepMedia } from '../../server/media/sweep.ts'
import { identitySheet } from '../../server/web/identity-sheet.ts'
import type { Env } from '../../server/web/env.ts'
import { showManifest } from '../../server/web/sharing/manifest.ts'
import { mediaRoutes } from '../../server/web/media.ts'
import { locales } from '../../views/language.tsx'
import type { Browser } from '../accounts/browser.ts'
import { noise, photograph } from '../media/images.ts'
import { openRooms, type Rooms } from '../moderation/rooms.ts'
import { fragmentFaults, pageFaults } from '../support/markup.ts'
import { person } from '../support/publish.ts'
import { formIn, postWithFile } from '../web/pages.ts'

const path = '/reglages/identite'
let rooms: Rooms
let admin: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  await rooms.deps.db.write(await foundingActors(rooms.deps, { handle: 'hub', name: 'Le hub d’essai' }))
  admin = await person(rooms.deps, 'admin')
})
afterAll(() => rooms.close())
beforeEach(async () => {
  const { deps } = rooms
  await deps.db.write(
    deps.hub.steps(
      { name: 'Le hub d’essai', tagline: '', homeText: '', accent: null, logo: null },
      null,
      deps.now(),
    ),
  )
  await deps.hub.reload()
  await deps.db.write([deps.db.make.delete(events)])
})

const settings = () => rooms.deps.hub.settings

async function save(changes: Record<string, string>) {
  const browser = rooms.as(admin)
  return browser.post(path, { ...formIn(await browser.get(path), path), end: 'save', ...changes })
}
async function saveLogo(bytes: Uint8Array, more: Record<string, string> = {}, type = 'image/png') {
  const browser = rooms.as(admin)
  const form = { ...formIn(await browser.get(path), path), end: 'save', ...more }
  return postWithFile(browser, path, form, { name: 'logo', bytes: new Uint8Array(bytes), type })
}
const told = async () =>
  (await rooms.deps.db.read.select().from(events).where(isNull(events.doneAt)))
    .map(({ subject }) => subject)
    .toSorted()
const everyActor = ['emplois', 'forum', 'hub', 'marches', 'propositions', 'ressources'].map(
  (handle) => `/ap/actors/${handle}`,
)

test('a telephone that keeps the site shows its colour', async () => {
  const { deps } = rooms
  const app = new Hono<Env>().get('/manifest.webmanifest', showManifest(deps))
  const theme = async () => {
    const said = (await (await app.request('/manifest.webmanifest')).json()) as Record<string, unknown>
    return said['theme_color']
  }
  expect(await theme()).toBe('#fbf8f3')
  await deps.db.write(deps.hub.steps({ accent: '#aa0055' }, null, deps.now()))
  await deps.hub.reload()
  expect(await theme()).toBe(identity(deps.hub).accent?.light.accent)
})

test('how the hub shows itself is for administrators to say', async () => {
  for (const to of [path, `${path}/apercu`]) {
    expect((await rooms.as().post(to, { name: 'Volé' })).status).toBe(401)
    for (const role of ['moderator', 'editor'] as const)
      expect((await rooms.as(await person(rooms.deps, role)).post(to, { name: 'Volé' })).status).toBe(403)
  }
  expect((await rooms.as(await person(rooms.deps, 'editor')).get(path)).status).toBe(403)
  expect((await rooms.as(admin).get('/reglages')).text).toContain(`href="${path}"`)
  expect(settings().name).toBe('Le hub d’essai')
})

describe('saving', () => {
  test('keeps every answer, shows it again and on the home page', async () => {
    const changes = {
      name: 'La Ruche',
      tagline: 'Du nord du fleuve',
      homeText: 'Bienvenue **à tous**',
      accent: '#8a4b12',
    }
    expect((await save(changes)).status).toBe(303)
    expect(settings()).toMatchObject(changes)
    expect(formIn(await rooms.as(admin).get(path), path)).toMatchObject(changes)
    const home = (await rooms.as().get('/')).text
    for (const words of [
      'La Ruche',
      'Du nord du fleuve',
      '<strong>à tous</strong>',
      'href="/identite.css?v=',
    ])
      expect(home).toContain(words)
    expect(home).toContain(
      '<meta name="theme-color" content="#8a4b12" media="(prefers-color-scheme: light)"/>',
    )
    expect(identity(rooms.deps.hub)).toMatchObject({
      name: 'La Ruche',
      accent: { chosen: '#8a4b12' },
      logo: null,
    })
  })

  test('a new name is told to those who follow the hub or a section, and bears on every account of it', async () => {
    const wakes = rooms.wakes()
    expect((await save({ name: 'Solidaires en Boucle' })).status).toBe(303)
    expect(await told()).toEqual(everyActor)
    expect(rooms.wakes()).toBe(wakes + 1)
    const names = await rooms.deps.db.read
      .select({ name: actors.name })
      .from(actors)
      .where(eq(actors.local, true))
    expect(new Set(names.map(({ name }) => name))).toEqual(new Set(['Solidaires en Boucle']))
  })

  test('a new colour and a new text of the home page are told to nobody', async () => {
    await save({ accent: '#123456', homeText: 'Bonjour' })
    expect(await told()).toEqual([])
  })

  test('says what to mend, keeps what was typed, and changes nothing', async () => {
    const answer = await save({
      name: ' ',
      tagline: 'x'.repeat(161),
      accent: 'rouge',
      homeText: 'é'.repeat(30_001),
    })
    expect(answer.status).toBe(422)
    for (const field of ['name', 'tagline', 'accent', 'homeText'])
      expect(answer.text, field).toContain(`id="f-${field}-error"`)
    expect(answer.text).toContain('x'.repeat(161))
    expect(settings()).toMatchObject({ name: 'Le hub d’essai', accent: null, homeText: '' })
  })

  test('the colour of the software is no choice, and can be gone back to', async () => {
    await save({ accent: '#1d5c4d' })
    expect(settings().accent).toBeNull()
    expect((await rooms.as().get('/')).text).not.toContain('/identite.css')
    await save({ accent: '#aa0000' })
    expect((await rooms.as(admin).get(path)).text).toContain('Reprendre le vert')
    await save({ accentBack: 'true' })
    expect(settings().accent).toBeNull()
  })
})

describe('the preview', () => {
  test('shows what is typed by day and by night, and keeps nothing', async () => {
    const answer = await rooms.as(admin).post(`${path}/apercu`, {
      name: 'La Ruche <script>',
      tagline: 'Pour essayer',
      homeText: '<script>alert(1)</script> **gras**',
      accent: '#ffd700',
    })
    expect(answer.status).toBe(200)
    for (const words of [
      'scheme-light',
      'scheme-dark',
      'Pour essayer',
      '<strong>gras</strong>',
      '/identite.css?apercu=ffd700',
    ])
      expect(answer.text).toContain(words)
    expect(answer.text).toContain('#ffd700 est trop clair pour être lu')
    expect(answer.text).not.toContain('<script>alert')
    expect(settings()).toMatchObject({ name: 'Le hub d’essai', accent: null, homeText: '' })
  })

  test('comes alone to htmx, and with the form, filled, to a browser without a script', async () => {
    const browser = rooms.as(admin)
    const piece = await alone(browser, { name: 'X', accent: '#aa0000' })
    expect(piece).toMatch(/^<section id="apercu"/)
    const whole = await save({ end: 'preview', name: 'À regarder', accent: '#aa0000' })
    expect(whole.status).toBe(200)
    expect(whole.text).toContain('/identite.css?apercu=aa0000')
    expect(formIn(whole, path)).toMatchObject({ name: 'À regarder', accent: '#aa0000' })
    expect(settings().name).toBe('Le hub d’essai')
  })

  test('says of a colour that is none that it is none', async () => {
    const answer = await rooms.as(admin).post(`${path}/apercu`, { name: 'X', accent: 'rouge}' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('n’en est pas une')
    expect(answer.text).not.toContain('apercu=rouge')
  })
})

describe('the sheet of the hub’s colour', () => {
  const sheets = () => identitySheet(rooms.deps)
  const address = async () => /\/identite\.css\?v=\w+/.exec((await rooms.as().get('/')).text)?.[0] ?? ''

  test('is kept for good under an address that changes with the colour', async () => {
    expect((await sheets().request('/identite.css')).status).toBe(404)
    await save({ accent: '#8a4b12' })
    const first = await address()
    const answer = await sheets().request(first)
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(await answer.text()).toMatch(/:root\{--accent:light-dark\(#8a4b12,#\w{6}\);--accent-strong/)
    await save({ accent: '#123456' })
    expect(await address()).not.toBe(first)
    expect((await sheets().request(first)).headers.get('cache-control')).toBe('no-cache')
  })

  test('for looking at holds a colour and nothing that is no colour', async () => {
    const tried = await (await sheets().request('/identite.css?apercu=aa5500')).text()
    expect(tried).toContain('.identity-preview{--accent:light-dark(#')
    for (const bad of ['red', 'aa5500}body{display:none', '', '%23'])
      expect((await sheets().request(`/identite.css?apercu=${encodeURIComponent(bad)}`)).status).toBe(404)
  })
})

describe('the logo', () => {
  test('is our own encoding, stands in the header and on posters, and is told as the portrait of every account', async () => {
    expect((await saveLogo(await photograph(600, 300))).status).toBe(303)
    const { logo } = identity(rooms.deps.hub)
    expect(logo).toMatchObject({
      src: expect.stringMatching(/^\/media\/.+-480\.webp$/),
      width: 240,
      height: 480,
    })
    const picture = await mediaRoutes(rooms.deps).request(logo?.src ?? '')
    expect(picture.headers.get('content-type')).toBe('image/webp')
    for (const page of ['/', '/affiche'])
      expect((await rooms.as().get(page)).text).toContain(
        `<img class="brand-logo" src="${logo?.src}" alt="" width="240" height="480"/>`,
      )
    expect(await told()).toEqual(everyActor)
  })

  test('is not taken away by the sweep of pictures that no entry shows; the one before it is', async () => {
    const { deps } = rooms
    await saveLogo(await photograph(60, 60))
    const first = settings().logo
    await saveLogo(await photograph(80, 80))
    deps.pass(2 * 86_400_000)
    await sweepMedia(deps)
    const there = async (id = '') => (await mediaRoutes(deps).request(`/media/${id}.webp`)).status
    expect(await there(settings().logo?.id)).toBe(200)
    expect(await there(first?.id)).toBe(404)
  })

  test('can be looked at before it is kept, then kept by the same form, and taken back', async () => {
    const looked = await saveLogo(await noise(90, 90).png().toBuffer(), { end: 'preview' })
    expect(looked.status).toBe(200)
    expect(settings().logo).toBeNull()
    const form = formIn(looked, path)
    expect(form['logoId']).toMatch(/^[0-9a-f-]{36}$/)
    await rooms.as(admin).post(path, { ...form, end: 'save' })
    expect(settings().logo?.id).toBe(form['logoId'])
    await save({ logoRemove: 'true' })
    expect(settings().logo).toBeNull()
  })

  test('is no drawing that may hold a script, and no file that is no picture', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const type of ['image/svg+xml', 'image/png']) {
      const answer = await saveLogo(Buffer.from(svg), {}, type)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('id="f-logo-error"')
    }
    expect(settings().logo).toBeNull()
  })

  test('is nobody else’s picture', async () => {
    const other = await person(rooms.deps, 'admin')
    const browser = rooms.as(other)
    const form = { ...formIn(await browser.get(path), path), end: 'preview' }
    const looked = await postWithFile(browser, path, form, {
      name: 'logo',
      bytes: new Uint8Array(await photograph(50, 50)),
      type: 'image/jpeg',
    })
    const logoId = formIn(looked, path)['logoId'] as string
    expect((await save({ logoId })).status).toBe(422)
    expect(settings().logo).toBeNull()
  })
})

test.each(locales)(
  'the page is sound in %s, with and without faults, and the preview alone',
  async (locale) => {
    await saveLogo(await photograph(60, 60), { accent: '#ffd700' })
    const browser = rooms.as({ ...admin, locale })
    for (const { text } of [await browser.get(path), await browser.post(path, { accent: 'x' })])
      expect(await pageFaults(text)).toEqual([])
    expect(await fragmentFaults(await alone(browser, { name: 'X', accent: '#ffd700' }))).toEqual([])
  },
)

/** As htmx asks for it. */
const alone = async (browser: Browser, typed: Record<string, string>): Promise<string> => {
  const { text } = await browser.send(`${path}/apercu`, {
    method: 'POST',
    body: new URLSearchParams(typed),
    headers: { origin: 'https://hub.example', 'HX-Request': 'true', 'HX-Request-Type': 'partial' },
  })
  return text
}
