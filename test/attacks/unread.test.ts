import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../accounts/browser.ts'
import { person } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { openEveryRoute, type EveryRoute } from './every-route.ts'

// Two hundred connections of one address, each with a form of twelve megabytes, must not fill a small machine: what is
// heavy is read of nobody who has no business here.

let hub: EveryRoute
beforeAll(async () => {
  hub = await openEveryRoute()
})
afterAll(() => hub.close())

/** A body that notes whether somebody reads it, and ends when it is told to, or at once. */
function watched({ waits = false } = {}) {
  let read = false
  let end = (): void => undefined
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read = true
        end = () => controller.close()
        if (!waits) end()
        return waits ? new Promise<void>(() => undefined) : undefined
      },
    },
    { highWaterMark: 0 },
  )
  return { body, isRead: () => read, end: () => end() }
}

const sendTo = (browser: Browser, address: string, body: ReadableStream, headers: Record<string, string>) =>
  browser.send(address, {
    ...{ method: 'POST', body, duplex: 'half' },
    headers: {
      ...{ origin: hub.deps.hub.origin, 'content-type': 'multipart/form-data; boundary=x' },
      ...headers,
    },
  } as Parameters<Browser['send']>[1])

const posted = () =>
  hub.routes
    .filter(({ method, path }) => method === 'POST' && !/^\/(ap|api)\//.test(path))
    .map(({ path }) => hub.addresses(path)[0] ?? '')

test.each([
  ['that says it is three gigabytes long', { 'content-length': '3000000000' }],
  ['that does not say how long it is', { 'transfer-encoding': 'chunked' }],
])(
  'a form %s is read by nobody, not even to give back what was typed',
  async (_, headers) => {
    const [visitor, member] = [await hub.as(), await hub.as(await person(hub.deps, 'contributor'))]
    for (const address of posted())
      for (const browser of [visitor, member]) {
        // What mail services press says how long it is, and is short.
        if (address.includes('/fin/')) continue
        const { body, isRead } = watched()
        const { status } = await sendTo(browser, address, body, headers)
        expect([address, isRead()]).toEqual([address, false])
        if (browser === visitor) expect(status, address).toBeGreaterThanOrEqual(400)
      }
  },
  60_000,
)

const givenBack = /\/(nouveau|modifier|commentaires|rendre)$|^\/(reglages|moderation|messages)/

test('heavy forms of visitors are read where texts are given back, of three at once, and nowhere else', async () => {
  const visitor = await hub.as()
  const sent = posted().map((address) => {
    const form = watched({ waits: true })
    return { address, ...form, answer: sendTo(visitor, address, form.body, { 'content-length': '12000000' }) }
  })
  let answered = 0
  for (const { answer } of sent) void answer.then(() => (answered += 1))
  await until('all that is not read', () => answered >= sent.length - 3)
  const read = sent.filter(({ isRead }) => isRead())
  expect(read.length).toBeLessThanOrEqual(3)
  for (const { address } of read) expect(address).toMatch(givenBack)
  for (const { end } of read) end()
  for (const { address, answer } of sent) expect((await answer).status, address).toBeGreaterThanOrEqual(400)
}, 60_000)
