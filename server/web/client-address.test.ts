import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const trusted = ['127.0.0.0/8', '::1/128', '10.0.0.0/8']

test.each([
  ['without a proxy it is the socket’s', '203.0.113.7', undefined, '203.0.113.7'],
  ['a stranger’s header is not believed', '203.0.113.7', '192.0.2.1', '203.0.113.7'],
  ['behind our proxy it is what the proxy saw', '127.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['what the client invented stands further left', '127.0.0.1', '1.1.1.1, 192.0.2.1', '192.0.2.1'],
  ['two proxies of ours are both skipped', '127.0.0.1', '192.0.2.1, 10.0.0.5', '192.0.2.1'],
  ['nonsense ends the search at the hop that said it', '127.0.0.1', '192.0.2.1, moi', '127.0.0.1'],
  ['an IPv4 address in IPv6 clothes is IPv4', '::ffff:127.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['an IPv6 client counts as its /64', '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::'],
  ['no socket, no address', undefined, '192.0.2.1', 'unknown'],
])('the client’s address: %s', (_case, socket, forwarded, expected) => {
  expect(clientAddress(socket, forwarded, trusted)).toBe(expected)
})
