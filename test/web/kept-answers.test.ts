import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actors } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { createApp } from '../../server/app.tsx'
import { close, withdraw } from '../../server/entries/commands.ts'
import { createFederation, foundingActors, type Federation } from '../../server/federation/index.ts'
import type { App } from '../../server/web/env.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person, published } from '../support/publish.ts'

let deps: TestDeps
let federation: Federation
let app: App
let editor: Viewer
beforeEach(async () => {
  deps = await openTestDeps()
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  federation = createFederation(deps)
  app = createApp(deps, federation)
  editor = await person(deps, 'editor')
})
afterEach(async () => {
  await federation.stop(1000)
  await deps.close()
})

/** Counts what an answer costs: one that was kept asks the database nothing. */
async function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; etag: string; headers: Headers; read: boolean }> {
  const { read } = deps.db
  let asked = false
  const watched = new Proxy(read, {
    get(target, name, receiver) {
      if (name === 'select') asked = true
      return Reflect.get(target, name, receiver) as unknown
    },
  })
  Object.assign(deps.db, { read: watched })
  const answer = await app.request(`https://hub.example${path}`, { headers })
  Object.assign(deps.db, { read })
  const text = await answer.text()
  return {
    status: answer.status,
    text,
    etag: answer.headers.get('etag') ?? '',
    headers: answer.headers,
    read: asked,
  }
}

describe('a page that nobody changed', () => {
  test('is made once for all visitors, and is the same for the second', async () => {
    await published(deps, editor, 'job', { title: 'Menuisière' })
    const first = await get('/emplois')
    const second = await get('/emplois')
    expect([first.read, second.read]).toEqual([true, false])
    expect(second).toMatchObject({ status: 200, text: first.text, etag: first.etag })
    expect(Object.fromEntries(second.headers)).toEqual(Object.fromEntries(first.headers))
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('is not sent again to whoever has it', async () => {
    const { etag } = await get('/emplois')
    const again = await get('/emplois', { 'if-none-match': `W/${etag}` })
    expect(again).toMatchObject({ status: 304, text: '', etag, read: false })
    expect(again.headers.get('vary')).toContain('Accept-Language')
    expect((await get('/emplois', { 'if-none-match': '"another"' })).status).toBe(200)
  })

  test('is there in each language', async () => {
    const french = await get('/emplois', { 'accept-language': 'fr' })
    const english = await get('/emplois', { 'accept-language': 'en' })
    expect(english.text).toContain('lang="en"')
    expect((await get('/emplois', { 'accept-language': 'fr' })).text).toBe(french.text)
  })
})

describe('a change', () => {
  test('shows on the next page, whatever it was', async () => {
    const entry = await published(deps, editor, 'job', { title: 'Menuisière' })
    await get('/emplois')
    await published(deps, editor, 'job', { title: 'Charpentier' })
    expect((await get('/emplois')).text).toContain('Charpentier')
    const closed = await close(deps, editor, entry)
    expect((await get('/emplois')).text).not.toContain('Menuisière')
    await get(entry.envelope.path)
    await withdraw(deps, editor, closed)
    expect((await get(entry.envelope.path)).status).toBe(410)
  })

  test('of the settings shows too', async () => {
    await get('/')
    await deps.db.write(deps.hub.steps({ name: 'La Ruche' }, null, deps.now()))
    // Between the command and the reading of it, somebody looks.
    await get('/')
    await deps.hub.reload()
    expect((await get('/')).text).toContain('La Ruche')
  })

  test('of an actor shows in its document', async () => {
    const accept = { accept: 'application/activity+json' }
    const before = await get('/ap/actors/emplois', accept)
    expect((await get('/ap/actors/emplois', accept)).read).toBe(false)
    const now = deps.now()
    await deps.db.write([
      deps.db.make.update(actors).set({ deletedAt: now }).where(eq(actors.id, '/ap/actors/emplois')),
    ])
    expect(before.status).toBe(200)
    expect((await get('/ap/actors/emplois', accept)).status).toBe(410)
  })

  test('while a page is being made leaves that page to the one who asked', async () => {
    await published(deps, editor, 'job', { title: 'Menuisière' })
    const slow = app.request('https://hub.example/emplois')
    await published(deps, editor, 'job', { title: 'Charpentier' })
    await (await slow).text()
    expect((await get('/emplois')).text).toContain('Charpentier')
  })

  test('that only time makes shows within a minute', async () => {
    await published(deps, editor, 'job', { title: 'Menuisière' }, { deadline: '2026-11-23' })
    expect((await get('/emplois')).text).toContain('Menuisière')
    deps.pass(24 * 3_600_000)
    expect((await get('/emplois')).text).not.toContain('Menuisière')
  })
})

test('who brings a cookie, a token or a signature is answered as somebody', async () => {
  for (const [name, value] of [
    ['cookie', 'langue=en'],
    ['authorization', 'Bearer maillon_x'],
    ['signature', 'keyId="https://ailleurs.example/k"'],
  ] as const) {
    expect((await get('/emplois', { [name]: value })).read).toBe(true)
    expect((await get('/emplois', { [name]: value })).read).toBe(true)
  }
  // And what they were shown is nobody else's.
  expect((await get('/emplois')).text).toContain('lang="fr"')
})

test('of all the addresses that somebody may invent, the last five hundred are kept', async () => {
  for (let number = 0; number < 520; number++) await get(`/ap/actors/emplois?n=${number}`)
  expect((await get('/ap/actors/emplois?n=0')).read).toBe(true)
  expect((await get('/ap/actors/emplois?n=519')).read).toBe(false)
})
