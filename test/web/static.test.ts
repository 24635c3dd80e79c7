import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAssets, loadLicences } from '../../server/assets.ts'
import { staticFiles } from '../../server/web/static.ts'
import { buildStatic } from '../../static/build.ts'

let dist: string
let assets: Awaited<ReturnType<typeof loadAssets>>
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'maillon-dist-'))
  buildStatic(dist)
  assets = await loadAssets(join(dist, 'static'))
})
afterAll(() => rmSync(dist, { recursive: true, force: true }))

const hub = { settings: { name: 'Hub', tagline: '', accent: null, logo: null } }
const ask = (path: string, headers: Record<string, string> = {}) =>
  staticFiles({ assets, hub, config: { offlinePages: true } }).request(path, { headers })

const fileOf = (address: string): Promise<Buffer> => readFile(join(assets.dir, basename(address)))

test('every file of the manifest is served under its hashed name, to be kept for good', async () => {
  expect(Object.keys(assets.manifest)).toEqual(expect.arrayContaining(['style.css', 'htmx.js', 'icons.svg']))
  for (const address of Object.values(assets.manifest)) {
    const answer = await ask(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(await fileOf(address))
  }
})

test('style and scripts come compressed to those who can read it', async () => {
  const address = assets.manifest['style.css'] ?? ''
  const plain = await fileOf(address)
  for (const [encoding, decode] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const answer = await ask(address, { 'accept-encoding': encoding })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
    expect(answer.headers.get('content-type')).toContain('text/css')
    expect(decode(Buffer.from(await answer.arrayBuffer()))).toEqual(plain)
  }
})

test.each([
  '/static/manifest.json',
  '/static/',
  '/static/..%2fdata%2flicences.json',
  '/static/%2e%2e/data/licences.json',
  '/static/a/b',
])('what the manifest does not name is not served: %s', async (path) =>
  expect((await ask(path)).status).toBe(404),
)

test('the map has a shape for each department of the mainland, each in its place, and is small', async () => {
  const svg = (await fileOf(assets.manifest['departments.svg'] ?? '')).toString()
  const shapes = new Map(
    [...svg.matchAll(/<path id="d-(\w+)" d="M([\d.]+),([\d.]+)l[^"]+z"/g)].map(
      ([, code = '', x, y]) => [code, [Number(x), Number(y)]] as const,
    ),
  )
  expect(shapes.size).toBe(96)
  const [nord = [0, 0], corse = [0, 0], finistere = [0, 0], rhin = [0, 0]] = ['59', '2A', '29', '67'].map(
    (code) => shapes.get(code),
  )
  expect(nord[1]).toBeLessThan(corse[1] ?? 0)
  expect(finistere[0]).toBeLessThan(rhin[0] ?? 0)
  expect(svg).not.toMatch(/NaN|undefined/)
  expect(svg).toContain('CC BY 4.0')
  expect(svg.length).toBeLessThan(90_000)
})

test('a browser is given the worker, or where an operator wants none, the one that ends it; neither is kept', async () => {
  const given = async (offlinePages: boolean) => {
    const answer = await staticFiles({ assets, hub, config: { offlinePages } }).request('/sw.js?lang=fr')
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(answer.headers.get('content-type')).toContain('text/javascript')
    return answer.text()
  }
  const [on, off] = [await given(true), await given(false)]
  expect(on).toContain("addEventListener('fetch'")
  expect(on).not.toMatch(/'FILES'|VERSION/)
  expect(off).toContain('registration.unregister()')
  expect(off).not.toContain("addEventListener('fetch'")
})

test('/favicon.ico leads to the icon', async () => {
  const answer = await ask('/favicon.ico')
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(assets.manifest['icon.png'])
})

test('licences are read in their order, free ones first', async () => {
  const licences = await loadLicences(join(dist, 'data', 'licences.json'))
  expect([...licences.keys()].slice(0, 3)).toEqual(['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0'])
  expect(licences.get('AGPL-3.0-or-later')).toBe('GNU Affero General Public License v3.0 or later')
})

test('a hub that was not built says how to build it', async () => {
  await expect(loadAssets(join(dist, 'absent'))).rejects.toThrow('npm run build')
  writeFileSync(join(dist, 'wrong.json'), '[{"id": 1}]')
  await expect(loadLicences(join(dist, 'wrong.json'))).rejects.toThrow('expected string')
})
