import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildStatic } from '../../static/build.ts'
import { communes, licences } from '../../static/data.ts'
import { icons } from '../../views/icons.ts'

const dist = mkdtempSync(join(tmpdir(), 'maillon-static-'))
const file = (address: string): string => join(dist, address)
let manifest: Record<string, string>

beforeAll(() => {
  buildStatic(dist)
  manifest = JSON.parse(readFileSync(file('static/manifest.json'), 'utf8')) as Record<string, string>
})
afterAll(() => rmSync(dist, { recursive: true }))

/** Where a logical name was written. */
const at = (name: string): string => file(manifest[name] ?? `${name} is not in the manifest`)
const built = (name: string): string => readFileSync(at(name), 'utf8')

describe('the built files', () => {
  test('are named by their content and made once', () => {
    expect(manifest['style.css']).toMatch(/^\/static\/style\.[0-9a-f]{10}\.css$/)
    expect(buildStatic(dist)).toBe('up to date')
  })

  test('hold what a page links to', () => {
    const linked = [
      'style.css',
      'htmx.js',
      'maillon.js',
      'icons.svg',
      'favicon.svg',
      'icon.png',
      'text.woff2',
    ]
    for (const name of linked) expect(existsSync(at(name)), name).toBe(true)
  })

  test.each(['style.css', 'htmx.js', 'maillon.js', 'icons.svg', 'favicon.svg'])(
    '%s is there compressed, twice',
    (name) => {
      const path = at(name)
      expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(built(name))
      expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(built(name))
    },
  )

  test('ask for nothing but each other', () => {
    const asked = [...built('style.css').matchAll(/url\((.+?)\)/g)].map(([, name]) => name ?? '')
    expect(asked).toHaveLength(2)
    for (const name of asked) expect(existsSync(join(dist, 'static', name)), name).toBe(true)
    expect(built('style.css')).not.toMatch(/@import|https?:\/\/|data:/)
  })

  test('draw every icon', () => {
    const drawn = [
      ...built('icons.svg').matchAll(
        /<symbol id="([^"]+)" viewBox="0 0 24 24"><(?:path|circle|rect|line|poly)/g,
      ),
    ]
    expect(drawn.map(([, name]) => name)).toEqual([...icons])
  })

  test('fit a first visit in 100 KB with room for the page', () => {
    const sizes = ['style.css', 'htmx.js', 'maillon.js', 'icons.svg', 'favicon.svg'].map(
      (name) => statSync(`${at(name)}.br`).size,
    )
    const total = [...sizes, statSync(at('text.woff2')).size].reduce((sum, size) => sum + size, 0)
    expect(total).toBeLessThan(75_000)
    expect(statSync(`${at('maillon.js')}.br`).size).toBeLessThan(1024)
  })
})

describe('the places', () => {
  const { departments, groupings, communes: rows } = communes()
  const place = (code: string) => rows.find(([insee]) => insee === code)

  test('are all communes of today with postcode, department and grouping', () => {
    expect(rows.length).toBeGreaterThan(34_900)
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length)
    const [, name, postcodes, department, group] = place('92036') ?? []
    expect([name, postcodes, department]).toEqual(['Gennevilliers', '92230', '92'])
    expect(groupings[group ?? -1]?.[1]).toBe('Métropole du Grand Paris')
    expect(departments).toContainEqual(['92', 'Hauts-de-Seine', '11'])
  })

  test('name a department that exists', () => {
    const known = new Set(departments.map(([code]) => code))
    expect(rows.filter(([, , , department]) => !known.has(department))).toEqual([])
  })

  test('hold the arrondissements, with their commune', () => {
    expect(place('13201')?.[6]).toBe('13055')
    expect(place('75056')?.[1]).toBe('Paris')
  })
})

describe('the licences', () => {
  const all = licences()

  test('begin with those made for sharing', () => {
    expect(all.slice(0, 5).map(({ id }) => id)).toEqual([
      'CC0-1.0',
      'CC-BY-4.0',
      'CC-BY-SA-4.0',
      'etalab-2.0',
      'ODbL-1.0',
    ])
    expect(all.findIndex(({ free }) => !free)).toBe(all.filter(({ free }) => free).length)
  })

  test('are the whole SPDX list, each with a name', () => {
    expect(all.length).toBeGreaterThan(600)
    expect(all.filter(({ name }) => name === '')).toEqual([])
  })
})
