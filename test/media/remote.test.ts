import { readdirSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entries, media } from '../../db/schema/entries.ts'
import { cacheFolder } from '../../server/media/files.ts'
import { entryPictures } from '../../server/media/originals.ts'
import { remoteThumbnails } from '../../server/media/remote.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { noise, photograph } from './images.ts'

const source = 'https://ailleurs.example/photo.jpg'
let deps: TestDeps
let asked: string[]
let answer: (url: string) => Promise<Uint8Array>

beforeEach(async () => {
  deps = await openTestDeps()
  asked = []
  answer = () => photograph()
})
afterEach(() => deps.close())

const thumbnails = (limits?: { cacheBytes: number }) =>
  remoteThumbnails(
    deps,
    (url) => {
      asked.push(url)
      return answer(url)
    },
    entryPictures(deps, limits),
  )

/** A remote picture, and an entry that shows it. */
async function shown(sourceUrl = source): Promise<string> {
  const id = deps.newId()
  const now = deps.now()
  await deps.db.write([
    deps.db.make
      .insert(media)
      .values({ id, type: 'image/webp', width: 0, height: 0, bytes: 0, sourceUrl, createdAt: now }),
    deps.db.make.insert(entries).values({
      id: `${id.slice(0, -4)}0000`,
      kind: 'news',
      slug: id,
      title: 'Une nouvelle d’ailleurs',
      imageId: id,
      state: 'published',
      createdAt: now,
      updatedAt: now,
      apId: `https://ailleurs.example/${id}`,
    }),
  ])
  return id
}

test('a remote picture is fetched when somebody looks, and shown as our own small WebP', async () => {
  const id = await shown()
  const picture = await thumbnails().thumbnail(id)
  expect(asked).toEqual([source])
  const found = await sharp(picture ?? Buffer.alloc(0)).metadata()
  expect(found).toMatchObject({ format: 'webp', width: 360, height: 480 })
  expect(found.exif).toBeUndefined()
})

test('it is fetched once: by many who look together, again later, and after a new start', async () => {
  const id = await shown()
  const first = thumbnails()
  const all = await Promise.all([first.thumbnail(id), first.thumbnail(id), first.thumbnail(id)])
  expect(new Set(all.map((one) => one?.length))).toHaveProperty('size', 1)
  expect(await thumbnails().thumbnail(id)).toEqual(all[0])
  expect(asked).toHaveLength(1)
})

test('what the row does not name is never fetched: an unknown id, or our own picture', async () => {
  const own = deps.newId()
  const row = { type: 'image/webp', width: 1, height: 1, bytes: 1, createdAt: deps.now() }
  await deps.db.write([deps.db.make.insert(media).values({ id: own, ...row })])
  expect(await thumbnails().thumbnail(deps.newId())).toBeNull()
  expect(await thumbnails().thumbnail(own)).toBeNull()
  expect(asked).toEqual([])
})

test('once the entry is erased its thumbnail is gone, though the cache still holds the file', async () => {
  const id = await shown()
  const all = thumbnails()
  expect(await all.thumbnail(id)).not.toBeNull()
  await deps.db.write([deps.db.make.delete(entries).where(eq(entries.imageId, id))])
  expect(await all.thumbnail(id)).toBeNull()
})

test.each([
  ['that cannot be fetched', () => Promise.reject(new Error('no answer'))],
  ['that is a web page', () => Promise.resolve(Buffer.from('<!doctype html><script>alert(1)</script>'))],
  [
    'that is a drawing with a script',
    () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
  ],
])('a picture %s is asked for again only an hour later', async (_, failing) => {
  const id = await shown()
  const all = thumbnails()
  answer = failing
  expect(await all.thumbnail(id)).toBeNull()
  expect(await all.thumbnail(id)).toBeNull()
  expect(asked).toHaveLength(1)
  answer = () => photograph()
  deps.pass(3_600_001)
  expect(await all.thumbnail(id)).not.toBeNull()
  expect(asked).toHaveLength(2)
})

test('the cache stays within its bounds, and drops what was looked at longest ago', async () => {
  answer = async () => new Uint8Array(await noise(480, 480).webp({ quality: 60 }).toBuffer())
  const ids = [
    await shown('https://a.example/1'),
    await shown('https://a.example/2'),
    await shown('https://a.example/3'),
  ]
  const [first = '', second = '', third = ''] = ids
  const size = (await thumbnails().thumbnail(first))?.length ?? 0
  const all = thumbnails({ cacheBytes: Math.round(size * 2.5) })
  deps.pass(1000)
  await all.thumbnail(second)
  deps.pass(1000)
  await all.thumbnail(first)
  deps.pass(1000)
  await all.thumbnail(third)
  expect(readdirSync(cacheFolder(deps.config)).toSorted()).toEqual(
    [`${first}-480.webp`, `${third}-480.webp`].toSorted(),
  )
  const total = readdirSync(cacheFolder(deps.config)).reduce(
    (sum, name) => sum + readFileSync(`${cacheFolder(deps.config)}/${name}`).length,
    0,
  )
  expect(total).toBeLessThanOrEqual(size * 2.5)
})
