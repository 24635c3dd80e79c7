import * as fc from 'fast-check'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signRequest } from '../../server/federation/signatures/index.ts'
import { seeded, watchCosts } from './fuzz.ts'
import { nasty } from './mutation.ts'
import type { Someone } from './peer.ts'
import { note, said } from './words.ts'
import { expectOnlyTheirs, oursIn } from './untouched.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let mallory: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld()
  mallory = world.evil.actor('mallory')
  entry = (await world.hub.publish('job')).envelope.apId
  // Followed: what one says may be kept, so that every way in is walked.
  await world.follow(mallory)
})
afterAll(() => world.close())

/** Twenty deliveries by each scheme, which have come already: whatever comes of them now changes nothing more. */
async function delivered(): Promise<{ headers: Record<string, string>; body: Buffer }[]> {
  const sent: { headers: Record<string, string>; body: Buffer }[] = []
  for (let at = 0; at < 40; at++) {
    const id = `${world.evil.origin}/headers/${at}`
    const object = note(mallory, `${id}/o`, entry)
    const body = Buffer.from(JSON.stringify({ ...said(mallory, 'Create', id), object }))
    const request = { method: 'POST', url: `${world.hub.origin}/ap/inbox`, body }
    const scheme = at % 2 === 0 ? 'cavage' : 'rfc9421'
    const date = new Date(world.hub.deps.now())
    const headers = await signRequest({ ...request, date }, mallory.key, scheme)
    expect((await world.raw('POST', '/ap/inbox', headers, body)).status).toBe(202)
    sent.push({ headers, body })
  }
  return sent
}

test('ten thousand sets of headers, of any bytes: an answer or none, never a fault, never a row, none of them dear', async () => {
  const line = fc.record({
    name: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...headerNames) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    ),
    value: fc.oneof(nasty, headerValue, fc.string({ unit: 'binary', maxLength: 60 })),
    how: fc.constantFrom('set', 'twice', 'drop', 'half'),
  })
  const request = fc.record({
    path: fc.constantFrom(...paths),
    method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'post', 'X'),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    end: fc.constantFrom('\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r'),
  })
  const pool = await delivered()
  expect(JSON.parse((await world.dump())['comments'] ?? '')).not.toEqual([])
  const before = await oursIn(world)
  const statuses = new Map<number | null, number>()
  const costs = watchCosts()
  await unchanged(world, async () => {
    let at = 0
    await fc.assert(
      fc.asyncProperty(request, async ({ path, method, lines, end }) => {
        const good = pool[++at % pool.length]
        const headers = Object.entries({
          ...good?.headers,
          'content-length': String(good?.body.length),
          connection: 'close',
          'x-forwarded-for': `10.0.${at % 200}.1`,
        })
        for (const { name, value, how } of lines) {
          const found = headers.findIndex(([key]) => key === name)
          const old = headers[found]?.[1] ?? ''
          if (found >= 0 && how !== 'twice') headers.splice(found, 1)
          if (how !== 'drop')
            headers.push([name, how === 'half' ? old.slice(0, old.length / 2) : String(value)])
        }
        const head = `${method} ${path} HTTP/1.1`
        const status = await costs.of(() => overSocket(head, headers, good?.body ?? Buffer.alloc(0), end))
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status !== null) expect(status).toBeLessThan(500)
      }),
      seeded(10_000),
    )
  })
  // Of all kinds: not read at all, turned away, and heard.
  for (const status of [400, 401, 202]) expect(statuses.get(status)).toBeGreaterThan(100)
  await expectOnlyTheirs(world, mallory, before)
  await costs.expectBounded()
}, 180_000)

const paths = [
  '/ap/inbox',
  '/ap/inbox',
  '/ap/inbox?x=1',
  '/ap/actors/hub/inbox',
  '/ap/actors/%ff/inbox',
  '/ap/actors/%00/inbox',
  '/ap/actors/nobody/inbox',
  '//ap/inbox',
  '/ap/inbox/',
  '/ap/objects/%e0%a4%a',
  '*',
  'http://evil.test/ap/inbox',
]
const headerNames = [
  'host',
  'date',
  'digest',
  'content-type',
  'content-length',
  'content-digest',
  'signature',
  'signature-input',
  'authorization',
  'accept',
  'x-forwarded-for',
  'transfer-encoding',
  'content-encoding',
  'expect',
  'cookie',
  'if-none-match',
  'date',
  'signature',
  'content-length',
  'transfer-encoding',
  'connection',
  'upgrade',
  'te',
  'trailer',
  'range',
  'forwarded',
  'x-forwarded-host',
  'x-http-method-override',
  'origin',
  'sec-fetch-site',
]
const headerValue = fc.constantFrom(
  'evil.test',
  'application/json',
  'application/ld+json; profile="',
  'SHA-256=',
  'sha-256=::',
  'keyId=',
  `keyId="x",headers="${'a '.repeat(2_000)}",signature="AAAA"`,
  'keyId="http://evil.test/#x",algorithm="none",headers="(request-target) host date digest",signature=""',
  'sig1=("@method" "@target-uri" "content-digest");created=99999999999;keyid="x";alg="hmac-sha256"',
  `sig1=(${'"@method" '.repeat(500)})`,
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '-1',
  '1e3',
  'chunked',
  'gzip',
  '100-continue',
  '999.999.999.999',
  'x'.repeat(20_000),
  '5, 5',
  '0x10',
  '99999999999999999999',
  'chunked, chunked',
  'identity, chunked',
  'xchunked',
  'close, transfer-encoding',
  'h2c',
  'null',
  'keyId="x",keyId="y",headers="host",signature="AA=="',
  `keyId="${'\\"'.repeat(500)}`,
  'sig1=("@method";req;sf;bs;tr);created=-1;expires=0;nonce=":::";tag="\\\\"',
  'sig1=:AAAA:, sig1=:BBBB:',
  `sha-256=:${'A'.repeat(3_000)}:`,
  'sha-512=:AAAA:, sha-256=:AAAA:, md5=:AAAA:',
  'Mon, 23 Nov 2026 08:00:00 GMT, Mon, 23 Nov 2026 08:00:00 GMT',
  'Mon, 23 Nov 99999 08:00:00 GMT',
)

/** The very bytes, past what a client would allow; null when the server hung up. */
function overSocket(
  head: string,
  headers: [string, string][],
  body: Buffer,
  end: string,
): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = connect(world.hub.site.port, '127.0.0.1')
    const chunks: Buffer[] = []
    const done = (): void => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(Buffer.concat(chunks).toString('latin1'))?.[1]
      resolve(status === undefined ? null : Number(status))
      socket.destroy()
    }
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      if (!Buffer.concat(chunks).toString('latin1').startsWith('HTTP/1.1 1')) done()
    })
    socket.on('error', done)
    socket.on('close', done)
    const lines = headers.map(([name, value]) => `${name}: ${value}`)
    socket.end(Buffer.concat([Buffer.from([head, ...lines, '', ''].join(end)), body]))
  })
}
