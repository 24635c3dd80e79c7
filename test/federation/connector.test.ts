import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkUrl, createConnector } from '../../server/federation/connector.ts'
import { FetchFault } from '../../server/federation/fetch-fault.ts'
import { neverCalled } from './addresses.ts'
import { listen, names, type Listener } from './listener.ts'

let canary: Listener
beforeEach(async () => {
  canary = await listen()
})
afterEach(() => canary.close())

/** Opens a socket to the canary's port; gives the fault, or null once it is open. */
function dial(
  hostname: string,
  lookup: ReturnType<typeof names>,
  allowHosts: string[] = [],
): Promise<Error | null> {
  const connect = createConnector({ lookup, allowHosts, connectMs: 300 })
  return new Promise((done) => {
    connect({ hostname, host: hostname, protocol: 'http:', port: String(canary.port) }, (error, socket) => {
      socket?.destroy()
      done(error)
    })
  })
}

describe('a name that leads into a private network (interop rule 12)', () => {
  test.each(neverCalled)('%s is refused without a socket', async (address) => {
    const fault = await dial('evil.test', names({ 'evil.test': [[address]] }))
    expect(fault).toMatchObject({ kind: 'refused-address' })
    expect(canary.sockets).toBe(0)
  })

  test('is refused when it leads to a public address as well', async () => {
    for (const answer of [
      ['9.9.9.9', '127.0.0.1'],
      ['127.0.0.1', '2a00:1450:4007::200e'],
    ])
      expect(await dial('evil.test', names({ 'evil.test': [answer] }))).toMatchObject({
        kind: 'refused-address',
      })
    expect(canary.sockets).toBe(0)
  })

  test('is reached when its exact host and port are allowed', async () => {
    const fault = await dial('peer.test', names({ 'peer.test': [['127.0.0.1']] }), [
      `peer.test:${canary.port}`,
    ])
    expect(fault).toBeNull()
  })

  test('is refused on any other port, or by any other name, than the one allowed', async () => {
    const lookup = names({ 'peer.test': [['127.0.0.1']], 'a.peer.test': [['127.0.0.1']] })
    expect(await dial('peer.test', lookup, [`peer.test:${canary.port + 1}`])).toBeInstanceOf(FetchFault)
    expect(await dial('a.peer.test', lookup, [`peer.test:${canary.port}`])).toBeInstanceOf(FetchFault)
    expect(canary.sockets).toBe(0)
  })
})

describe('a name that changes its answer (interop rule 12, rebinding)', () => {
  // In the global range, but no network has it: nobody is called.
  const nowhere = '2d00::1'

  test('is asked for once, and the socket goes to the answer that was checked', async () => {
    const lookup = names({ 'evil.test': [[nowhere], ['127.0.0.1']] })
    const fault = await dial('evil.test', lookup)
    expect(fault).toBeInstanceOf(Error)
    expect(lookup.asked).toEqual(['evil.test'])
    expect(canary.sockets).toBe(0)
  })

  test('is checked again for the next socket', async () => {
    const lookup = names({ 'evil.test': [[nowhere], ['127.0.0.1']] })
    expect(await dial('evil.test', lookup)).not.toBeInstanceOf(FetchFault)
    expect(await dial('evil.test', lookup)).toMatchObject({ kind: 'refused-address' })
    expect(canary.sockets).toBe(0)
  })
})

describe('a bare address', () => {
  test.each(['127.0.0.1', '::1', '9.9.9.9'])(
    '%s opens no socket, though no name is looked up for it',
    async (ip) => {
      const lookup = names({})
      expect(await dial(ip, lookup)).toMatchObject({ kind: 'refused-address' })
      expect(lookup.asked).toEqual([])
      expect(canary.sockets).toBe(0)
    },
  )
})

describe('an address that is never called (interop rules 12 and 13)', () => {
  const gate = {
    allowHosts: ['peer.test:3000', '127.0.0.1:3001', '[::1]:3002', 'hub.test:443'],
    ownHost: 'hub.test',
  }

  test.each([
    ['', 'url'],
    ['peer', 'url'],
    ['https://', 'url'],
    ['https://a:b@peer.test/', 'url'],
    ['https://a@peer.test:3000/', 'url'],
    ['http://peer.test/', 'scheme'],
    ['data:application/json,{}', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://peer.test/', 'scheme'],
    ['javascript:1', 'scheme'],
    ['blob:https://peer.test/x', 'scheme'],
    ['https://peer.test:80/', 'port'],
    ['https://peer.test:8443/', 'port'],
    ['https://peer.test:22/', 'port'],
    ['http://peer.test:3001/', 'scheme'],
    ['http://127.0.0.1/', 'refused-address'],
    ['http://127.0.0.1:3000/', 'refused-address'],
    ['https://9.9.9.9/', 'refused-address'],
    ['https://2130706433/', 'refused-address'],
    ['https://0x7f000001/', 'refused-address'],
    ['https://0177.0.0.1/', 'refused-address'],
    ['https://127.1/', 'refused-address'],
    ['https://[::ffff:127.0.0.1]/', 'refused-address'],
    ['https://[64:ff9b::a00:1]/', 'refused-address'],
    ['https://①②⑦.0.0.1/', 'refused-address'],
    ['https://hub.test/', 'own-host'],
    ['https://HUB.test./ap/actors/a', 'own-host'],
    ['https://hub.test:443/', 'own-host'],
  ])('%j is refused: %s', (address, kind) => {
    expect(() => checkUrl(address, gate)).toThrow(expect.objectContaining({ kind }))
  })

  test.each([
    'https://peer.test/users/a',
    'https://peer.test:443/',
    'http://peer.test:3000/',
    'https://peer.test:3000/',
    'http://127.0.0.1:3001/',
    'http://[::1]:3002/',
  ])('%s is not among them', (address) => {
    expect(checkUrl(address, gate).href).toBe(new URL(address).href)
  })

  test('a fragment is not sent', () => {
    expect(checkUrl('https://peer.test/a#main-key', gate).href).toBe('https://peer.test/a')
  })
})
