import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { root } from '../support/dist.ts'

/** An old phone, and a desk. */
export const phone = { width: 360, height: 740 }
export const desk = { width: 1280, height: 900 }

/** A sheet of A4 at 96 pixels an inch, whatever the screen was. */
const paper = { width: 794, height: 1123 }

/** As it would be printed, from here on. */
export async function ontoPaper(page: Page): Promise<void> {
  await page.setViewportSize(paper)
  await page.emulateMedia({ media: 'print' })
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  })

/** A person with a browser of their own: no cookie of anybody else's. */
export async function someone(
  browser: Browser,
  base: string,
  how: { viewport?: typeof phone; scripts?: boolean; dark?: boolean } = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: base,
    viewport: how.viewport ?? desk,
    javaScriptEnabled: how.scripts ?? false,
    colorScheme: how.dark === true ? 'dark' : 'light',
    locale: 'fr-FR',
  })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** No sideways scrolling: what a phone cannot show without panning is lost on most people. */
export async function fits(page: Page): Promise<void> {
  const { inner, scroll } = await page
    .locator('html')
    .evaluate((html) => ({ inner: html.clientWidth, scroll: html.scrollWidth }))
  expect(scroll, `${page.url()} is wider than the window`).toBeLessThanOrEqual(inner)
}

/**
 * Where a page is looked at again, what else could differ there. Other colours are the same page otherwise; a window of
 * another width too, but for what is tapped, scrolled or folded away in it.
 */
const again = {
  colours: ['color-contrast', 'link-in-text-block'],
  width: [
    'target-size',
    'scrollable-region-focusable',
    'aria-hidden-focus',
    'skip-link',
    'link-name',
    'button-name',
  ],
}

/** axe needs scripts in the page: only for pages opened with them. */
export async function accessible(page: Page, only?: keyof typeof again): Promise<void> {
  // Without its second, empty page to sum up in: every frame that these pages have is of their own origin.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (
    only !== undefined
      ? axe.withRules(again[only])
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  ).analyze()
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(said, [page.url(), ...said].join('\n')).toEqual([])
}

/**
 * Visits each path, in two windows at once: one is drawn while the other is asked for. Goes on after a fault, so that
 * one run says everything that is wrong.
 */
export async function faultsOfAll(
  open: () => Promise<Page>,
  paths: readonly string[],
  visit: (page: Page, path: string) => Promise<void>,
): Promise<string[]> {
  const left = [...paths]
  const faults: string[] = []
  const walk = async (): Promise<void> => {
    const page = await open()
    for (let path = left.shift(); path !== undefined; path = left.shift())
      await visit(page, path).catch((fault: unknown) => faults.push(`${path}: ${String(fault)}`))
    await page.context().close()
  }
  await Promise.all([walk(), walk()])
  return faults
}

const album = join(root, 'test/screenshots')

/** Kept beside the run, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(album, { recursive: true })
  await page.screenshot({ path: join(album, `${name}.png`), fullPage: true })
}
