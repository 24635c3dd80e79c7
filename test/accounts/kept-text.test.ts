import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { comments, entries } from '../../db/schema/entries.ts'
import { hashPassword } from '../../server/accounts/password.ts'
import { endAll } from '../../server/accounts/session.ts'
import { changeUser } from '../../server/accounts/store.ts'
import type { Role, Viewer } from '../../server/accounts/viewer.ts'
import { createApp } from '../../server/app.tsx'
import { createFederation, type Federation } from '../../server/federation/index.ts'
import { photograph } from '../media/images.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { formIn, postWithFile } from '../web/pages.ts'
import { Browser, type Answer } from './browser.ts'
import { password } from './hub.ts'

let deps: TestDeps
let federation: Federation
let browser: Browser
let writer: Viewer
let path: string
beforeEach(async () => {
  deps = await openTestDeps()
  federation = createFederation(deps)
  browser = new Browser(createApp(deps, federation), deps.hub)
  writer = await account('editor')
  path = (await published(deps, writer, 'job', { title: 'Menuisière' })).envelope.path
  await signIn()
})
afterEach(async () => {
  await federation.stop(1000)
  await deps.close()
})

async function account(role: Role): Promise<Viewer> {
  const viewer = await person(deps, role)
  await deps.db.write(changeUser(deps.db, viewer.id, { passwordHash: await hashPassword(password) }))
  return viewer
}

const credentials = (who: Viewer = writer) => ({ email: who.email, password })
const signIn = () => browser.post('/connexion', credentials())
/** In another tab, by a change of role or of password: this one knows nothing of it. */
const endedElsewhere = () => endAll(deps, writer.id)

const news = '/actualites/nouveau'
const text = 'Un <b>long</b> texte\r\n\r\nsur deux lignes, à « garder ».'

async function typed(): Promise<Record<string, string | string[]>> {
  const form = formIn(await browser.get(news), news)
  return { ...form, title: 'Fête du quartier', body: text, tags: 'bois, fer', outcome: 'publish' }
}

/** The form of the page, its password added, as a person would send it back. */
const signInFrom = (page: Answer, more: Record<string, string> = credentials()) =>
  browser.post('/connexion', { ...formIn(page, '/connexion'), ...more })

const drafts = async () => (await deps.db.read.select().from(entries)).filter(({ kind }) => kind === 'news')
const answers = () => deps.db.read.select().from(comments)

describe('a text sent after the session had ended', () => {
  test('of an editor comes back after signing in, and is published by nobody but its author', async () => {
    const sent = await typed()
    await endedElsewhere()
    const refused = await browser.post(news, sent)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('cache-control')).toBe('private, no-store')
    expect(refused.text).toContain('Votre texte est gardé')
    expect(await pageFaults(refused.text)).toEqual([])
    const back = await signInFrom(refused)
    expect(back.status).toBe(200)
    expect(await pageFaults(back.text)).toEqual([])
    expect(back.text).toContain('Voici votre texte')
    expect(back.text).toContain(writer.name)
    expect(await drafts()).toEqual([])
    const again = formIn(back, news)
    expect(again).toMatchObject({ id: sent['id'], title: 'Fête du quartier', tags: 'bois, fer' })
    const shown = await browser.post(news, again)
    expect(shown.status).toBe(303)
    expect(shown.location).toMatch(/\/apercu$/)
    expect(await drafts()).toMatchObject([
      { state: 'draft', title: 'Fête du quartier', body: text.replaceAll('\r\n', '\n'), id: sent['id'] },
    ])
  })

  test('with a picture says that the picture must be chosen again', async () => {
    const sent = await typed()
    await endedElsewhere()
    const bytes = new Uint8Array(await photograph(640, 480))
    const refused = await postWithFile(browser, news, sent, { name: 'image', bytes, type: 'image/jpeg' })
    expect(refused.status).toBe(401)
    expect(refused.text).toContain('à choisir de nouveau')
    const back = await signInFrom(refused)
    expect(back.text).toContain('à choisir de nouveau')
    expect(formIn(back, news)).toMatchObject({ title: 'Fête du quartier', outcome: 'preview' })
  })

  test('as an answer comes back after signing in, and is sent by a press', async () => {
    const action = `${path}/commentaires`
    const blank = formIn(await browser.get(path), action)
    const sent = { ...blank, body: 'Est-ce\r\nloin ?' }
    await endedElsewhere()
    const refused = await browser.post(action, sent)
    expect(refused.status).toBe(401)
    const back = await signInFrom(refused)
    expect(back.text).toMatch(/Est-ce\r?\nloin/)
    expect(await answers()).toEqual([])
    expect((await browser.post(action, formIn(back, action))).status).toBe(303)
    expect((await answers()).map(({ id }) => id)).toEqual([blank['id']])
  })

  test('outlives wrong passwords', async () => {
    const sent = await typed()
    await endedElsewhere()
    const refused = await browser.post(news, sent)
    const wrong = await signInFrom(refused, { ...credentials(), password: 'pas le bon' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).not.toContain('pas le bon')
    const empty = await signInFrom(wrong, { email: '', password: '' })
    expect(empty.status).toBe(422)
    expect(formIn(await signInFrom(empty), news)).toMatchObject({ title: 'Fête du quartier' })
  })

  test('is shown, to be copied, to a person who may no longer send it', async () => {
    const sent = await typed()
    await deps.db.write(changeUser(deps.db, writer.id, { role: 'member' }))
    const refused = await browser.post(news, sent)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('sur deux lignes')
    expect(await pageFaults(refused.text)).toEqual([])
  })

  test('replaces the page, and not a part of it, when a script had sent it', async () => {
    await endedElsewhere()
    const headers = { origin: deps.hub.origin, 'HX-Request': 'true', 'HX-Request-Type': 'full' }
    const refused = await browser.post(`${path}/commentaires`, { body: 'Est-ce loin ?' }, headers)
    expect(refused.headers.get('hx-reselect')).toBe('#content')
    expect(refused.headers.get('hx-retarget')).toBe('#content')
    expect(formIn(refused, '/connexion')).toMatchObject({ 'garde.body': 'Est-ce loin ?' })
  })
})

describe('what another site could plant', () => {
  test('is neither kept nor shown: its form is refused at the door, and tells nothing', async () => {
    await endedElsewhere()
    const headers = { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }
    for (const [to, fields] of [
      [news, { title: 'planté', body: 'planté par un autre' }],
      ['/connexion', { ...credentials(), suite: news, 'garde.title': 'planté' }],
    ] as const) {
      const refused = await browser.post(to, fields, headers)
      expect(refused.status).toBe(403)
      expect(refused.text).not.toContain('planté')
      expect(browser.cookies.has('__Host-session')).toBe(false)
    }
  })

  test('leads nowhere but to a form of ours that people write in', async () => {
    for (const suite of [
      ...['https://ailleurs.example/actualites/nouveau', '//ailleurs.example/actualites/nouveau'],
      ...['/\\ailleurs.example', '/compte/suppression', '/utilisateurs/inviter', '/deconnexion', '/setup'],
      ...['/actualites/../compte/nouveau', '/actualites/nouveau?x=/', 'javascript:alert(1)'],
    ]) {
      const answer = await browser.post('/connexion', { ...credentials(), suite, 'garde.body': 'gardé ici' })
      expect(answer.status, suite).toBe(303)
      expect(answer.location).toBe('/tableau-de-bord')
    }
  })
})

test('passwords, tokens and presses of a button are given back to nobody', async () => {
  await endedElsewhere()
  const secrets = { title: 'x', password: 'secret-1', newPassword: 'secret-2', token: 'secret-3' }
  const refused = await browser.post(news, secrets)
  expect(refused.status).toBe(401)
  expect(refused.text).not.toContain('secret-')
  for (const to of ['/compte/mot-de-passe', `${path}/publication`, '/utilisateurs/inviter']) {
    const other = await browser.post(to, { current: 'secret-4', password: 'secret-5', note: 'secret-6' })
    expect(other.status, to).toBe(401)
    expect(other.text).not.toContain('secret-')
  }
})

test('more than any form holds is not carried along', async () => {
  await endedElsewhere()
  const refused = await browser.post(news, { title: 'x', body: 'y'.repeat(400_000) })
  expect(refused.status).toBe(401)
  expect(refused.text.length).toBeLessThan(50_000)
})
