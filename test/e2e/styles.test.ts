import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMachine, type Machine, type RunningServer } from '../support/processes.ts'
import { accessible, desk, fits, openBrowser, picture, someone } from './browser.ts'

// The page of components, looked at in every way that people look at pages.

let browser: Browser
let machine: Machine
let server: RunningServer
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  machine = await openMachine()
  await machine.init()
  server = await machine.serve()
  page = await someone(browser, server.url, { viewport: desk, scripts: true })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await machine?.clear()
})

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>

const looks: readonly (readonly [string, Media])[] = [
  ['by night', { colorScheme: 'dark' }],
  ['by day with more contrast', { colorScheme: 'light', contrast: 'more' }],
  ['by night with more contrast', { colorScheme: 'dark', contrast: 'more' }],
  ['in the colours of the system', { forcedColors: 'active' }],
]

const plain: Media = {
  colorScheme: 'light',
  contrast: 'no-preference',
  forcedColors: 'none',
  reducedMotion: 'no-preference',
}

describe('every component', () => {
  it('has no fault that axe can see', async () => {
    await page.emulateMedia({ ...plain, reducedMotion: 'reduce' })
    for (const query of ['', '?dir=rtl&langue=en']) {
      await page.goto(`/styles${query}`)
      await accessible(page)
    }
  }, 120_000)

  it.each(looks)(
    'can be read %s',
    async (_, media) => {
      await page.emulateMedia({ ...plain, reducedMotion: 'reduce', ...media })
      await page.goto('/styles')
      await accessible(page, 'colours')
    },
    60_000,
  )

  it.each([
    ['on the smallest phone', 320],
    ['at twice its size on a desk', desk.width / 2],
  ])(
    'fits %s, from the left and from the right',
    async (_, width) => {
      await page.emulateMedia(plain)
      for (const query of ['', '?dir=rtl&langue=en']) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(`/styles${query}`)
        await fits(page)
        await picture(page, `styles-${width}${query === '' ? '' : '-rtl'}`)
      }
      await page.setViewportSize(desk)
    },
    60_000,
  )

  it('stands on the other side of a page that runs from the right', async () => {
    await page.goto('/styles?dir=rtl')
    const side = await Promise.all(
      ['borderRightWidth', 'borderLeftWidth'].map((width) =>
        page.evaluate(`getComputedStyle(document.querySelector('.error-summary')).${width}`),
      ),
    )
    expect(side).toEqual(['5px', '1px'])
  })

  it('does not move for whoever asks for no motion', async () => {
    const lasts = () =>
      page.evaluate(`getComputedStyle(document.querySelector('.button')).transitionDuration`)
    await page.emulateMedia({ ...plain, reducedMotion: 'reduce' })
    await page.goto('/styles')
    expect(await lasts()).toMatch(/^0s/)
    await page.emulateMedia(plain)
    expect(await lasts()).not.toMatch(/^0s/)
  })
})
