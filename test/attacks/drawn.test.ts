import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAssets } from '../../server/assets.ts'
import { banners, type Banner, type Banners } from '../../server/media/banner.ts'
import { bannerFolder } from '../../server/media/files.ts'
import type { Env } from '../../server/web/env.ts'
import { onError } from '../../server/web/failures.tsx'
import { bannerRoutes } from '../../server/web/sharing/banner-routes.ts'
import { softwareAccent as accent } from '../../server/hub/accent.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { freshDist, root } from '../support/dist.ts'

// Words of strangers, drawn: by Pango, which has a markup of its own, over SVG, which may name files.

let deps: TestDeps
let drawing: Banners
beforeAll(async () => {
  await freshDist()
  deps = await openTestDeps()
  deps = { ...deps, assets: await loadAssets(join(root, 'dist/static')) }
  drawing = banners(deps)
}, 180_000)
afterAll(() => deps.close())

const banner: Banner = {
  ...{ kind: { label: 'Offre d’emploi', ...accent }, over: null, by: 'Une coop', facts: ['Nanterre (92)'] },
  ...{ title: 'Un titre', hub: 'Le hub', host: 'hub.example', look: { ...accent, logo: null } },
}

async function drawn(change: Partial<Banner>): Promise<string> {
  const picture = await drawing.picture({ ...banner, ...change })
  if (picture === null) throw new Error('It was not drawn.')
  return (await sharp(picture).raw().toBuffer()).toString('base64')
}

test('markup in a title is words, and none of it is obeyed', async () => {
  for (const [title, obeyed] of [
    ['<b>Menuisier</b>', 'Menuisier'],
    ['A &amp; B', 'A & B'],
    ['<span foreground="#ff0000">Menuisier</span>', 'Menuisier'],
    ['</span>Menuisier<span>', 'Menuisier'],
    ['Menuisier</text><image href="file:///etc/passwd"/>', 'Menuisier'],
    ['<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>&x;', ''],
  ] as const)
    expect((await drawn({ title })) === (await drawn({ title: obeyed })), title).toBe(false)
}, 60_000)

test.each([
  ['control characters', 'a\u0000b\u0007\u001b[31m\u2028\u2029'],
  ['half a letter', '\ud800\udc00\ud800'],
  ['a letter under a hundred marks', `e${'\u0301'.repeat(100)}`],
  ['nothing but spaces of all widths', '\u00a0\u2003\u202f\u3000\ufeff'],
  ['what turns the line around', '\u202eabc\u202c\u2067def'],
  ['marks without a word', '… … – , . ; : ·'.repeat(12)],
  ['a word without end', 'W'.repeat(2_000)],
])(
  '%s anywhere on it is drawn or left out',
  async (_, words) => {
    for (const change of [
      { title: words },
      { by: words.slice(0, 200) },
      { facts: [words.slice(0, 200)] },
      { hub: words },
    ])
      expect((await drawn(change)).length).toBeGreaterThan(1000)
  },
  60_000,
)

test('a line that is too wide ends, however few letters fill it', async () => {
  expect((await drawn({ host: `${'m'.repeat(63)}.example` })).length).toBeGreaterThan(1000)
}, 60_000)

test('whoever asks for it by many addresses has one picture drawn and kept', async () => {
  const app = new Hono<Env>().onError(onError(deps)).route('/', bannerRoutes(deps))
  const before = readdirSync(bannerFolder(deps.config)).length
  const etags = new Set<string | null>()
  for (const query of [
    '',
    '?v=',
    '?v=1',
    '?v=__proto__',
    '?x=1&v=%00',
    `?v=${'a'.repeat(5_000)}`,
    '?v=1&v=2',
  ]) {
    const answer = await app.request(`/apercus/fr/emplois.png${query}`)
    expect([query.slice(0, 20), answer.status]).toEqual([query.slice(0, 20), 200])
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    etags.add(answer.headers.get('etag'))
  }
  expect([etags.size, readdirSync(bannerFolder(deps.config)).length - before]).toEqual([1, 1])
  for (const path of [
    'xx',
    '__proto__',
    'constructor',
    'fr/..%2f..%2fsecret',
    'fr/emplois/x',
    'FR',
    'fr%00',
    'toString',
  ])
    expect([path, (await app.request(`/apercus/${path}.png`)).status]).toEqual([path, 404])
}, 60_000)
