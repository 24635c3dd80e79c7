import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadEntry } from '../../server/entries/load.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { entries } from '../../db/schema/entries.ts'
import { loadAssets } from '../../server/assets.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { accentOf, softwareAccent } from '../../server/hub/accent.ts'
import { banners, type Banner } from '../../server/media/banner.ts'
import { bannerFolder } from '../../server/media/files.ts'
import { storePicture } from '../../server/media/pictures.ts'
import { drawn, drawnWhole } from '../../server/media/drawable.ts'
import { bannerOfEntry } from '../../server/web/sharing/banner-of.ts'
import { bannerRoutes } from '../../server/web/sharing/banner-routes.ts'
import { hues } from '../../server/web/sharing/hues.ts'
import { addLanguage, catalogues } from '../../views/language.tsx'
import { pseudoLanguage, tag } from '../languages/pseudo.ts'
import { onError } from '../../server/web/failures.tsx'
import type { Env } from '../../server/web/env.ts'
import { metaOf } from '../receivers/card.ts'
import { freshDist, root } from '../support/dist.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { openPages, type Pages } from '../web/pages.ts'

let pages: Pages
/** With what was built: banners are drawn by a program of it. */
let deps: Pages['deps']
let app: Hono<Env>
let admin: Viewer
beforeAll(async () => {
  await freshDist()
  pages = await openPages()
  deps = { ...pages.deps, assets: await loadAssets(join(root, 'dist/static')) }
  app = new Hono<Env>()
  app.onError(onError(deps))
  app.route('/', bannerRoutes(deps))
  admin = await person(deps, 'admin')
}, 180_000)
afterAll(() => pages.close())

const said = async (path: string): Promise<string> => (await pages.as().get(path)).text
const pathOf = (html: string): string => {
  const url = metaOf(html, 'og:image') ?? ''
  return url.replaceAll('&amp;', '&').replace('https://hub.example', '')
}
const pixels = async (answer: Response) => sharp(Buffer.from(await answer.arrayBuffer())).metadata()

const banner: Banner = {
  ...{
    kind: { label: 'Offre d’emploi', ...softwareAccent },
    over: null,
    by: 'Une coop',
    facts: ['Nanterre (92)'],
  },
  ...{ title: 'Un titre', hub: 'Le hub', host: 'hub.example', look: { ...softwareAccent, logo: null } },
}

const square = (background: string): Promise<Uint8Array<ArrayBuffer>> =>
  sharp({ create: { width: 300, height: 300, channels: 3, background } })
    .png()
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes))
const rgb = (hex: string): number[] => [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16))

describe('a link card', () => {
  test('of an entry without a picture shows one that is drawn of its words, of the size that is said', async () => {
    const { envelope } = await published(deps, admin, 'job', { title: 'Menuisier & <i>fils</i> 🥕' })
    const html = await said(envelope.path)
    expect(metaOf(html, 'twitter:card')).toBe('summary_large_image')
    expect(metaOf(html, 'og:image:alt')).toContain('Offre d’emploi')
    const answer = await app.request(pathOf(html))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(answer.headers.get('cache-control')).toBe('public, max-age=604800')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(await pixels(answer)).toMatchObject({ format: 'png', width: 1200, height: 630 })
  })

  test('of the hub, of a list and of an entry is drawn in both languages', async () => {
    const { envelope } = await published(deps, admin, 'event', { title: 'Une fête' })
    const paths = ['/apercus/fr.png', '/apercus/en.png', '/apercus/fr/emplois.png', '/apercus/en/agenda.png']
    for (const path of [...paths, `/apercus/en/agenda/${envelope.id}.png`]) {
      const answer = await app.request(path)
      expect([path, answer.status]).toEqual([path, 200])
      // By an address that no page names, it is not kept for long.
      expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    }
    expect(pathOf(await said('/'))).toMatch(/^\/apercus\/fr\.png\?v=[0-9a-f]{10}$/)
    expect(pathOf(await said('/emplois'))).toMatch(/^\/apercus\/fr\/emplois\.png\?v=/)
  })

  test('is drawn in any language of the hub, also in letters that its font lacks, and in no other', async () => {
    addLanguage(pseudoLanguage(catalogues))
    const { envelope } = await published(deps, admin, 'job', { title: 'Une offre' })
    for (const page of ['', '/emplois', `/emplois/${envelope.id}`]) {
      expect([page, (await app.request(`/apercus/${tag}${page}.png`)).status]).toEqual([page, 200])
      expect([page, (await app.request(`/apercus/de${page}.png`)).status]).toEqual([page, 404])
    }
  })

  test('has another address as soon as a word of it changes, and is not sent twice to who has it', async () => {
    const entry = await published(deps, admin, 'job', { title: 'Avant' })
    const one = pathOf(await said(entry.envelope.path))
    const { headers } = await app.request(one)
    const again = await app.request(one, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const words = bannerOfEntry(deps, entry, 'fr')
    const closed = { ...entry, envelope: { ...entry.envelope, state: 'closed' as const } }
    expect(bannerOfEntry(deps, closed, 'fr')).toEqual({ ...words, over: 'Pourvue' })
    await deps.db.write(deps.hub.steps({ name: 'Un autre nom' }, null, deps.now()))
    await deps.hub.reload()
    expect(pathOf(await said(entry.envelope.path))).not.toBe(one)
  })

  test('shows the colour and the logo of the hub, once it has them, and has another address', async () => {
    const before = pathOf(await said('/'))
    const logo = await storePicture(deps, new Blob([await square('#0000ff')]), null)
    if ('code' in logo) throw new Error(logo.code)
    await deps.db.write(deps.hub.steps({ accent: '#aa0055', logo }, null, deps.now()))
    await deps.hub.reload()
    const after = pathOf(await said('/'))
    expect(after).not.toBe(before)
    const picture = sharp(Buffer.from(await (await app.request(after)).arrayBuffer()))
    const at = async (left: number, top: number) =>
      [...(await picture.clone().extract({ left, top, width: 1, height: 1 }).raw().toBuffer())].slice(0, 3)
    const { light } = accentOf('#aa0055')
    expect(await at(600, 4)).toEqual(rgb(light.accent))
    // In the middle of where the mark would be.
    const [red = 255, , blue = 0] = await at(72 + 36, 630 - 59)
    expect([red < 40, blue > 200]).toEqual([true, true])
    await deps.db.write(deps.hub.steps({ accent: null, logo: null }, null, deps.now()))
    await deps.hub.reload()
  })

  test('is drawn with the mark where the logo is not there any more', async () => {
    const look = { ...softwareAccent, logo: deps.newId() }
    expect(await banners(deps).picture({ ...banner, look })).not.toBeNull()
  })

  test('is drawn of nothing that is not public, or not ours to show', async () => {
    const draft = await drafted(deps, admin, 'job', { title: 'Pas encore' })
    const gone = await published(deps, admin, 'job', { title: 'Fini' })
    await withdraw(deps, admin, gone)
    const { apId } = await received(deps, 'job', { title: 'Chez eux', url: 'https://ailleurs.example/1' })
    const theirs = await loadEntry(deps, eq(entries.apId, apId))
    const remote = await said(theirs?.envelope.path ?? '')
    expect(metaOf(remote, 'og:image')).not.toContain('/apercus/')
    const status = async (path: string) => (await app.request(path)).status
    expect(await status(`/apercus/fr/emplois/${draft.envelope.id}.png`)).toBe(404)
    expect(await status(`/apercus/fr/emplois/${gone.envelope.id}.png`)).toBe(410)
    expect(await status(`/apercus/fr/emplois/${theirs?.envelope.id}.png`)).toBe(404)
    expect(await status(`/apercus/fr/agenda/${gone.envelope.id}.png`)).toBe(404)
    expect(await status('/apercus/fr/..%2f..%2fsecret.png')).toBe(404)
  })
})

describe('what is drawn', () => {
  test('is drawn once for a whole crowd, and then taken from the disk', async () => {
    const drawing = banners(deps)
    const crowd = await Promise.all(Array.from({ length: 50 }, () => drawing.picture(banner)))
    expect(new Set(crowd).size).toBe(1)
    // Another process, whose program cannot even start, finds it.
    const kept = await banners({ ...deps, assets: { ...deps.assets, dir: '/nowhere' } }).picture(banner)
    expect(kept?.equals(crowd[0] ?? Buffer.alloc(0))).toBe(true)
  })

  test('waits in a line that ends: who comes after twenty others is sent away for a moment', async () => {
    const drawing = banners(deps)
    const asked = Array.from({ length: 30 }, (_, n) => drawing.picture({ ...banner, title: `Titre ${n}` }))
    const answers = await Promise.allSettled(asked)
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused.length).toBe(9)
    expect(refused[0]?.reason).toMatchObject({ code: 'unavailable', retryAfter: 10 })
  })

  test('takes a bounded room on the disk: what was asked for longest ago goes first', async () => {
    const drawing = banners(deps, { cacheBytes: 60_000 })
    for (const title of ['Un', 'Deux', 'Trois', 'Quatre']) await drawing.picture({ ...banner, title })
    const folder = bannerFolder(deps.config)
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)).length)
    expect(files.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000)
  })

  test('stays whole with the longest title there can be, and with none that can be drawn', async () => {
    const drawing = banners(deps)
    const long = 'Anticonstitutionnellement '.repeat(12).trim()
    for (const title of [long, 'W'.repeat(300), 'مرحبا بالعالم', '你好', '🥕'])
      expect((await sharp((await drawing.picture({ ...banner, title })) ?? undefined).metadata()).width).toBe(
        1200,
      )
  })

  test('has none of what would be a box: emoji are left out, and a title in other letters altogether', () => {
    expect(drawn('Légumes 🥕 d’été\u202f!')).toBe('Légumes d’été\u00a0!')
    expect(drawnWhole('مرحبا بالعالم ESS')).toBe('')
    expect(drawnWhole('Œuvrer à Łódź, c’est «\u00a0bien\u00a0»')).toBe(
      'Œuvrer à Łódź, c’est «\u00a0bien\u00a0»',
    )
  })

  test('is drawn only with letters that its font has', () => {
    for (const face of ['400Regular', '700Bold']) {
      const has = lettersOf(readFileSync(join(root, `dist/fonts/AtkinsonHyperlegibleNext_${face}.ttf`)))
      const all = Array.from({ length: 0xd7ff }, (_, code) => String.fromCodePoint(code))
      const left = new Set(all.flatMap((letter) => [...drawn(`x${letter}x`)]))
      expect(left.size).toBeGreaterThan(300)
      expect([...left].filter((letter) => !has(letter))).toEqual([])
    }
  })

  test('has the hues of the style sheet', () => {
    const css = readFileSync(join(root, 'static/css/tokens.css'), 'utf8')
    const inCss = [
      ...css.matchAll(/\.kind-(\w+) \{\s*--hue: light-dark\((#\w+),.*?\);\s*--tint: light-dark\((#\w+),/g),
    ]
    expect(Object.fromEntries(inCss.map(([, kind, hue, tint]) => [kind, { hue, tint }]))).toEqual(hues)
    expect(css).toContain(`--accent: light-dark(${softwareAccent.hue},`)
    expect(css).toContain(`--accent-tint: light-dark(${softwareAccent.tint},`)
  })
})

/** https://learn.microsoft.com/en-us/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values */
function lettersOf(font: Buffer): (letter: string) => boolean {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16)
  const at = tables.find((table) => font.toString('latin1', table, table + 4) === 'cmap') ?? 0
  const cmap = font.readUInt32BE(at + 8)
  const parts = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8),
  )
  const part = parts.find((offset) => font.readUInt16BE(offset) === 4) ?? 0
  const count = font.readUInt16BE(part + 6)
  const ends = part + 14
  const segments = Array.from({ length: count / 2 }, (_, index) => [
    font.readUInt16BE(ends + count + 2 + index * 2),
    font.readUInt16BE(ends + index * 2),
  ])
  return (letter) =>
    segments.some(([from = 1, to = 0]) => from <= letter.charCodeAt(0) && letter.charCodeAt(0) <= to)
}
