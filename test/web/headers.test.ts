import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPages, type Pages } from './pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

test('a browser keeps to https for this host, for a year at least, and for no host beside it', async () => {
  const policy = (await pages.as().get('/')).headers.get('strict-transport-security') ?? ''
  expect(Number(/^max-age=(\d+)$/.exec(policy)?.[1])).toBeGreaterThanOrEqual(365 * 24 * 3_600)
})

test('pages name the worker that keeps them, unless an operator wants none', async () => {
  expect((await pages.as().get('/')).text).toContain('<body data-worker="/sw.js?lang=fr">')
  const without = await openPages({ env: { OFFLINE_PAGES: 'off' } })
  expect((await without.as().get('/')).text).toContain('<body>')
  await without.close()
})
