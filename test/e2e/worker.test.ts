import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { loadAssets } from '../../server/assets.ts'
import { staticFiles } from '../../server/web/static.ts'
import type { Env } from '../../server/web/env.ts'
import { freshDist, root } from '../support/dist.ts'
import { openSite, type Site } from '../support/site.ts'
import { openBrowser, someone } from './browser.ts'

// How a browser is rid of the worker and of what it kept: one address, and what may come to answer at it.

let browser: Browser
let site: Site
/** The hub, with its worker or without, or when it took its pages back; or another program that came after it. */
let here: 'on' | 'off' | 'withdrawn' | 'another'
let asked: string[]

beforeAll(async () => {
  await freshDist()
  browser = await openBrowser()
  const assets = await loadAssets(join(root, 'dist/static'))
  const settings = { name: 'Hub', tagline: '', accent: null, logo: null }
  const files = (offlinePages: boolean) =>
    staticFiles({ assets, hub: { settings }, config: { offlinePages } })
  const policy = "default-src 'self'; script-src 'self'; worker-src 'self'"
  const hub = (offlinePages: boolean, status: 200 | 410 = 200) =>
    new Hono<Env>().route('/', files(offlinePages)).get('*', (c) =>
      c.html('<!doctype html><title>Le hub</title><h1>Le hub</h1>', status, {
        'Content-Security-Policy': policy,
        'Cache-Control': 'public, max-age=0, must-revalidate',
        ETag: '"1"',
      }),
    )
  const another = new Hono().get('/', (c) =>
    c.html('<!doctype html><title>Autre chose</title><h1>Autre</h1>'),
  )
  const sites = { on: hub(true), off: hub(false), withdrawn: hub(true, 410), another }
  site = await openSite()
  site.answer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    void getRequestListener(sites[here].fetch)(request, response)
  })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

beforeEach(() => {
  here = 'on'
  asked = []
})

/** A browser that has been here, and keeps pages for when there is no connection. */
async function visitor(): Promise<Page> {
  const page = await someone(browser, site.origin, { scripts: true })
  await page.goto('/')
  await page.evaluate(`navigator.serviceWorker.register('/sw.js?lang=fr')`)
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true)
  await page.goto('/emplois')
  await expect.poll(() => left(page)).toMatchObject({ workers: 1, pages: true })
  return page
}

const left = (page: Page): Promise<{ workers: number; pages: boolean }> =>
  page.evaluate(`(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    pages: (await caches.keys()).some((name) => name.startsWith('maillon-')),
  }))()`)

it('where an operator wants none, the next visit ends it, and throws away what it kept', async () => {
  const page = await visitor()
  here = 'off'
  await page.goto('/emplois')
  await expect.poll(() => left(page), { timeout: 10_000 }).toEqual({ workers: 0, pages: false })
  await page.goto('/')
  expect(await page.evaluate('navigator.serviceWorker.controller')).toBeNull()
  await page.context().close()
}, 60_000)

it('where another program answers in place of the hub, it ends itself', async () => {
  const page = await visitor()
  here = 'another'
  await page.goto('/')
  await page.getByRole('heading', { name: 'Autre' }).waitFor()
  await expect.poll(() => left(page), { timeout: 10_000 }).toEqual({ workers: 0, pages: false })
  await page.context().close()
}, 60_000)

it('it stays where the hub is, asks for nothing more, and outlives a day without one', async () => {
  const page = await visitor()
  asked = []
  for (const path of ['/agenda', '/emplois']) await page.goto(path)
  expect(asked.filter((line) => line.startsWith('HEAD'))).toEqual([])
  await page.context().setOffline(true)
  await page.goto('/emplois')
  await page.getByRole('heading', { name: 'Le hub' }).waitFor()
  await page.context().setOffline(false)
  await page.goto('/')
  expect(await left(page)).toMatchObject({ workers: 1, pages: true })
  await page.context().close()
}, 60_000)

it('what the hub took back is kept no longer, once it was asked for again', async () => {
  const page = await visitor()
  const kept = () => page.evaluate(`caches.match('/emplois').then((found) => found !== undefined)`)
  await expect.poll(kept).toBe(true)
  here = 'withdrawn'
  await page.goto('/emplois')
  await expect.poll(kept).toBe(false)
  await page.context().close()
}, 60_000)
