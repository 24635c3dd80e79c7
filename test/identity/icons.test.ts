import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { fullName, pictureFolder } from '../../server/media/files.ts'
import { storePicture } from '../../server/media/pictures.ts'
import type { Env } from '../../server/web/env.ts'
import { onError } from '../../server/web/failures.tsx'
import { showManifest } from '../../server/web/sharing/manifest.ts'
import { showTriedIcon, triedPath } from '../../server/web/settings/tried-icon.ts'
import { iconRoutes } from '../../server/web/sharing/icons.ts'
import { staticFiles } from '../../server/web/static.ts'
import { openRooms, type Rooms } from '../moderation/rooms.ts'
import { person } from '../support/publish.ts'
import { formIn, postWithFile } from '../web/pages.ts'

let rooms: Rooms
let app: Hono<Env>
let admin: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  admin = await person(rooms.deps, 'admin')
  app = new Hono<Env>()
  app.onError(onError(rooms.deps))
  app.use((c, next) => {
    c.set('viewer', admin)
    c.set('locale', 'fr')
    c.set('flash', null)
    return next()
  })
  app.route('/', staticFiles(rooms.deps))
  app.route('/', iconRoutes(rooms.deps))
  app.get(triedPath, showTriedIcon(rooms.deps))
  app.get('/manifest.webmanifest', showManifest(rooms.deps))
})
afterAll(() => rooms.close())
beforeEach(() => choose({ accent: null, logo: null }))

async function choose(changes: Parameters<Rooms['deps']['hub']['steps']>[0]): Promise<void> {
  const { deps } = rooms
  await deps.db.write(deps.hub.steps(changes, null, deps.now()))
  await deps.hub.reload()
}

type Channels = readonly [red: number, green: number, blue: number, alpha: number]
const blue: Channels = [20, 60, 200, 1]
const nearly = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= 12)

/** A real picture: a disc that touches its edges, or stands free of them, on a ground that may be nothing at all. */
function drawing(
  width: number,
  height: number,
  disc: Channels,
  ground: Channels,
  inset = 0,
): Promise<Buffer> {
  const [r, g, b, alpha] = ground
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><ellipse cx="${width / 2}" cy="${height / 2}" rx="${width / 2 - inset}" ry="${height / 2 - inset}" fill="rgb(${disc.slice(0, 3).join(',')})"/></svg>`
  return sharp({ create: { width, height, channels: 4, background: { r, g, b, alpha } } })
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer()
}

async function logoOf(bytes: Buffer): Promise<void> {
  const logo = await storePicture(rooms.deps, new Blob([new Uint8Array(bytes)]), null)
  if ('code' in logo) throw new Error(logo.code)
  await choose({ logo })
}

interface Pixels {
  side: number
  at: (x: number, y: number) => number[]
  format: string | undefined
  isOpaque: boolean
}
async function pixels(path: string): Promise<Pixels> {
  const answer = await app.request(path)
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png'])
  const bytes = Buffer.from(await answer.arrayBuffer())
  const { format, width = 0, height, hasAlpha } = await sharp(bytes).metadata()
  expect(height).toBe(width)
  const raw = await sharp(bytes).removeAlpha().raw().toBuffer()
  const at = (x: number, y: number) => [...raw.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]
  return { side: width, at, format, isOpaque: !hasAlpha }
}

/** How far from the middle something else than the ground is seen, in halves of the side. */
function reach({ side, at }: Pixels, ground: readonly number[]): { out: number; wide: number; high: number } {
  const middle = (side - 1) / 2
  let [out, wide, high] = [0, 0, 0]
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      if (nearly(at(x, y), ground)) continue
      const [across, along] = [Math.abs(x - middle), Math.abs(y - middle)]
      out = Math.max(out, Math.hypot(across, along) / (side / 2))
      wide = Math.max(wide, across / (side / 2))
      high = Math.max(high, along / (side / 2))
    }
  return { out, wide, high }
}

const white = [255, 255, 255]

describe('the icons of a hub with a logo', () => {
  test.each([
    ['very wide', 900, 120],
    ['very high', 120, 900],
    ['square', 400, 400],
    ['tiny', 24, 12],
  ])('show a %s one whole, as large as it goes, and within what no mask cuts', async (_, width, height) => {
    await logoOf(await drawing(width, height, blue, [0, 0, 0, 0]))
    for (const side of [192, 512]) {
      const whole = await pixels(`/icones/${side}.png`)
      expect([whole.side, whole.format, whole.isOpaque]).toEqual([side, 'png', true])
      const { wide, high } = reach(whole, white)
      expect(Math.max(wide, high)).toBeGreaterThan(0.8)
      expect(Math.max(wide, high)).toBeLessThan(0.87)
      // Its proportion is kept.
      expect(Math.abs(wide / high / (width / height) - 1)).toBeLessThan(0.2)
      expect(nearly(whole.at(side / 2, side / 2), blue.slice(0, 3))).toBe(true)
      const masked = await pixels(`/icones/masque-${side}.png`)
      expect(masked.isOpaque).toBe(true)
      expect(reach(masked, white).out).toBeLessThanOrEqual(0.8)
      expect(reach(masked, white).out).toBeGreaterThan(0.5)
    }
  })

  test('lose the empty margin of a transparent one, which would make it small', async () => {
    await logoOf(await drawing(400, 400, blue, [0, 0, 0, 0], 150))
    expect(reach(await pixels('/icones/192.png'), white).wide).toBeGreaterThan(0.8)
  })

  test('go on with the ground that it brings, to the edge', async () => {
    const ground: Channels = [200, 30, 60, 1]
    await logoOf(await drawing(600, 200, [255, 255, 255, 1], ground, 40))
    for (const sort of ['192', 'masque-192', '180']) {
      const icon = await pixels(`/icones/${sort}.png`)
      for (const [x, y] of [
        [0, 0],
        [icon.side - 1, 0],
        [0, icon.side - 1],
        [icon.side / 2, 4],
      ] as const)
        expect([sort, nearly(icon.at(x, y), ground.slice(0, 3))]).toEqual([sort, true])
      expect(reach(icon, ground.slice(0, 3)).wide).toBeGreaterThan(0.2)
    }
  })

  test('put a pale one, drawn for the night, on the hub’s colour, and any other on white', async () => {
    await logoOf(await drawing(300, 300, [250, 250, 250, 1], [0, 0, 0, 0], 30))
    expect((await pixels('/icones/192.png')).at(2, 2)).toEqual([0x1d, 0x5c, 0x4d])
    await choose({ accent: '#aa0055' })
    expect((await pixels('/icones/192.png')).at(2, 2)).toEqual([0xaa, 0x00, 0x55])
    await logoOf(await drawing(300, 300, blue, [0, 0, 0, 0], 30))
    expect((await pixels('/icones/192.png')).at(2, 2)).toEqual(white)
  })

  test('are the picture itself where it is a square that hides what is behind', async () => {
    const [r, g, b] = [200, 30, 60]
    const half = { create: { width: 150, height: 300, channels: 3, background: { r, g, b } } } as const
    const halves = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#143cc8' } })
      .composite([{ input: await sharp(half).png().toBuffer(), gravity: 'east' }])
      .png()
      .toBuffer()
    await logoOf(halves)
    const icon = await pixels('/icones/192.png')
    expect(nearly(icon.at(1, 1), blue.slice(0, 3))).toBe(true)
    expect(nearly(icon.at(190, 190), [200, 30, 60])).toBe(true)
  })

  test('show the mark where it cannot be read any more, or shows nothing', async () => {
    await logoOf(await drawing(200, 200, blue, [0, 0, 0, 0], 100))
    const empty = await pixels('/icones/192.png')
    expect(nearly(empty.at(2, 2), [0xfb, 0xf8, 0xf3])).toBe(true)
    await logoOf(await drawing(200, 100, blue, [0, 0, 0, 0]))
    const { logo } = rooms.deps.hub.settings
    await rm(join(pictureFolder(rooms.deps.config), fullName(logo?.id ?? '')))
    expect(nearly((await pixels('/icones/192.png')).at(2, 2), [0xfb, 0xf8, 0xf3])).toBe(true)
  })
})

describe('the icons of a hub', () => {
  const manifest = async () =>
    (await (await app.request('/manifest.webmanifest')).json()) as {
      icons: { src: string; sizes: string; purpose: string }[]
    }
  const head = async () => (await rooms.as().get('/')).text
  const links = (text: string) =>
    [...text.matchAll(/<link rel="(?:icon|apple-touch-icon)"[^>]*href="([^"]*)"/g)].map(
      ([, href]) => href ?? '',
    )

  test('that chose nothing are the software’s', async () => {
    expect(links(await head()).join()).not.toContain('/icones/')
    expect(JSON.stringify(await manifest())).not.toContain('/icones/')
    expect((await app.request('/icones/192.png')).status).toBe(404)
  })

  test('that chose a colour alone are the mark in it', async () => {
    await choose({ accent: '#aa0055' })
    const icon = await pixels('/icones/512.png')
    const seen = Array.from({ length: 512 }, (_, x) => icon.at(x, 256))
    expect(seen.some((one) => nearly(one, [0xaa, 0x00, 0x55]))).toBe(true)
    expect(seen.some((one) => nearly(one, [0x1d, 0x5c, 0x4d]))).toBe(false)
    expect(reach(await pixels('/icones/masque-512.png'), [0xfb, 0xf8, 0xf3]).out).toBeLessThanOrEqual(0.8)
  })

  test('are in the manifest in both sizes, whole and for a mask, in tabs and on the screen of an iPhone', async () => {
    await logoOf(await drawing(300, 100, blue, [0, 0, 0, 0]))
    const { icons } = await manifest()
    expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      ...['192x192 any', '512x512 any', '192x192 maskable', '512x512 maskable'],
    ])
    for (const { src, sizes } of icons) expect(`${(await pixels(src)).side}`).toBe(sizes.split('x')[0])
    const [tab = '', touch = ''] = links(await head())
    expect([(await pixels(tab)).side, (await pixels(touch)).side]).toEqual([96, 180])
    expect((await app.request('/favicon.ico')).headers.get('location')).toBe(tab)
    expect(await head()).toContain('og:image')
  })

  test('have another address with another logo, are kept a week by it, and not sent twice', async () => {
    await logoOf(await drawing(300, 100, blue, [0, 0, 0, 0]))
    const [first = ''] = links(await head())
    const answer = await app.request(first)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=604800')
    const again = await app.request(first, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    await logoOf(await drawing(300, 100, [200, 30, 60, 1], [0, 0, 0, 0]))
    expect(links(await head())[0]).not.toBe(first)
    expect((await app.request(first)).headers.get('cache-control')).toBe('public, max-age=300')
  })
})

describe('while a logo is being chosen', () => {
  const path = '/reglages/identite'
  const shown = (text: string) =>
    [...text.matchAll(/<img[^>]* src="(\/reglages\/identite\/icone\.png[^"]*)"/g)].map(([, src = '']) =>
      src.replaceAll('&amp;', '&'),
    )

  test('the preview shows its icons before anything is kept, to administrators alone', async () => {
    const browser = rooms.as(admin)
    const looked = await postWithFile(
      browser,
      path,
      { ...formIn(await browser.get(path), path), end: 'preview', accent: '#aa0055' },
      {
        name: 'logo',
        bytes: new Uint8Array(await drawing(300, 100, [250, 250, 250, 1], [0, 0, 0, 0])),
        type: 'image/png',
      },
    )
    const [whole = '', masked = ''] = shown(looked.text)
    expect((await pixels(whole)).at(2, 2)).toEqual([0xaa, 0x00, 0x55])
    expect(reach(await pixels(masked), [0xaa, 0x00, 0x55]).out).toBeLessThanOrEqual(0.8)
    for (const src of [whole, masked]) {
      const statusFor = async (viewer?: Viewer) => (await rooms.as(viewer).get(src)).status
      expect(await statusFor(admin)).toBe(200)
      expect(await statusFor(await person(rooms.deps, 'admin'))).toBe(404)
      expect(await statusFor(await person(rooms.deps, 'editor'))).toBe(403)
      expect(await statusFor()).toBe(401)
    }
    expect(rooms.deps.hub.settings.logo).toBeNull()
  })

  test('without one it shows the software’s', async () => {
    expect((await rooms.as(admin).get(path)).text).toMatch(/identity-icons"><img src="\/static\/icon-192/)
  })
})
