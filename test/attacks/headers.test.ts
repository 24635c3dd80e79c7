import * as fc from 'fast-check'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signRequest } from '../../server/federation/signatures/index.ts'
import { nasty } from './mutation.ts'
import type { Someone } from './peer.ts'
import { note, said } from './words.ts'
import { expectOnlyTheirs, oursIn } from './untouched.ts'
import { openWorld, type World } from './world.ts'

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

test('a thousand sets of headers, of any bytes: an answer or none, never a fault, never a row', async () => {
  const before = await oursIn(world)
  const comments = (await world.dump())['comments']
  const line = fc.record({
    name: fc.constantFrom(...headerNames),
    value: fc.oneof(nasty, headerValue),
    how: fc.constantFrom('set', 'twice', 'drop'),
  })
  const request = fc.record({
    path: fc.constantFrom(...paths),
    method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'post', 'X'),
    lines: fc.array(line, { maxLength: 5 }),
  })
  let at = 0
  await fc.assert(
    fc.asyncProperty(request, async ({ path, method, lines }) => {
      const id = `${world.evil.origin}/headers/${++at}`
      const body = Buffer.from(
        JSON.stringify({ ...said(mallory, 'Create', id), object: note(mallory, `${id}/o`, entry) }),
      )
      const signed = await signRequest(
        { method: 'POST', url: `${world.hub.origin}/ap/inbox`, body, date: new Date(world.hub.deps.now()) },
        mallory.key,
        at % 2 === 0 ? 'cavage' : 'rfc9421',
      )
      const headers = Object.entries({
        ...signed,
        'content-length': String(body.length),
        connection: 'close',
        'x-forwarded-for': `10.0.${at % 200}.1`,
      })
      for (const { name, value, how } of lines) {
        const found = headers.findIndex(([key]) => key === name)
        if (found >= 0 && how !== 'twice') headers.splice(found, 1)
        if (how !== 'drop') headers.push([name, String(value)])
      }
      const status = await overSocket(`${method} ${path} HTTP/1.1`, headers, body)
      if (status !== null) expect(status).toBeLessThan(500)
    }),
    { numRuns: 1_100 },
  )
  await expectOnlyTheirs(world, mallory, before)
  const kept = (await world.dump())['comments']
  expect(kept).not.toBe(comments)
}, 120_000)

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
)

/** The very bytes, past what a client would allow; null when the server hung up. */
function overSocket(head: string, headers: [string, string][], body: Buffer): Promise<number | null> {
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
    socket.end(Buffer.concat([Buffer.from([head, ...lines, '', ''].join('\r\n')), body]))
  })
}
