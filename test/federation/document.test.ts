import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { fetchDocument, isActivityType } from '../../server/federation/document.ts'
import { fetcherFor, listen } from './listener.ts'
import { fault, kept } from './peer.ts'

type Answer = (request: IncomingMessage, response: ServerResponse, origins: [string, string]) => void

/** Two hosts, `peer.test` and `other.test`, that answer as told. */
async function twoHosts(first: Answer, second: Answer = (_, response) => void response.writeHead(404).end()) {
  const origins: [string, string] = ['', '']
  const peer = kept(await listen((request, response) => first(request, response, origins)))
  const other = kept(await listen((request, response) => second(request, response, origins)))
  origins[0] = `http://peer.test:${peer.port}`
  origins[1] = `http://other.test:${other.port}`
  const fetcher = kept(fetcherFor([`peer.test:${peer.port}`, `other.test:${other.port}`]))
  return { fetcher, peer, other, origins }
}

function document(
  response: ServerResponse,
  value: object | string,
  type = 'application/activity+json',
): void {
  response.setHeader('content-type', type)
  response.end(typeof value === 'string' ? value : JSON.stringify(value))
}

describe('a document (interop rule 9)', () => {
  test('that stands at its id is read with one request', async () => {
    const { fetcher, peer, origins } = await twoHosts((request, response, [origin]) =>
      document(response, { id: `${origin}${request.url}`, type: 'Note' }),
    )
    const id = `${origins[0]}/notes/1`
    expect(await fetchDocument(fetcher, id)).toMatchObject({ id, document: { id, type: 'Note' } })
    expect(peer.requests).toHaveLength(1)
    expect(peer.requests[0]?.headers.accept).toContain('application/activity+json')
  })

  test('asked for by a part of it is the document', async () => {
    const { fetcher, origins } = await twoHosts((_, response, [origin]) =>
      document(response, { id: `${origin}/a` }),
    )
    expect(await fetchDocument(fetcher, `${origins[0]}/a#main-key`)).toMatchObject({ id: `${origins[0]}/a` })
  })

  test('that names another id is asked for there, and nowhere after', async () => {
    const { fetcher, peer, origins } = await twoHosts((_, response, [origin]) =>
      document(response, { id: `${origin}/users/a` }),
    )
    expect(await fetchDocument(fetcher, `${origins[0]}/@a`)).toMatchObject({ id: `${origins[0]}/users/a` })
    expect(peer.requests.map((request) => request.url)).toEqual(['/@a', '/users/a'])
  })

  test('that names a new id each time is dropped after two requests', async () => {
    let n = 0
    const { fetcher, peer, origins } = await twoHosts((_, response, [origin]) =>
      document(response, { id: `${origin}/${n++}` }),
    )
    await expect(fetchDocument(fetcher, `${origins[0]}/x`)).rejects.toEqual(fault('id'))
    expect(peer.requests).toHaveLength(2)
  })

  test('of one host cannot speak for another', async () => {
    const { fetcher, origins } = await twoHosts((_, response, [, other]) =>
      document(response, { id: `${other}/users/victim` }),
    )
    await expect(fetchDocument(fetcher, `${origins[0]}/x`)).rejects.toEqual(fault('status'))
  })

  test('of one host cannot speak for another by a redirect from it', async () => {
    const { fetcher, origins } = await twoHosts(
      (_, response, [, other]) => response.writeHead(302, { location: `${other}/x` }).end(),
      (_, response, [peer]) => document(response, { id: `${peer}/x`, name: 'forged' }),
    )
    await expect(fetchDocument(fetcher, `${origins[0]}/x`)).rejects.toEqual(fault('id'))
  })

  test('reached by a redirect to the host that it names is read', async () => {
    const { fetcher, origins } = await twoHosts(
      (_, response, [, other]) => response.writeHead(302, { location: `${other}/x` }).end(),
      (_, response, [, other]) => document(response, { id: `${other}/x` }),
    )
    expect(await fetchDocument(fetcher, `${origins[0]}/x`)).toMatchObject({ id: `${origins[1]}/x` })
  })

  test('moved within its own host keeps its id', async () => {
    const { fetcher, peer, origins } = await twoHosts((request, response, [origin]) =>
      request.url === '/x'
        ? response.writeHead(301, { location: '/x/' }).end()
        : document(response, { id: `${origin}/x` }),
    )
    expect(await fetchDocument(fetcher, `${origins[0]}/x#main-key`)).toMatchObject({ id: `${origins[0]}/x` })
    expect(peer.requests).toHaveLength(2)
  })

  test.each([{}, { id: 1 }, { id: null }, { id: ['x'] }])('without an id is dropped: %j', async (value) => {
    const { fetcher, origins } = await twoHosts((_, response) => document(response, value))
    await expect(fetchDocument(fetcher, `${origins[0]}/x`)).rejects.toEqual(fault('id'))
  })

  test('whose id leads into a private network is dropped', async () => {
    const { fetcher, origins } = await twoHosts((_, response) =>
      document(response, { id: 'https://127.0.0.1/x' }),
    )
    await expect(fetchDocument(fetcher, `${origins[0]}/x`)).rejects.toEqual(fault('refused-address'))
  })

  test.each([404, 410, 500, 204])('that is answered by %i is a fault that tells so', async (status) => {
    const { fetcher, origins } = await twoHosts((_, response) => response.writeHead(status).end())
    await expect(fetchDocument(fetcher, `${origins[0]}/x`)).rejects.toMatchObject({ kind: 'status', status })
  })
})

describe('the body of a document (interop rules 16 and 32)', () => {
  test.each(['', '[]', '"x"', 'null', '{', '<html>', `${'['.repeat(100_000)}`, `[${'1,'.repeat(20_000)}1]`])(
    'is dropped when it is %.12j…',
    async (body) => {
      const { fetcher, origins } = await twoHosts((_, response) => document(response, body))
      await expect(fetchDocument(fetcher, `${origins[0]}/x`)).rejects.toEqual(fault('json'))
    },
  )

  test('brings no prototype with it', async () => {
    const { fetcher, origins } = await twoHosts((_, response, [origin]) =>
      document(response, `{"id":"${origin}/x","__proto__":{"admin":1},"constructor":1}`),
    )
    const fetched = await fetchDocument(fetcher, `${origins[0]}/x`)
    expect(Object.keys(fetched.document)).toEqual(['id'])
  })
})

describe('the type of a document (interop rule 10)', () => {
  test.each([
    'application/activity+json',
    'application/activity+json; charset=utf-8',
    'Application/Activity+JSON',
    'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
    'application/ld+json;charset=utf-8;profile=https://www.w3.org/ns/activitystreams',
    'application/ld+json; profile="http://example.test/x https://www.w3.org/ns/activitystreams"',
  ])('may be %s', (type) => {
    expect(isActivityType(type)).toBe(true)
  })

  test.each([
    undefined,
    '',
    'application/json',
    'application/ld+json',
    'application/ld+json; profile="https://www.w3.org/ns/activitystreams-evil"',
    'application/ld+json; notprofile="https://www.w3.org/ns/activitystreams"',
    'image/png',
    'text/html',
    'text/html; application/activity+json',
    'application/activity+json2',
  ])('is not %s', async (type) => {
    expect(isActivityType(type)).toBe(false)
    const { fetcher, origins } = await twoHosts((_, response, [origin]) =>
      document(response, { id: `${origin}/x` }, type ?? ''),
    )
    await expect(fetchDocument(fetcher, `${origins[0]}/x`)).rejects.toEqual(fault('content-type'))
  })
})
