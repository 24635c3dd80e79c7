import { request as httpRequest } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginSession } from '../../server/accounts/session.ts'
import { createToken } from '../../server/accounts/tokens.ts'
import { headerBomb } from '../media/images.ts'
import type { Someone } from './peer.ts'
import { article, note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

// What is small to send and large to read. Its cost is counted as processor time of this process, which both sends and
// receives it: the least of a few, since the machine does other things too.

let world: World
let mallory: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld({ TRUSTED_PROXIES: '127.0.0.0/8' })
  mallory = world.evil.actor('mallory')
  entry = (await world.hub.publish('job')).envelope.apId
  await world.follow(mallory)
})
afterAll(() => world.close())

let visitors = 0
const visitor = () => ({ 'x-forwarded-for': `198.18.1.${++visitors % 250}` })

/** Milliseconds of processor time. */
async function cost(act: () => Promise<unknown>, tries = 5): Promise<number> {
  const costs: number[] = []
  for (let at = 0; at < tries; at++) {
    const before = process.cpuUsage()
    await act()
    const { user, system } = process.cpuUsage(before)
    costs.push((user + system) / 1_000)
  }
  return Math.min(...costs)
}

const nested = (levels: number, open: string, end: string) => open.repeat(levels) + end.repeat(levels)

describe('rule 16: a bomb in a body that is well signed', () => {
  const head = () => JSON.stringify(said(mallory, 'Create', world.fresh(mallory))).slice(0, -1)
  const bombs: readonly (readonly [string, () => string | Buffer])[] = [
    ['a hundred thousand lists in one another', () => `${head()},"object":${nested(100_000, '[', ']')}}`],
    ['thirty thousand objects in one another', () => `${head()},"object":${nested(30_000, '{"a":', '}')}1}`],
    ['a hundred thousand places', () => `${head()},"object":[${'0,'.repeat(100_000)}0]}`],
    [
      'twenty thousand keys',
      () => `${head()},${Array.from({ length: 20_000 }, (_, at) => `"k${at}":0`).join()}}`,
    ],
    ['ten thousand tags', () => `${head()},"tag":[${'{"type":"Hashtag"},'.repeat(10_000)}{}]}`],
    ['ten thousand contexts', () => `${head()},"@context":[${'"https://x.test/",'.repeat(10_000)}""]}`],
    ['a megabyte of smaller-than signs', () => `${head()},"content":"${'<'.repeat(1_000_000)}"}`],
    ['a megabyte of backslashes', () => `${head()},"content":"${'\\\\'.repeat(500_000)}"}`],
    ['a number of a hundred thousand digits', () => `${head()},"n":${'9'.repeat(100_000)}e999999,}`],
    ['what is a megabyte when unpacked', () => gzipSync(Buffer.alloc(1_000_000, ' '))],
  ]
  test.each(bombs)('%s › is refused for twenty milliseconds at most', async (_, make) => {
    await unchanged(world, async () => {
      const spent = await cost(async () => {
        const { status } = await world.post(mallory, Buffer.from(make()), { headers: visitor() })
        expect([400, 413]).toContain(status)
      })
      expect(spent).toBeLessThan(20)
    })
  })

  test.each([
    ['smaller-than signs', '<'],
    ['tags in one another', '<b>'],
    ['links', '<a href="https://x.test/">a</a>'],
    ['ampersands', '&amp;'],
    ['addresses', 'https://x.test/ '],
    ['marks upon a letter', '\u0301'],
  ])('a text that fills all that may be sent with %s › is kept or cut for fifty at most', async (_, part) => {
    const content = part.repeat(Math.floor(150_000 / Buffer.byteLength(JSON.stringify(part))))
    const spent = await cost(async () => {
      const object = note(mallory, world.fresh(mallory, 'notes'), entry, {
        content,
        summary: content.slice(0, 50_000),
      })
      const activity = { ...said(mallory, 'Create', world.fresh(mallory)), object }
      expect((await world.post(mallory, activity, { headers: visitor() })).status).toBe(202)
    })
    expect(spent).toBeLessThan(50)
  })
})

describe('a body without an end', () => {
  const form = 'application/x-www-form-urlencoded'
  const ways = async (): Promise<[string, Record<string, string>][]> => {
    const { deps, admin, origin } = world.hub
    const session = await beginSession(deps, admin.id, { userAgent: undefined, replaces: null })
    const cookie = /^[^;]+/.exec(session)?.[0] ?? ''
    const authorization = `Bearer ${await createToken(deps, admin.id, { name: 'test', scopes: ['write', 'admin'] })}`
    const multipart = 'multipart/form-data; boundary=b'
    return [
      ['/ap/inbox', { 'content-type': 'application/activity+json' }],
      ['/ap/actors/hub/inbox', { 'content-type': 'application/activity+json' }],
      ['/connexion', { 'content-type': form, origin }],
      ['/connexion', { 'content-type': multipart, origin }],
      ['/interagir', { 'content-type': form, origin }],
      ['/api/v1/entries', { 'content-type': 'application/json', authorization }],
      ['/api/v1/following', { 'content-type': 'application/json', authorization }],
      ['/emplois/nouveau', { 'content-type': form, origin, cookie }],
      ['/actualites/nouveau', { 'content-type': multipart, origin, cookie }],
      ['/reseau/abonnements', { 'content-type': form, origin, cookie }],
    ]
  }

  /** Pours until it is answered or cut off. */
  const pour = (path: string, headers: Record<string, string>, start: string) =>
    new Promise<{ status: number | null; sent: number }>((done) => {
      const { host, site } = world.hub
      const to = { host: '127.0.0.1', port: site.port, method: 'POST', path, agent: false as const }
      let sent = 0
      const request = httpRequest({ ...to, headers: { host, ...visitor(), ...headers } })
      const end = (status: number | null): void => {
        request.destroy()
        done({ status, sent })
      }
      request.on('response', ({ statusCode }) => end(statusCode ?? null))
      request.on('error', () => end(null))
      const chunk = Buffer.alloc(65_536, 'x')
      const more = (): void => {
        while (!request.destroyed && request.write(chunk)) sent += chunk.length
      }
      request.on('drain', more)
      request.write(start)
      more()
    })

  test('is read to its limit, at every door, and no further', async () => {
    for (const [path, headers] of await ways()) {
      const start =
        headers['content-type']?.startsWith('multipart') === true
          ? '--b\r\ncontent-disposition: form-data; name="image"; filename="a.png"\r\n\r\n'
          : 'a='
      const { status, sent } = await pour(path, headers, start)
      // Some say so, some hang up: what counts is that they stop listening.
      expect([path, status === null || (status >= 400 && status < 500)]).toEqual([path, true])
      expect(sent).toBeLessThan(20_000_000)
    }
    expect((await world.raw('GET', '/ap/actors/hub', { host: world.hub.host })).status).toBe(200)
  })
})

describe('rule 25: a bomb for a picture', () => {
  const entities = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`,
  ).join('')}]><svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>`
  const external = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>`
  const pictures: readonly (readonly [string, string, () => Buffer, Record<string, string>])[] = [
    ['fifty thousand pixels wide and high', 'image/png', () => headerBomb(50_000, 50_000), {}],
    ['a drawing of entities in entities', 'image/svg+xml', () => Buffer.from(entities), {}],
    ['a drawing that calls itself a photograph', 'image/jpeg', () => Buffer.from(entities), {}],
    ['a drawing that would read our files', 'image/svg+xml', () => Buffer.from(external), {}],
    [
      'packed a thousand times smaller',
      'image/png',
      () => gzipSync(Buffer.alloc(200_000_000)),
      { 'content-encoding': 'gzip' },
    ],
  ]
  test.each(pictures)('%s › is none', async (name, type, make, headers) => {
    const path = `/${encodeURIComponent(name)}`
    const bytes = make()
    world.evil.put(path, (_, response) =>
      response.writeHead(200, { 'content-type': type, ...headers }).end(bytes),
    )
    const image = { type: 'Image', mediaType: type, url: world.evil.origin + path }
    const object = article(mallory, world.fresh(mallory, 'articles'), name, { image })
    await world.post(
      mallory,
      { ...said(mallory, 'Create', world.fresh(mallory)), object },
      { headers: visitor() },
    )
    await world.quiet()
    const { rows } = await world.hub.deps.db.query('SELECT id FROM media WHERE source_url = ?', [image.url])
    expect(rows).toHaveLength(1)
    const before = process.memoryUsage().rss
    const { status } = await world.raw('GET', `/media/r/${String(rows[0]?.['id'])}.webp`, {
      host: world.hub.host,
    })
    expect(status).toBe(404)
    expect(world.evil.asked).toContain(`GET ${path}`)
    expect(process.memoryUsage().rss - before).toBeLessThan(64_000_000)
  })
})
