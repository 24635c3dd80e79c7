import { describe, expect, test } from 'vitest'
import { fetcherFor, listen, names } from './listener.ts'
import { fault, kept, peer, redirect } from './peer.ts'

describe('a request to another server', () => {
  test('says who asks, and brings back status, headers and body', async () => {
    const { fetcher, at, listener } = await peer((_, response) => {
      response.writeHead(404, { 'retry-after': '7', 'content-type': 'text/plain' }).end('absent')
    })
    const answer = await fetcher.request(at('/a?b#c'), { accept: 'text/plain', headers: { 'x-more': '1' } })
    expect(answer).toMatchObject({ status: 404, url: at('/a?b') })
    expect(answer.headers.get('retry-after')).toBe('7')
    expect(answer.body.toString()).toBe('absent')
    expect(listener.requests[0]).toMatchObject({
      url: '/a?b',
      headers: { 'user-agent': 'Maillon/test (+https://hub.test/)', accept: 'text/plain', 'x-more': '1' },
    })
  })

  test('uses the sockets again that are open', async () => {
    const { fetcher, at, listener } = await peer((_, response) => response.end('{}'))
    for (let n = 0; n < 20; n++)
      await fetcher.request(at('/inbox'), { method: 'POST', body: Buffer.from('{}') })
    expect(listener.requests).toHaveLength(20)
    // The client may take a second one when the first is not yet put back.
    expect(listener.sockets).toBeLessThanOrEqual(2)
  })

  test('that finds nobody is a fault of the network', async () => {
    const { fetcher, at, listener } = await peer((_, response) => response.destroy())
    await expect(fetcher.request(at('/'))).rejects.toEqual(fault('network'))
    await listener.close()
    await expect(fetcher.request(at('/'))).rejects.toEqual(fault('network'))
    await expect(fetcher.request('https://unknown.test/')).rejects.toEqual(fault('network'))
  })

  test('is refused once the hub is closing', async () => {
    const { fetcher, at } = await peer((_, response) => response.end())
    await fetcher.close()
    await expect(fetcher.request(at('/'))).rejects.toEqual(fault('closed'))
  })

  test('goes to no private network, by name or by number, whatever it is for (interop rules 12 and 13)', async () => {
    const canary = kept(await listen())
    const lookup = names({ 'evil.test': [['127.0.0.1']], localhost: [['127.0.0.1', '::1']] })
    const fetcher = kept(fetcherFor([], { lookup }))
    for (const address of ['https://evil.test/', 'https://localhost/', `https://127.0.0.1/`])
      await expect(fetcher.request(address)).rejects.toEqual(fault('refused-address'))
    for (const address of [`http://evil.test:${canary.port}/`, 'data:,x', 'file:///etc/passwd'])
      await expect(fetcher.request(address)).rejects.toEqual(fault('scheme'))
    expect(canary.sockets).toBe(0)
  })

  test('is never one to ourselves', async () => {
    const listener = kept(await listen())
    const own = `hub.test:${listener.port}`
    const fetcher = kept(fetcherFor([own], { ownHost: own }))
    await expect(fetcher.request(`http://${own}/ap/actors/a`)).rejects.toEqual(fault('own-host'))
    await expect(fetcher.request(`http://HUB.test.:${listener.port}/`)).rejects.toEqual(fault('own-host'))
    expect(listener.sockets).toBe(0)
  })
})

describe('a redirect (interop rule 14)', () => {
  test('is followed three times', async () => {
    const { fetcher, at, listener } = await peer((request, response) => {
      const n = Number(request.url?.slice(1))
      if (n < 3) redirect(response, `/${n + 1}`, [301, 307, 308][n])
      else response.end('here')
    })
    const answer = await fetcher.request(at('/0'))
    expect(answer).toMatchObject({ status: 200, url: at('/3') })
    expect(answer.body.toString()).toBe('here')
    expect(listener.requests).toHaveLength(4)
  })

  test('is not followed a fourth time', async () => {
    const { fetcher, at, listener } = await peer((request, response) =>
      redirect(response, `/${Number(request.url?.slice(1)) + 1}`),
    )
    await expect(fetcher.request(at('/0'))).rejects.toEqual(fault('redirect'))
    expect(listener.requests).toHaveLength(4)
  })

  test('that leads back is followed no further', async () => {
    const { fetcher, at, listener } = await peer((request, response) =>
      redirect(response, request.url === '/a' ? '/b#again' : '/a'),
    )
    await expect(fetcher.request(at('/a'))).rejects.toEqual(fault('redirect'))
    expect(listener.requests).toHaveLength(2)
    await expect(fetcher.request(at('/a?'))).rejects.toEqual(fault('redirect'))
  })

  test('to another scheme is not followed', async () => {
    const { fetcher, at } = await peer((_, response, port) =>
      redirect(response, `https://peer.test:${port}/`),
    )
    await expect(fetcher.request(at('/'))).rejects.toEqual(fault('redirect'))
  })

  test('into a private network opens no socket', async () => {
    const canary = kept(await listen())
    const { fetcher, at } = await peer((request, response) =>
      redirect(response, decodeURIComponent(request.url?.slice(2) ?? '')),
    )
    const to = (target: string) => fetcher.request(at(`/?${encodeURIComponent(target)}`))
    await expect(to(`http://127.0.0.1:${canary.port}/`)).rejects.toEqual(fault('refused-address'))
    await expect(to(`//other.test:${canary.port}/`)).rejects.toEqual(fault('scheme'))
    await expect(to('http://[')).rejects.toEqual(fault('url'))
    await expect(to('file:///etc/passwd')).rejects.toEqual(fault('scheme'))
    expect(canary.sockets).toBe(0)
  })

  test('to our own host is not followed (interop rule 9)', async () => {
    const hub = kept(await listen())
    const { fetcher, at } = await peer((_, response) => redirect(response, `http://hub.test:${hub.port}/`), {
      ownHost: `hub.test:${hub.port}`,
    })
    await expect(fetcher.request(at('/'))).rejects.toEqual(fault('own-host'))
    expect(hub.sockets).toBe(0)
  })

  test('of a POST is an answer like any other', async () => {
    const { fetcher, at, listener } = await peer((_, response) => redirect(response, '/elsewhere', 307))
    const answer = await fetcher.request(at('/inbox'), { method: 'POST', body: Buffer.from('{}') })
    expect(answer.status).toBe(307)
    expect(listener.requests).toHaveLength(1)
  })

  test('is signed anew for each address', async () => {
    const { fetcher, at, listener } = await peer((request, response) =>
      request.url === '/a' ? redirect(response, '/b') : response.end(),
    )
    await fetcher.request(at('/a'), { sign: async (url, method) => ({ signature: `${method} ${url}` }) })
    expect(listener.requests.map((request) => request.headers['signature'])).toEqual([
      `GET ${at('/a')}`,
      `GET ${at('/b')}`,
    ])
  })
})
