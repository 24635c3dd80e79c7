import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { events } from '../../db/schema/entries.ts'
import { activities, actors } from '../../db/schema/federation.ts'
import { hashPassword } from '../../server/accounts/password.ts'
import { createApp } from '../../server/app.tsx'
import { beginSession } from '../../server/accounts/session.ts'
import { changeUser } from '../../server/accounts/store.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { createFederation, foundingActors, type Federation } from '../../server/federation/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import type { App } from '../../server/web/env.ts'
import { Browser } from '../accounts/browser.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { elementsOf } from '../support/form.ts'
import { person, published } from '../support/publish.ts'
import { until } from '../support/until.ts'

let deps: TestDeps
let federation: Federation
let app: App
beforeAll(async () => {
  deps = await openTestDeps()
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub d’essai' }))
  federation = createFederation(deps)
  app = createApp(deps, federation)
  const editor = await person(deps, 'editor')
  for (const { name } of kinds)
    await published(deps, editor, name as 'job', { title: `Un ${name}`, tags: ['bois'] })
})
afterAll(async () => {
  await federation.stop(1000)
  await deps.close()
})

test('every address that a visitor is shown on the home page and on the page of each kind answers', async () => {
  const visitor = new Browser(app, deps.hub)
  const seen = new Set(['/', ...kinds.flatMap(({ path, name }) => [path, `${path}/un-${name}`])])
  for (const path of [...seen]) {
    const { status, text } = await visitor.get(path)
    expect(status, path).toBe(200)
    for (const { tag, attributes } of elementsOf(text))
      if (tag === 'a' && attributes['href']?.startsWith('/') === true)
        seen.add(attributes['href'].replace(/#.*/, ''))
  }
  for (const path of seen) {
    const { status } = await visitor.get(path)
    expect([200, 302, 303], `${path} answers ${status}`).toContain(status)
  }
  expect(seen.size).toBeGreaterThan(30)
})

test('the address of a form that came back wrong leads to the page it stands on', async () => {
  const visitor = new Browser(app, deps.hub)
  const above = {
    '/emplois/un-job/commentaires': '/emplois/un-job',
    '/emplois/un-job/commentaires/x': '/emplois/un-job',
    '/emplois/un-job/publication': '/emplois/un-job',
    '/moderation/commentaires/x/decision': '/moderation/commentaires/x',
    '/langue': '/',
  }
  for (const [path, location] of Object.entries(above))
    expect(await visitor.get(path), path).toMatchObject({ status: 303, location })
  for (const path of ['/nulle-part', '/emplois/nulle-part', '/media/nulle-part.webp'])
    expect((await visitor.get(path)).status, path).toBe(404)
})

test('the language changes on a page that came back wrong', async () => {
  const { browser: member } = await signedIn()
  const wrong = await member.post('/emplois/un-job/commentaires', { body: ' ' })
  expect(wrong.status).toBe(422)
  const back = elementsOf(wrong.text).find(({ attributes }) => attributes['name'] === 'retour')
  const changed = await member.post('/langue', { langue: 'en', retour: back?.attributes['value'] ?? '' })
  const there = await member.get(changed.location ?? '')
  const page = await member.get(there.location ?? changed.location ?? '')
  expect(page.status).toBe(200)
  expect(page.text).toContain('<html lang="en"')
})

test('a known page asked by another method says how it may be asked; an unknown one is not there', async () => {
  const visitor = new Browser(app, deps.hub)
  const ask = (method: string, path: string) => visitor.send(path, { method, headers: {} })
  for (const method of ['OPTIONS', 'PUT', 'PATCH']) {
    const page = await ask(method, '/emplois/un-job')
    expect(page.status, method).toBe(405)
    expect(page.headers.get('allow')).toBe('GET, HEAD, POST, DELETE')
  }
  expect((await ask('PUT', '/recherche')).headers.get('allow')).toBe('GET, HEAD')
  expect((await ask('OPTIONS', '/nulle/part')).status).toBe(404)
  const sent = await visitor.post('/recherche')
  expect([sent.status, sent.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('a member becomes a person of the fediverse, is heard there, and leaves it with their account', async () => {
  await person(deps, 'admin')
  const { browser: member, viewer } = await signedIn()
  const password = 'une phrase longue à retenir'
  await deps.db.write(changeUser(deps.db, viewer.id, { passwordHash: await hashPassword(password) }))
  const read = (path: string) => member.get(path, { accept: 'application/activity+json' })
  expect((await read('/ap/actors/camille')).status).toBe(404)
  expect((await member.post('/compte/fedivers', { handle: 'camille' })).location).toBe('/compte')
  expect(JSON.parse((await read('/ap/actors/camille')).text)).toMatchObject({
    type: 'Person',
    preferredUsername: 'camille',
    name: viewer.name,
  })
  const known = await member.get('/@camille')
  expect(known.text).toContain('@camille@hub.example')
  expect(known.text).toContain('<meta name="robots" content="noindex"')
  expect((await read('/@camille')).location).toBe('/ap/actors/camille')
  expect((await member.get('/@emplois')).location).toBe('/emplois')
  expect((await member.get('/@personne')).status).toBe(404)
  expect((await member.get('/@instance')).status).toBe(404)
  await member.post('/emplois/un-job/commentaires', { body: 'Encore libre ?' })
  const left = async (type: string) => {
    const rows = await deps.db.read
      .select()
      .from(activities)
      .innerJoin(actors, eq(actors.n, activities.actorN))
    return rows.find((row) => row.activities.type === type && row.actors.handle === 'camille')
  }
  const said = await until('the answer', () => left('Create'))
  expect(JSON.parse((await read(said.activities.id)).text)).toMatchObject({
    type: 'Create',
    actor: 'https://hub.example/ap/actors/camille',
    object: { type: 'Note', content: expect.stringContaining('Encore libre ?') },
  })

  expect((await member.post('/compte/suppression', { password })).location).toBe('/')
  expect(
    await deps.db.read.select().from(events).where(eq(events.subject, '/ap/actors/camille')),
  ).toMatchObject([{ type: 'actor.deleted' }])
  expect((await member.get('/@camille')).status).toBe(410)
  // Once the goodbye is told, and not before: its keys are asked for meanwhile.
  const stone = await until('the goodbye', async () => {
    const answer = await read('/ap/actors/camille')
    return answer.status === 410 && answer
  })
  expect(JSON.parse(stone.text)).toMatchObject({ type: 'Tombstone', formerType: 'Person' })
  expect((await read(said.activities.objectId)).status).toBe(410)
  const visitor = await member.get('/emplois/un-job')
  expect(visitor.text).not.toContain('Encore libre ?')
  await until('the goodbye', async () => {
    const rows = await deps.db.read.select().from(activities).where(eq(activities.type, 'Delete'))
    return rows.some(({ objectId }) => objectId.endsWith('/ap/actors/camille'))
  })
})

/** A member in a browser, through the real middleware. */
async function signedIn(): Promise<{ browser: Browser; viewer: Viewer }> {
  const viewer = await person(deps, 'member')
  const cookie = await beginSession(deps, viewer.id, { userAgent: undefined, replaces: null })
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(cookie) ?? []
  const browser = new Browser(app, deps.hub)
  browser.cookies.set(name, value)
  return { browser, viewer }
}
