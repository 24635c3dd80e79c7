import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../support/dist.ts'
import { openBrowser, phone } from './browser.ts'
import { firstLoad } from './first-load.ts'
import { openPlace, type Place } from './place.ts'
import { seed } from './seed.ts'

// What a first visit costs on a telephone in the country. How long it takes is measured by `npm run bench`; what makes
// it long is held here.

let browser: Browser
let place: Place
let entries: string[]
beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser)
  entries = await seed(place)
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

const pages: readonly (readonly [string, 'visitor' | 'admin', () => string])[] = [
  ['the home page', 'visitor', () => '/'],
  ['a list', 'visitor', () => '/emplois'],
  ['an entry', 'visitor', () => entries[2] ?? ''],
  ['a search', 'visitor', () => '/recherche?q=forum'],
  ['a month', 'visitor', () => '/agenda/mois/2026-11'],
  ['the editor', 'admin', () => '/emplois/nouveau'],
]

describe.each(pages)('%s, the first time, over a slow connection', (_, who, path) => {
  it('weighs at most 100 KB, moves nothing once it is shown, waits for one file, and says the same without a script', async () => {
    const page = await place[who]({ viewport: phone, scripts: true })
    // Whoever writes came by the page where one signs in; pages of members are not compressed (middleware/packing.ts).
    if (who === 'admin') await page.goto('/connexion', { waitUntil: 'networkidle' })
    const { bytes, shift, blocking, late, picture } = await firstLoad(page, path())
    expect(bytes).toBeLessThanOrEqual(100_000)
    expect(shift).toBe(0)
    // The page and its style sheet; no script, no font.
    expect(blocking.map(({ name }) => name.replace(/\..*/, ''))).toEqual([
      new URL(path(), place.base).pathname,
      '/static/style',
    ])
    const first = blocking.reduce((sum, file) => sum + file.bytes, 0)
    // Four round trips of a young connection: https://www.rfc-editor.org/rfc/rfc6928
    expect(first).toBeLessThanOrEqual(10 * 1460 * 3)
    // Nothing is found only once something else was read, but the font, which the page itself names early, and the
    // preview of a form, which comes when the form is there.
    expect(late.filter((file) => !/^css \/static\/text\.|^fetch .*\/apercu$/.test(file))).toEqual([])
    if (picture !== null) {
      expect(picture).toMatch(/ width="\d+"/)
      expect(picture).toMatch(/ height="\d+"/)
      expect(picture).not.toContain('loading="lazy"')
    }
    const bare = await place[who]({ viewport: phone, scripts: true })
    await bare.route(/\.js$/, (route) => route.abort())
    await bare.goto(path(), { waitUntil: 'load' })
    const read: string[] = await bare.evaluate(words)
    expect(read.length).toBeGreaterThan(10)
    expect(read).toEqual(await page.evaluate(words))
    await page.context().close()
    await bare.context().close()
  }, 60_000)
})

/** What can be read; what needs a script shows where there is one: some buttons, and the preview of what one types. */
const words = `(() => {
  for (const button of document.querySelectorAll('[data-copy], [data-print], .near-me, .live, .see-live')) button.remove()
  return [...document.querySelectorAll('main :is(h1, h2, h3, p, dt, dd, label, legend, a), nav a')]
    .filter((one) => one.checkVisibility())
    .map((one) => one.innerText.trim())
    .filter((text) => text !== '')
})()`

it('all scripts of our own together weigh at most 15 KB', () => {
  const folder = join(root, 'dist/static')
  // Leaflet comes when somebody asks for a map with streets, and on no page before.
  const ours = readdirSync(folder).filter((name) => /^(?!htmx\.|leaflet\.).+\.js\.br$/.test(name))
  expect(ours.length).toBeGreaterThan(1)
  expect(ours.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThanOrEqual(15_000)
})
