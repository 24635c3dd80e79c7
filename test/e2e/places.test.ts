import { createServer, type Server } from 'node:http'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { accessible, desk, fits, openBrowser, phone, picture, someone } from './browser.ts'
import { fillIn, openPlace, publish, type Place } from './place.ts'

// What needs a real browser: a device that says where it is, and tiles of somebody else's server.

let browser: Browser
let place: Place
let tiles: Server
let base = ''
const asked: string[] = []
const address = '/agenda/fete-du-port'

beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser)
  const tile = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#cde' } })
    .png()
    .toBuffer()
  tiles = createServer((request, answer) => {
    asked.push(`${request.url} ${request.headers.referer ?? ''}`)
    answer.writeHead(200, { 'content-type': 'image/png' }).end(tile)
  })
  await new Promise<void>((done) => tiles.listen(0, '127.0.0.1', done))
  const at = tiles.address()
  if (at === null || typeof at === 'string') throw new Error('It does not listen.')
  base = `http://127.0.0.1:${at.port}`
  const admin = await place.admin()
  await fillIn(admin, '/agenda/nouveau', {
    Titre: 'Fête du port',
    Début: '2099-06-03T14:00',
    Commune: 'Gennevilliers',
    'Position exacte': 'https://www.openstreetmap.org/#map=17/48.92563/2.29331',
  })
  await publish(admin)
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
  tiles?.close()
})

describe('‘around me’', () => {
  it('is there where the device can say it, sends two decimals and nothing else, and finds what is near', async () => {
    const page = await someone(browser, place.base, { scripts: true, viewport: phone })
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ latitude: 48.931_234_5, longitude: 2.298_765_4 })
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await page.goto('/agenda')
    await page.getByRole('button', { name: 'Autour de moi' }).click()
    await page.getByRole('heading', { name: 'Autour du point 48.93, 2.3' }).waitFor()
    await page.getByText('à moins de 1 km').waitFor()
    expect(new URL(page.url()).search).toBe('?near=48.93%2C2.30')
    expect(sent.join(' ')).not.toMatch(/48\.931|2\.298/)
    await fits(page)
    await accessible(page)
    await picture(page, 'near-phone')
    await page.context().close()
  })

  it('says what to do instead where the device gives no position', async () => {
    const page = await place.visitor({ scripts: true })
    await page.goto('/agenda')
    await page.getByRole('button', { name: 'Autour de moi' }).click()
    await page.getByText('Choisissez plutôt une commune').waitFor()
    await page.context().close()
  })

  it('is not offered without scripts', async () => {
    const page = await place.visitor({ viewport: phone })
    await page.goto('/agenda')
    expect(await page.getByRole('button', { name: 'Autour de moi' }).count()).toBe(0)
    await page.context().close()
  })
})

describe('a map with streets', () => {
  it('is drawn when a reader asks for it, under the strict policy, and nobody is asked before', async () => {
    const admin = await place.admin()
    await admin.goto('/reglages')
    await admin.getByLabel('Adresse des images').fill(`${base}/{z}/{x}/{y}.png`)
    await admin.getByLabel('De qui viennent ces images').fill('© Les <b>tuiles</b> du port')
    await admin.getByRole('main').getByRole('button', { name: 'Enregistrer' }).click()
    await admin.getByText('enregistrés').first().waitFor()
    for (const path of [address, '/agenda/carte']) {
      const page = await place.visitor({ scripts: true, viewport: desk })
      const faults: string[] = []
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(String(error)))
      asked.length = 0
      await page.goto(path)
      const button = page.getByRole('button', { name: 'Afficher la carte' })
      await button.waitFor()
      expect(asked).toEqual([])
      await button.focus()
      await page.keyboard.press('Enter')
      await until('a tile is asked for', () => asked.length > 0)
      await page.getByText('© Les <b>tuiles</b> du port').waitFor()
      await page.getByRole('button', { name: 'Agrandir' }).click()
      await page.locator('.street-pin').focus()
      await page.keyboard.press('Enter')
      await page.locator('.leaflet-popup-content').getByText('Fête du port').waitFor()
      // The address of the page is nobody's business, its host is.
      expect(asked.every((one) => one.endsWith(` ${place.base}/`))).toBe(true)
      expect(asked[0]).toMatch(/^\/\d+\/\d+\/\d+\.png /)
      expect(faults).toEqual([])
      await fits(page)
      await accessible(page)
      await picture(page, `streets-${path === address ? 'entry' : 'map'}`)
      await page.context().close()
    }
  })

  it('is missed by nobody without scripts: the place is there as text and as a link', async () => {
    const page = await place.visitor({ viewport: phone })
    await page.goto(address)
    await page.getByRole('link', { name: '48.92563, 2.29331' }).waitFor()
    await page.getByRole('link', { name: 'Voir sur OpenStreetMap' }).waitFor()
    expect(await page.getByRole('button', { name: 'Afficher la carte' }).count()).toBe(0)
    await fits(page)
    await picture(page, 'position-phone')
    await page.context().close()
  })
})
