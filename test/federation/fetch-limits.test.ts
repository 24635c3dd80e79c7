import { once } from 'node:events'
import { createServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fetcherFor } from './listener.ts'
import { fault, kept, peer, redirect } from './peer.ts'

describe('a large answer (interop rule 15)', () => {
  test('that says so is not read', async () => {
    const { fetcher, at } = await peer((_, response) => {
      response.writeHead(200, { 'content-length': '1000001' }).flushHeaders()
    })
    await expect(fetcher.request(at('/'))).rejects.toEqual(fault('too-large'))
  })

  test('without an end is cut off, and its sender stopped', async () => {
    let sent = 0
    let stopped: Promise<unknown> = Promise.resolve()
    const { fetcher, at } = await peer((_, response) => {
      stopped = once(response, 'close')
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384
      }
      response.on('drain', more)
      more()
    })
    await expect(fetcher.request(at('/'), { maxBytes: 100_000 })).rejects.toEqual(fault('too-large'))
    await stopped
    expect(sent).toBeLessThan(20_000_000)
  })

  test('is accepted up to the cap, to the byte', async () => {
    const { fetcher, at } = await peer((request, response) =>
      response.end(Buffer.alloc(Number(request.url?.slice(1)))),
    )
    expect((await fetcher.request(at('/1000'), { maxBytes: 1_000 })).body).toHaveLength(1_000)
    await expect(fetcher.request(at('/1001'), { maxBytes: 1_000 })).rejects.toEqual(fault('too-large'))
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('packed small with %s is not unpacked beyond the cap', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(64_000_000))
    const { fetcher, at } = await peer((request, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(request.url === '/bomb' ? bomb : pack(Buffer.from('honest')))
    })
    expect((await fetcher.request(at('/'))).body.toString()).toBe('honest')
    await expect(fetcher.request(at('/bomb'))).rejects.toEqual(fault('too-large'))
  })

  test.each([
    ['gzip, gzip', gzipSync(gzipSync('x'))],
    ['zstd', Buffer.from('x')],
    ['gzip', Buffer.from('not gzip')],
    ['gzip', gzipSync('cut short').subarray(0, 20)],
  ])('packed as %s that we cannot unpack is refused', async (encoding, body) => {
    const { fetcher, at } = await peer((_, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(body)
    })
    await expect(fetcher.request(at('/'))).rejects.toEqual(fault('encoding'))
  })

  test('in its headers is refused', async () => {
    const { fetcher, at } = await peer((_, response) => {
      for (let n = 0; n < 40; n++) response.setHeader(`x-${n}`, 'a'.repeat(1_000))
      response.end()
    })
    await expect(fetcher.request(at('/'))).rejects.toEqual(fault('too-large'))
  })
})

describe('a slow answer (interop rule 15)', () => {
  test('that drips is cut off at the deadline, and its sender stopped', async () => {
    let stopped: Promise<unknown> = Promise.resolve()
    const { fetcher, at } = await peer((_, response) => {
      const drip = setInterval(() => response.write('x'), 20)
      stopped = once(response, 'close').then(() => clearInterval(drip))
    })
    await expect(fetcher.request(at('/'), { deadlineMs: 200 })).rejects.toEqual(fault('timeout'))
    await stopped
  })

  test('that never begins is given up', async () => {
    const { fetcher, at } = await peer(() => undefined)
    await expect(fetcher.request(at('/'), { deadlineMs: 100 })).rejects.toEqual(fault('timeout'))
    const post = { method: 'POST' as const, body: Buffer.from('{}'), deadlineMs: 100 }
    await expect(fetcher.request(at('/inbox'), post)).rejects.toEqual(fault('timeout'))
  })

  test('drawn out over redirects has one deadline for all', async () => {
    const { fetcher, at } = await peer((request, response) => {
      const n = Number(request.url?.slice(1))
      setTimeout(() => (n < 3 ? redirect(response, `/${n + 1}`) : response.end()), 100)
    })
    await expect(fetcher.request(at('/0'), { deadlineMs: 300 })).rejects.toEqual(fault('timeout'))
  })

  test('of a name server ends with the time for connecting', async () => {
    const fetcher = kept(fetcherFor([], { lookup: () => undefined, connectMs: 100 }))
    await expect(fetcher.request('https://peer.test/')).rejects.toEqual(fault('timeout'))
  })

  test('of one request does not hold another beyond its deadline', async () => {
    const { fetcher, at } = await peer(() => undefined)
    const ended: string[] = []
    const ask = (name: string, deadlineMs: number) =>
      fetcher.request(at('/'), { deadlineMs }).catch(() => ended.push(name))
    const holding = Array.from({ length: 8 }, () => ask('holding', 1_000))
    await ask('waiting', 200)
    expect(ended).toEqual(['waiting'])
    await Promise.all(holding)
  })
})

describe('the answer to a POST', () => {
  const post = { method: 'POST' as const, body: Buffer.from('{}') }

  test('is its status, however long its body', async () => {
    const { fetcher, at } = await peer((_, response) => {
      response.writeHead(202)
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
      }
      response.on('drain', more)
      more()
    })
    const answer = await fetcher.request(at('/inbox'), post)
    expect(answer.status).toBe(202)
    expect(answer.body.length).toBeLessThanOrEqual(16_384)
  })

  test('is its status, though the body never ends', async () => {
    const { fetcher, at } = await peer((_, response) => response.writeHead(202).write('thank'))
    const answer = await fetcher.request(at('/inbox'), { ...post, deadlineMs: 200 })
    expect(answer.status).toBe(202)
    expect(answer.body.toString()).toBe('thank')
  })

  test('is its status, though the socket breaks in the body', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end('HTTP/1.1 202 Accepted\r\ncontent-length: 100\r\n\r\nthank'))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    kept({ close: () => new Promise((done) => server.close(done)) })
    const address = server.address()
    const host = `peer.test:${typeof address === 'object' ? address?.port : ''}`
    expect((await kept(fetcherFor([host])).request(`http://${host}/inbox`, post)).status).toBe(202)
  })

  test('comes to a body that arrives as it was signed', async () => {
    const received: Buffer[] = []
    const { fetcher, at } = await peer((request, response) => {
      request.on('data', (chunk: Buffer) => received.push(chunk)).on('end', () => response.end())
    })
    const body = Buffer.from('{"name":"é"}')
    const signed: (Buffer | null)[] = []
    const sign = async (_url: string, _method: string, bytes: Buffer | null) => {
      signed.push(bytes)
      return { 'content-type': 'application/activity+json' }
    }
    await fetcher.request(at('/inbox'), { method: 'POST', body, sign })
    expect(Buffer.concat(received)).toEqual(body)
    expect(signed).toEqual([body])
  })
})
