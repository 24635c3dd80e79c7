import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessible, desk, faultsOfAll, fits, openBrowser, phone, picture } from './browser.ts'
import { openPlace, type Place } from './place.ts'
import { openPeer, type Peer } from '../peers/fedify.ts'
import { forgetPages, keepPage, nuFaults } from './nu.ts'
import { openSite } from '../support/site.ts'
import { seedMessages } from './letters.ts'
import { closedPages, openPages, type Seeded } from './pages.ts'
import { seedRooms } from './seed-rooms.ts'
import { seed } from './seed.ts'

let browser: Browser
let place: Place
let peer: Peer
let entries: string[]
let seeded: Seeded

beforeAll(async () => {
  forgetPages()
  browser = await openBrowser()
  const site = await openSite()
  place = await openPlace(browser, { allow: site.host })
  peer = await openPeer(site)
  entries = await seed(place)
  await seedMessages(place, peer)
  const [, , job = '', , event = ''] = entries
  seeded = { entries, ...(await seedRooms(place, { event, job })) }
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
  await peer?.stop()
})

/** Notes what its console says is wrong, and what it asks of anybody else. */
function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    // A page that is missing on purpose is said to be missing.
    if (message.type() === 'error' && !/status of 40[14]/.test(message.text()))
      faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(place.base) && !request.url().startsWith('data:'))
      faults.push(`${page.url()} asks ${request.url()}`)
  })
}

const nameOf = (path: string): string => path.replaceAll(/[^a-z0-9]+/g, '-').slice(0, 120)

describe.each([
  ['for everybody', 'visitor', openPages],
  ['for whoever runs the hub', 'admin', closedPages],
] as const)('every page %s', (_, who, paths) => {
  it('has no fault that axe can see, by day and by night, and asks nothing of another host', async () => {
    const said: string[] = []
    const opened = async (): Promise<Page> => {
      const page = await place[who]({ viewport: desk, scripts: true })
      watch(page, said)
      return page
    }
    const faults = await faultsOfAll(opened, paths(seeded), async (page, path) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      const answer = await page.goto(path)
      // A list of pages that are no longer there would check nothing.
      expect(answer?.status()).toBe(path === '/rien' ? 404 : 200)
      await keepPage(`${who}${nameOf(path)}`, answer)
      await accessible(page)
      await picture(page, `${who}${nameOf(path)}-desk`)
      await page.emulateMedia({ colorScheme: 'dark' })
      await accessible(page, 'colours')
    })
    expect([...faults, ...said]).toEqual([])
  }, 360_000)

  it('fits the width of a phone, and of the smallest one, without JavaScript', async () => {
    const faults = await faultsOfAll(
      () => place[who]({ viewport: phone }),
      paths(seeded),
      async (page, path) => {
        await page.setViewportSize(phone)
        await page.goto(path)
        await fits(page)
        await picture(page, `${who}${nameOf(path)}-phone`)
        await page.setViewportSize({ ...phone, width: 320 })
        await fits(page)
      },
    )
    expect(faults).toEqual([])
  }, 240_000)
})

describe('what comes back when something is wrong, empty or elsewhere', () => {
  /** A form sent as a browser would that knows no `required`. */
  const sentEmpty = async (page: Page, action: string): Promise<void> => {
    const form = page.locator(`form[action="${action}"]`)
    await form.evaluate((one) => one.setAttribute('novalidate', ''))
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await form.locator('button[type="submit"], button:not([type])').last().click()
    await keepPage(`wrong${nameOf(action)}`, await answered)
    await page.waitForLoadState()
    await accessible(page)
    await fits(page)
    await picture(page, `wrong${nameOf(action)}`)
  }

  it.each(['/connexion', '/signaler'])(
    'the form of %s, sent empty, says which field is wrong, with words that it is described by',
    async (path) => {
      const page = await place.visitor({ viewport: phone, scripts: true })
      await page.goto(path)
      await sentEmpty(page, path)
      expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0)
      const described = page.locator('[aria-invalid="true"]').first()
      const id = (await described.getAttribute('aria-describedby'))?.split(' ')[0] ?? ''
      expect(await page.locator(`[id="${id}"]`).count()).toBe(1)
      await page.context().close()
    },
  )

  it.each(['/rien', '/emplois/rien', '/emplois?q=zzzzzz', '/recherche?q=zzzzzz', '/invitation/rien'])(
    '%s is a page like any other, in both languages',
    async (path) => {
      for (const language of ['fr', 'en']) {
        const page = await place.visitor({ viewport: phone, scripts: true })
        await page.context().addCookies([{ name: 'langue', value: language, url: place.base }])
        await keepPage(`${language}${nameOf(path)}`, await page.goto(path))
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        await accessible(page)
        await fits(page)
        await page.context().close()
      }
    },
  )
})

describe('whoever changed something in their browser or system', () => {
  const some = (): string[] => [
    '/',
    '/emplois',
    '/emplois?q=zzzz',
    entries[1] ?? '',
    entries[2] ?? '',
    '/connexion',
    '/accessibilite',
  ]

  it('loses no word to wider spacing (WCAG 1.4.12), nor to letters twice as large', async () => {
    const page = await place.visitor({ viewport: { width: 640, height: 800 }, scripts: true })
    for (const css of [
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
      'html{font-size:200%!important}',
    ])
      for (const path of some()) {
        await page.goto(path)
        // The page’s own policy lets no style in; whoever changes it does so from outside.
        await page.locator('html').evaluate((html, text) => {
          const sheet = new html.ownerDocument.defaultView.CSSStyleSheet()
          sheet.replaceSync(text)
          html.ownerDocument.adoptedStyleSheets = [sheet]
        }, css)
        await fits(page)
        const cut = await page.locator('body').evaluate((body) =>
          [...body.querySelectorAll('a,button,p,h1,h2,h3,li,label,dd,dt,td')]
            .filter((one) => {
              const { overflowX, overflowY, clip, position, webkitLineClamp } =
                body.ownerDocument.defaultView.getComputedStyle(one)
              const hidden = overflowX !== 'visible' || overflowY !== 'visible'
              return (
                hidden &&
                position !== 'absolute' &&
                clip === 'auto' &&
                one.clientHeight > 1 &&
                // Cut by design at any size: the summary of a card is whole on its page.
                webkitLineClamp === 'none' &&
                (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
              )
            })
            .map((one) => one.outerHTML.slice(0, 120)),
        )
        expect(cut, path).toEqual([])
      }
    await page.context().close()
  }, 60_000)

  it('sees nothing move who asked for that', async () => {
    const page = await place.visitor({ viewport: desk, scripts: true })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const path of some()) {
      await page.goto(path)
      const moving = await page.locator('html').evaluate((html) =>
        [html, ...html.querySelectorAll('*')]
          .filter((one) => {
            const { animationName, animationDuration, transitionDuration, scrollBehavior } =
              one.ownerDocument.defaultView.getComputedStyle(one)
            const lasts = (time: string) => time.split(',').some((part) => Number.parseFloat(part) > 0.01)
            return (
              (animationName !== 'none' && lasts(animationDuration)) ||
              lasts(transitionDuration) ||
              scrollBehavior === 'smooth'
            )
          })
          .map((one) => one.outerHTML.slice(0, 80)),
      )
      expect(moving, path).toEqual([])
    }
    await page.context().close()
  })

  it('sees the buttons and what has the focus where colours are forced', async () => {
    const page = await place.visitor({ viewport: desk, scripts: true })
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto('/connexion')
    const button = page.locator('main form button').last()
    expect(
      await button.evaluate((one) =>
        Number.parseFloat(one.ownerDocument.defaultView.getComputedStyle(one).borderTopWidth),
      ),
    ).toBeGreaterThan(0)
    await button.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    const seen = await button.evaluate((one) => {
      const { outlineStyle, outlineWidth } = one.ownerDocument.defaultView.getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    expect(seen).toBe(true)
    await page.context().close()
  })
})

it('no page weighs more than 100 KB to whoever comes for the first time', async () => {
  const coming = () => place.visitor({ viewport: phone, scripts: true })
  const heavy = await faultsOfAll(coming, openPages(seeded), async (_, path) => {
    // Each time somebody else, who has kept nothing.
    const page = await coming()
    const asked: Request[] = []
    page.on('requestfinished', (request) => asked.push(request))
    await page.goto(path, { waitUntil: 'networkidle' })
    const sizes = await Promise.all(asked.map((request) => request.sizes()))
    const bytes = sizes.reduce(
      (sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
      0,
    )
    await page.context().close()
    expect(bytes).toBeLessThanOrEqual(100_000)
  })
  expect(heavy).toEqual([])
}, 120_000)

it('on paper a page bears its address, and nothing that can only be pressed', async () => {
  const page = await place.visitor({ viewport: desk })
  await page.goto(entries[2] ?? '')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.printed').isVisible()).resolves.toBe(true)
  expect(await page.locator('.printed').textContent()).toBe(`${place.base}${entries[2]}`)
  for (const words of [
    'Signaler',
    'Une question, une précision',
    'Mentions légales',
    'Se connecter',
    'Copier',
  ])
    expect(await page.getByText(words).filter({ visible: true }).count(), words).toBe(0)
  await page.emulateMedia({ media: 'screen' })
  await expect(page.locator('.printed').isVisible()).resolves.toBe(false)
  await page.context().close()
})

it('so does every list, calendar and table that people print', async () => {
  const printed = [
    ...['/emplois', '/agenda', '/agenda/mois', '/agenda/semaine'],
    ...[`${entries[2]}/historique`, '/notifications', `${entries[4]}/demandes`],
  ]
  const pressed = '.page :is(button, input, select, textarea, [role="button"]), .site-menu, .skip'
  const faults = await faultsOfAll(
    () => place.admin({ viewport: desk, scripts: true }),
    printed,
    async (page, path) => {
      await page.goto(path)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.printed').isVisible()).toBe(true)
      expect(
        await page
          .locator(pressed)
          .filter({ visible: true })
          .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 100))),
      ).toEqual([])
      await picture(page, `printed${nameOf(path)}`)
    },
  )
  expect(faults).toEqual([])
}, 60_000)

it('what has the focus is on the screen, however fast one goes on', async () => {
  const page = await place.visitor({ viewport: desk, scripts: true })
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto('/recherche?past=1')
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab')
    if (press % 8 !== 7) continue
    const { y, height } = (await page.locator(':focus').boundingBox()) ?? { y: -1, height: 0 }
    expect(y + height, `after ${press + 1} presses`).toBeGreaterThan(0)
    expect(y, `after ${press + 1} presses`).toBeLessThan(desk.height)
  }
  await page.context().close()
}, 60_000)

it('the Nu checker of the W3C finds nothing to say of any of these pages', async () => {
  const { pages, faults } = await nuFaults()
  expect(pages).toBeGreaterThan(80)
  expect(faults).toEqual([])
}, 120_000)
