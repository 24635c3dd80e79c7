import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tag } from '../languages/pseudo.ts'
import { root } from '../support/dist.ts'
import { accessible, desk, fits, openBrowser, phone, picture } from './browser.ts'
import { openPlace, type Place } from './place.ts'
import { seed } from './seed.ts'

let browser: Browser
let place: Place
let entries: string[]

/** The language of the tests, told to a hub that runs from what was built, before its first page. */
function preload(dataDir: string): string {
  const url = (file: string) => JSON.stringify(pathToFileURL(join(root, file)).href)
  const file = join(dataDir, '..', 'pseudo.mjs')
  writeFileSync(
    file,
    `import { addLanguage, catalogues } from ${url('dist/views/language.js')}
     import { pseudoLanguage } from ${url('test/languages/pseudo.ts')}
     addLanguage(pseudoLanguage(catalogues))`,
  )
  return pathToFileURL(file).href
}

beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser, { before: preload })
  entries = await seed(place)
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

const styleOf = (page: Page, selector: string, property: string): Promise<unknown> =>
  page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`)

const open = () => ['/', '/emplois', '/recherche?q=forum', '/agenda', '/connexion', '/reseau', ...entries]
const closed = () => [
  '/compte',
  '/emplois/nouveau',
  '/reglages',
  '/brouillons',
  '/moderation',
  '/utilisateurs',
]

describe('in a language that is written from right to left', () => {
  it.each([
    ['visitor', open],
    ['admin', closed],
  ] as const)(
    'pages for a %s fit a phone, the smallest one and a desk, and have no fault',
    async (who, paths) => {
      const page = await place[who]({ viewport: desk, scripts: true })
      const named = (path: string) => `rtl${path.replaceAll(/[^a-z0-9]+/g, '-').slice(0, 60)}`
      for (const path of paths()) {
        await page.setViewportSize(desk)
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${tag}`)
        expect(await page.locator('html').getAttribute('dir'), path).toBe('rtl')
        await fits(page)
        await accessible(page)
        await picture(page, `${named(path)}-desk`)
        await page.setViewportSize(phone)
        await fits(page)
        await picture(page, `${named(path)}-phone`)
        await page.setViewportSize({ ...phone, width: 320 })
        await fits(page)
      }
      await page.context().close()
    },
    120_000,
  )

  it('the lines begin at the right, what a person of here wrote at the left, and arrows turn', async () => {
    const page = await place.visitor({ viewport: desk })
    await page.goto(`/emplois?lang=${tag}`)
    expect(await styleOf(page, 'h1', 'direction')).toBe('rtl')
    expect(await styleOf(page, '.card-link', 'direction')).toBe('ltr')
    await page.goto(`/emplois/affiche?lang=${tag}`)
    expect(await styleOf(page, '.icon-pointing', 'transform')).toBe('matrix(-1, 0, 0, 1, 0, 0)')
    await page.goto('/emplois/affiche')
    expect(await styleOf(page, '.icon-pointing', 'transform')).toBe('none')
    await page.context().close()
  })
})
