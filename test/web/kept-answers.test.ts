import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { createApp } from '../../server/app.tsx'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { createFederation } from '../../server/federation/index.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person, published } from '../support/publish.ts'

let deps: TestDeps
let editor: Viewer
let get: (path: string, headers?: Record<string, string>) => Promise<Response>
beforeAll(async () => {
  deps = await openTestDeps()
  editor = await person(deps, 'editor')
  const app = createApp(deps, createFederation(deps))
  get = async (path, headers = {}) => app.request(path, { headers })
})
afterAll(() => deps.close())

describe('a visitor who comes back', () => {
  test.each([
    '/',
    '/emplois',
    '/emplois/cordiste',
    '/recherche?q=cordiste',
    '/recherche/carte',
    '/etiquettes/corde',
    '/contact',
  ])('is told that %s is as it was, until something is published', async (path) => {
    await published(deps, editor, 'job', { title: 'Cordiste', tags: ['Corde'] })
    const first = await get(path)
    expect(first.status).toBe(200)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    const again = await get(path, { 'if-none-match': `"other", W/${etag}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('vary')).toBe(first.headers.get('vary'))
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
    const english = await get(path, { 'accept-language': 'en', 'if-none-match': etag })
    expect(english.status).toBe(200)
    expect(await english.text()).toContain('<html lang="en"')
  })

  test('never keeps what was withdrawn', async () => {
    const entry = await published(deps, editor, 'job', { title: 'Éphémère' })
    const list = await get('/emplois')
    const page = await get(entry.envelope.path)
    await withdraw(deps, editor, entry)
    const after = await get('/emplois', { 'if-none-match': list.headers.get('etag') ?? '' })
    expect(after.status).toBe(200)
    expect(await after.text()).not.toContain('Éphémère')
    const gone = await get(entry.envelope.path, { 'if-none-match': page.headers.get('etag') ?? '' })
    expect(gone.status).toBe(410)
  })

  test('is not confused with somebody', async () => {
    const answer = await get('/emplois', { cookie: 'session=unknown' })
    expect(answer.headers.get('etag')).toBeNull()
  })
})

describe('a page comes compressed', () => {
  const gzip = { 'accept-encoding': 'gzip, deflate, br' }
  const written = (answer: Response) => answer.arrayBuffer().then((body) => Buffer.from(body))

  test('to whoever can read that, and it is the same page', async () => {
    const plain = await get('/emplois')
    const packed = await get('/emplois', gzip)
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toBe(plain.headers.get('vary'))
    expect(packed.headers.get('vary')).toContain('Accept-Encoding')
    const [whole, small] = [await written(plain), await written(packed)]
    expect(gunzipSync(small).equals(whole)).toBe(true)
    expect(small.length).toBeLessThan(whole.length / 2)
    for (const none of ['br', 'gzip;q=0', ''])
      expect((await get('/emplois', { 'accept-encoding': none })).headers.get('content-encoding')).toBeNull()
  })

  test('under a tag of its own, by which it is known again', async () => {
    const plain = (await get('/emplois')).headers.get('etag') ?? ''
    const packed = (await get('/emplois', gzip)).headers.get('etag') ?? ''
    expect(packed).not.toBe(plain)
    const again = await get('/emplois', { ...gzip, 'if-none-match': packed })
    expect([again.status, again.headers.get('content-encoding')]).toEqual([304, null])
    expect((await get('/emplois', { ...gzip, 'if-none-match': plain })).status).toBe(200)
  })

  test('never to somebody: the length of a page with a secret in it would tell it', async () => {
    const answer = await get('/emplois', { ...gzip, cookie: 'session=unknown' })
    expect(answer.headers.get('content-encoding')).toBeNull()
  })

  test('but not the documents that other servers read', async () => {
    const answer = await get('/ap/actors/hub', { ...gzip, accept: 'application/activity+json' })
    expect(answer.headers.get('content-encoding')).toBeNull()
  })
})
