import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { media } from '../../db/schema/entries.ts'
import { Refusal } from '../../server/refusal.ts'
import { pictureFolder } from '../../server/media/files.ts'
import { maxUpload, storePicture, type StoredPicture } from '../../server/media/pictures.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { headerBomb, noise, photograph } from './images.ts'

let deps: TestDeps
beforeAll(async () => {
  deps = await openTestDeps()
})
afterAll(() => deps.close())

const store = (bytes: Uint8Array | string, name = 'photo.jpg', type = 'image/jpeg') =>
  storePicture(
    deps,
    new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type }),
    'someone',
  )

async function kept(bytes: Uint8Array, name?: string, type?: string): Promise<StoredPicture> {
  const stored = await store(bytes, name, type)
  if ('code' in stored) throw new Error(`refused: ${stored.code}`)
  return stored
}

const fileOf = (name: string): Buffer => readFileSync(join(pictureFolder(deps.config), name))

describe('a photograph', () => {
  test('is kept upright, as WebP, without the place and the name that its EXIF told', async () => {
    const original = await photograph()
    expect((await sharp(original).metadata()).exif?.includes('Someone Private')).toBe(true)
    const stored = await kept(original)
    expect(stored).toMatchObject({ width: 600, height: 800 })
    for (const name of [`${stored.id}.webp`, `${stored.id}-480.webp`]) {
      const found = await sharp(fileOf(name)).metadata()
      expect(found).toMatchObject({ format: 'webp' })
      expect(found.exif).toBeUndefined()
      expect(found.xmp).toBeUndefined()
      expect(fileOf(name).includes('Someone Private')).toBe(false)
    }
    expect(await sharp(fileOf(`${stored.id}-480.webp`)).metadata()).toMatchObject({ width: 360, height: 480 })
  })

  test('larger than a page is made smaller, a small one stays as it is', async () => {
    const large = await kept(await noise(4000, 1000).jpeg({ quality: 40 }).toBuffer())
    expect(large).toMatchObject({ width: 1600, height: 400 })
    const small = await kept(await noise(20, 10).png().toBuffer(), 'icon.png', 'image/png')
    expect(small).toMatchObject({ width: 20, height: 10 })
  })

  test.each(['png', 'webp', 'avif'] as const)('may be %s', async (format) => {
    const stored = await kept(
      await noise(64, 64).toFormat(format).toBuffer(),
      `photo.${format}`,
      `image/${format}`,
    )
    expect((await sharp(fileOf(`${stored.id}.webp`)).metadata()).format).toBe('webp')
  })

  test('has a row that says its size and who sent it', async () => {
    const { id } = await kept(await photograph(100, 50))
    const row = (await deps.db.read.select().from(media)).find((one) => one.id === id)
    expect(row).toMatchObject({
      type: 'image/webp',
      width: 50,
      height: 100,
      createdBy: 'someone',
      sourceUrl: null,
    })
    expect(row?.bytes).toBe(fileOf(`${id}.webp`).length + fileOf(`${id}-480.webp`).length)
  })

  test('is believed by its bytes: a wrong name or type changes nothing', async () => {
    const stored = await kept(await photograph(60, 60), '../../../etc/passwd.html', 'text/html')
    expect((await sharp(fileOf(`${stored.id}.webp`)).metadata()).format).toBe('webp')
  })

  test('that is also a web page leaves the page behind', async () => {
    const script = '<html><script>alert(document.domain)</script></html>'
    const polyglot = Buffer.concat([await photograph(60, 60), Buffer.from(script)])
    const { id } = await kept(polyglot, 'photo.html', 'text/html')
    expect(fileOf(`${id}.webp`).includes('<script')).toBe(false)
  })
})

describe('is refused, and leaves neither row nor file:', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  const cases: [string, () => Promise<Uint8Array | string> | Uint8Array | string, string][] = [
    ['an SVG with a script', () => svg, 'image'],
    [
      'an SVG that says it is a JPEG to those who look at its first bytes',
      () => `\u00ff\u00d8${svg}`,
      'image',
    ],
    ['a web page named photo.jpg', () => '<!doctype html><script>alert(1)</script>', 'image'],
    [
      'an actor named x.json',
      () => JSON.stringify({ type: 'Person', inbox: 'https://x.test/inbox' }),
      'image',
    ],
    ['a GIF', () => gif, 'image'],
    ['a TIFF', async () => noise(8, 8).tiff().toBuffer(), 'image'],
    ['an empty file', () => '', 'image'],
    ['a JPEG cut in the middle', async () => cutInHalf(await photograph()), 'image'],
    ['a PNG cut in the middle', async () => cutInHalf(await noise(300, 300).png().toBuffer()), 'image'],
    ['a WebP cut in the middle', async () => cutInHalf(await noise(300, 300).webp().toBuffer()), 'image'],
    ['a header of 50,000 by 50,000 pixels', () => headerBomb(50_000, 50_000), 'image-size'],
    ['a file one byte over the limit', () => new Uint8Array(maxUpload + 1), 'image-size'],
  ]

  test.each(cases)('%s', async (_, make, code) => {
    const before = readdirSync(pictureFolder(deps.config))
    const rows = await deps.db.read.select().from(media)
    expect(await store(await make())).toMatchObject({ field: 'image', code })
    expect(readdirSync(pictureFolder(deps.config))).toEqual(before)
    expect(await deps.db.read.select().from(media)).toEqual(rows)
  })

  test('a picture that no row could be written for', async () => {
    const failing = {
      ...deps,
      db: { ...deps.db, write: () => Promise.reject(new Refusal('full', 'The disk is full.')) },
    }
    const before = readdirSync(pictureFolder(deps.config))
    const file = new File([new Uint8Array(await photograph(60, 60))], 'photo.jpg')
    await expect(storePicture(failing, file, null)).rejects.toMatchObject({ code: 'full' })
    expect(readdirSync(pictureFolder(deps.config))).toEqual(before)
  })
})

test('thirty pictures at once: some wait, the others are asked to come again, none is lost', async () => {
  const bytes = await photograph(200, 200)
  const all = await Promise.allSettled(Array.from({ length: 30 }, () => store(bytes)))
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  const stored = all.flatMap((one) =>
    one.status === 'fulfilled' && !('code' in one.value) ? [one.value] : [],
  )
  expect(refused.length + stored.length).toBe(30)
  expect(refused.length).toBeGreaterThan(0)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'unavailable', retryAfter: 10 })
  for (const { id } of stored) expect(existsSync(join(pictureFolder(deps.config), `${id}.webp`))).toBe(true)
})

const cutInHalf = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))
