import type { Page, Request } from 'playwright-core'

// A first visit over a slow mobile connection, as the browser itself sees it.

/** Lighthouse's ‘slow 4G’: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

interface FirstLoad {
  /** All that crossed the network, headers included. */
  bytes: number
  /** Of the files that the first picture waits for. */
  blocking: { name: string; bytes: number }[]
  /** Asked for by a style sheet or a script, and so only once that was read. */
  late: string[]
  /** The sum of layout shifts: https://web.dev/articles/cls */
  shift: number
  /** When the largest thing was painted, in ms. */
  lcp: number
  /** What that was, if it is a picture: its tag with its attributes. */
  picture: string | null
}

/** `page` is one of a browser that has never been here. */
export async function firstLoad(page: Page, path: string): Promise<FirstLoad> {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', slow4g)
  const asked: Request[] = []
  page.on('requestfinished', (request) => asked.push(request))
  await page.addInitScript(watch)
  await page.goto(path, { waitUntil: 'networkidle' })
  const seen: Omit<FirstLoad, 'bytes'> = await page.evaluate('window.firstLoad()')
  const sizes = await Promise.all(asked.map((request) => request.sizes()))
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0)
  return { bytes, ...seen }
}

/** Runs in the page, before anything of it. */
const watch = `(() => {
  let shift = 0
  let largest
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => { largest = list.getEntries().at(-1) }).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  })
  window.firstLoad = () => {
    const files = performance.getEntriesByType('resource')
    const nameOf = ({ name }) => new URL(name).pathname
    const [page] = performance.getEntriesByType('navigation')
    const blocking = files.filter((file) => file.renderBlockingStatus === 'blocking')
    const image = largest?.element?.tagName === 'IMG' ? largest.element.cloneNode().outerHTML : null
    return {
      blocking: [page, ...blocking].map((file) => ({ name: nameOf(file), bytes: file.transferSize })),
      late: files
        .filter(({ initiatorType }) => !['link', 'img', 'script', 'use', 'other'].includes(initiatorType))
        .map((file) => file.initiatorType + ' ' + nameOf(file)),
      shift,
      lcp: largest?.startTime ?? 0,
      picture: image,
    }
  }
})()`
