import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessible, desk, fits, openBrowser, phone, picture } from './browser.ts'
import { fillIn, openPlace, publish, signIn, type Place } from './place.ts'

let browser: Browser
let place: Place
beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser)
  const admin = await place.admin()
  await fillIn(admin, '/actualites/nouveau', {
    Titre: 'Une nouvelle',
    'En une ou deux phrases': 'Pour lire.',
  })
  await publish(admin)
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

/** Everything it opens from now on goes through the worker. */
async function settled(page: Page): Promise<void> {
  await page.goto('/')
  await page.evaluate('navigator.serviceWorker.ready')
  await page.waitForFunction('navigator.serviceWorker.controller !== null')
}

const keptPages = (page: Page): Promise<string[]> =>
  page.evaluate(`(async () => {
    const found = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname)
    return found.filter((path) => !path.startsWith('/static/'))
  })()`)

describe('without a connection', () => {
  it('a page that was read before opens, and any other says what to do, in the language of the pages', async () => {
    const page = await place.visitor({ viewport: phone, scripts: true })
    await settled(page)
    await page.goto('/actualites')
    await page.waitForFunction(`caches.match('/actualites').then((found) => found !== undefined)`)
    await page.context().setOffline(true)
    await page.goto('/agenda')
    await page.getByRole('heading', { level: 1, name: 'Vous êtes hors ligne' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/agenda')
    await accessible(page)
    await fits(page)
    await picture(page, 'offline-phone')
    await page.goto('/actualites')
    await page.getByRole('link', { name: 'Une nouvelle' }).waitFor()
    await page.goto('/agenda')
    await page.context().setOffline(false)
    await page.getByRole('link', { name: 'Réessayer' }).click()
    await page.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor()
    await page.context().close()
  }, 60_000)

  it('a form stays where it is with all that was typed, and can be sent later', async () => {
    const page = await place.admin({ viewport: desk, scripts: true })
    await page.goto('/actualites/nouveau')
    await page.getByLabel('Titre').fill('Écrit dans le train')
    await page.context().setOffline(true)
    await page
      .getByRole('button', { name: /brouillon/i })
      .first()
      .click()
    await page.getByText('Le site ne répond pas.').waitFor()
    expect(await page.getByLabel('Titre').inputValue()).toBe('Écrit dans le train')
    await page.context().setOffline(false)
    await page
      .getByRole('button', { name: /brouillon/i })
      .first()
      .click()
    await page.getByText('Écrit dans le train').first().waitFor()
    await page.context().close()
  }, 60_000)
})

describe('what a browser keeps for it', () => {
  it('is never a member’s page, and is thrown away by signing in and out', async () => {
    const page = await place.visitor({ viewport: desk, scripts: true })
    await settled(page)
    await page.goto('/actualites')
    await expect.poll(() => keptPages(page)).toContain('/actualites')
    await signIn(page, 'amel@ruche.example', 'une phrase assez longue')
    await expect.poll(() => keptPages(page)).toEqual(['/hors-ligne'])
    for (const path of ['/', '/actualites', '/compte', '/brouillons', '/moderation']) await page.goto(path)
    expect(await keptPages(page)).toEqual(['/hors-ligne'])
    const told = await page.evaluate(`caches.match('/hors-ligne?lang=fr').then((found) => found.text())`)
    expect(told).not.toContain('Amel')
    await page.context().close()
  }, 60_000)

  it('is of one version: a newer worker throws away what an older one kept', async () => {
    const page = await place.visitor({ viewport: desk, scripts: true })
    await page.goto('/')
    await page.evaluate(`caches.open('maillon-older').then((cache) => cache.put('/x', new Response('old')))`)
    await page.evaluate('navigator.serviceWorker.ready')
    await expect.poll(() => page.evaluate(`caches.has('maillon-older')`)).toBe(false)
    await page.context().close()
  }, 60_000)
})

it('a hub can be put among the programs of a telephone, under its name and with its mark', async () => {
  const page = await place.visitor({ viewport: phone, scripts: true })
  await page.goto('/')
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = (await (await page.request.get(address ?? '')).json()) as {
    name: string
    icons: { src: string; sizes: string; purpose: string }[]
    shortcuts: { url: string }[]
  }
  expect(manifest).toMatchObject({ start_url: '/', lang: 'fr', dir: 'ltr', display: 'minimal-ui' })
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ])
  for (const { src } of manifest.icons)
    expect((await page.request.get(src)).headers()['content-type']).toBe('image/png')
  for (const { url } of manifest.shortcuts) expect((await page.request.get(url)).status()).toBe(200)
  const client = await page.context().newCDPSession(page)
  // What the browser itself makes of it.
  const { errors } = (await client.send('Page.getAppManifest')) as { errors: unknown[] }
  expect(errors).toEqual([])
  await page.context().close()
})
