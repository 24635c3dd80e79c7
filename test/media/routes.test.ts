import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries, media } from '../../db/schema/entries.ts'
import { pictureFolder } from '../../server/media/files.ts'
import { storePicture } from '../../server/media/pictures.ts'
import type { Env } from '../../server/web/env.ts'
import { mediaRoutes } from '../../server/web/media.ts'
import { headers } from '../../server/web/middleware/headers.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { photograph } from './images.ts'

let deps: TestDeps
let app: Hono<Env>
let id: string

beforeAll(async () => {
  deps = await openTestDeps()
  // As in the whole hub: the policy of pages is set around everything.
  app = new Hono<Env>().use(headers(deps)).route(
    '/',
    mediaRoutes(deps, () => photograph(60, 60)),
  )
  const stored = await storePicture(deps, new File([new Uint8Array(await photograph())], 'a.jpg'), null)
  if ('code' in stored) throw new Error(stored.code)
  id = stored.id
})
afterAll(() => deps.close())

describe('a picture', () => {
  test.each(['', '-480'])('is served as an image and nothing else (%s)', async (size) => {
    const answer = await app.request(`/media/${id}${size}.webp`)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).toBe(Number(answer.headers.get('content-length')))
    expect(bytes.subarray(8, 12).toString()).toBe('WEBP')
  })

  test('is answered to HEAD without its bytes', async () => {
    const answer = await app.request(`/media/${id}.webp`, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBe(0)
  })
})

describe('nothing else is served:', () => {
  const paths = [
    '/media/../maillon.db',
    '/media/..%2fmaillon.db',
    '/media/%2e%2e%2fmaillon.db',
    '/media/..%5c..%5csecret',
    '/media//etc/passwd',
    '/media/%2fetc%2fpasswd',
    '/media/secret',
    '/media/',
    '/media/.webp',
    '/media/page.html',
    '/media/00000000-0000-0000-0000-000000000000.webp',
    '/media/00000000-0000-0000-0000-000000000000.webp%00.html',
    '/media/r/..%2f..%2fmaillon.db',
    '/media/r/00000000-0000-0000-0000-000000000000.webp',
    '/media/r/https:%2f%2f127.0.0.1%2f.webp',
    `/media/r/https://127.0.0.1/`,
  ]

  test.each(paths)('%s', async (path) => {
    writeFileSync(join(deps.config.dataDir, 'secret'), 'the key')
    mkdirSync(pictureFolder(deps.config), { recursive: true })
    writeFileSync(join(pictureFolder(deps.config), 'page.html'), '<script>alert(1)</script>')
    expect((await app.request(path)).status).toBe(404)
  })

  test('an upper-case or shortened name of a picture that exists', async () => {
    expect((await app.request(`/media/${id.toUpperCase()}.webp`)).status).toBe(404)
    expect((await app.request(`/media/${id}-481.webp`)).status).toBe(404)
    expect((await app.request(`/media/${id}`)).status).toBe(404)
  })
})

test('a remote picture is shown by the id of its row, and without a client of the federation not at all', async () => {
  const remote = deps.newId()
  const times = { createdAt: deps.now(), updatedAt: deps.now() }
  await deps.db.write([
    deps.db.make.insert(media).values({
      id: remote,
      type: 'image/webp',
      width: 0,
      height: 0,
      bytes: 0,
      sourceUrl: 'https://ailleurs.example/a.jpg',
      createdAt: deps.now(),
    }),
    deps.db.make.insert(entries).values({
      id: deps.newId(),
      kind: 'news',
      slug: 'a',
      title: 'A',
      imageId: remote,
      state: 'published',
      ...times,
    }),
  ])
  const answer = await app.request(`/media/r/${remote}.webp`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect(answer.headers.get('cache-control')).toBe('public, max-age=86400')
  expect((await app.request(`/media/${remote}.webp`)).status).toBe(404)
  expect((await mediaRoutes(deps).request(`/media/r/${remote}.webp`)).status).toBe(404)
})
