import jsqr from 'jsqr'
import type { Browser, Page } from 'playwright-core'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '../support/site.ts'
import { desk, openBrowser, picture } from './browser.ts'
import { openPlace, type Place } from './place.ts'
import { seed } from './seed.ts'

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

/** 210 × 297 mm at 96 dots an inch, less the margins of 14 mm. */
const sheet = { width: 688, height: 1017 }

/** How many pages it makes, and how large the first is, in points: ISO 32000-1 §7.7.3. */
async function paper(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf) ?? []
  return {
    pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }
}

/** What a telephone reads from it: as it is drawn, then as a bad camera sees it from afar. */
async function scanned(page: Page): Promise<(string | undefined)[]> {
  await page.emulateMedia({ media: 'screen' })
  const shot = await page.locator('.poster-code').screenshot()
  const look = async (image: Sharp) => {
    const { data, info } = await image
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
  }
  return [await look(sharp(shot)), await look(sharp(shot).resize(160).blur(0.8))]
}

describe('a poster on paper', () => {
  it('is one sheet of A4 with nothing cut off, whose code a telephone reads', async () => {
    const page = await place.visitor({ viewport: sheet, scripts: true })
    for (const path of ['/affiche', '/emplois/affiche', ...entries.map((entry) => `${entry}/affiche`)]) {
      await page.emulateMedia({ media: 'print' })
      await page.goto(path)
      expect([path, await paper(page)]).toEqual([path, { pages: 1, width: 595, height: 842 }])
      for (const part of ['h1', '.poster-address', '.poster-facts']) {
        const cut = await page
          .locator(`.poster ${part}`)
          .evaluateAll((found) =>
            found.some(
              (one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > 688,
            ),
          )
        expect([path, part, cut]).toEqual([path, part, false])
      }
      const [clear, blurred] = await scanned(page)
      expect(clear).toMatch(new RegExp(`^${place.base}/`))
      expect([path, blurred]).toEqual([path, clear])
      // It leads to the page of the poster.
      const led = await page.request.get(clear ?? '')
      expect(led.status()).toBe(200)
      expect(new URL(led.url()).pathname).toBe(path.replace(/\/?affiche$/, '') || '/')
      const address = (await page.locator('.poster-address').innerText()).replaceAll(/\s/g, '')
      expect(new URL(led.url()).href.replace(/^http:\/\//, '').replace(/\/$/, '')).toBe(address)
      await picture(page, `printed${path.replaceAll('/', '-').slice(0, 80)}`)
    }
    await page.context().close()
  }, 120_000)
})

it('how a list is put on another site is said with the list itself, in a frame that shows it', async () => {
  const page = await place.visitor({ viewport: desk, scripts: true })
  await page.goto('/emplois/integrer?theme=light')
  const frame = page.frameLocator('.integrate-live')
  await frame.getByRole('link', { name: /Encadrante/ }).waitFor()
  await picture(page, 'integrate-desk')
  await page.getByLabel('Couleurs').selectOption('dark')
  await page.getByRole('button', { name: 'Mettre à jour le code' }).click()
  await page.waitForURL(/theme=dark/)
  await frame.getByRole('link', { name: /Encadrante/ }).waitFor()
  expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark')
  // What a page of somebody else gets by a script of its own.
  const code = await page.locator('pre.code').last().innerText()
  const theirs = await place.visitor({ scripts: true })
  const site = await openSite()
  site.answer((_, response) => void response.setHeader('content-type', 'text/html').end(code))
  await theirs.goto(site.origin)
  await theirs
    .locator('.maillon-list')
    .getByRole('link', { name: /Encadrante/ })
    .waitFor()
  await theirs.context().close()
  await site.close()
  await page.context().close()
}, 60_000)
