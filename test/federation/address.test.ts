import { describe, expect, test } from 'vitest'
import { endpointOf, hostKey, isGlobalUnicast, sameOrigin } from '../../server/federation/address.ts'
import { neverCalled } from './addresses.ts'

describe('an address (interop rule 12)', () => {
  test.each(neverCalled)('%s is never called', (address) => {
    expect(isGlobalUnicast(address)).toBe(false)
  })

  test.each(['9.9.9.9', '151.80.1.1', '2001:41d0:1::1', '2a00:1450:4007::200e'])(
    '%s may be called',
    (address) => {
      expect(isGlobalUnicast(address)).toBe(true)
    },
  )

  test.each(['', 'localhost', '0x7f.1', '2130706433', '127.1', '2001:41d0:1::1%eth0'])(
    '%j is not an address that a resolver gives',
    (text) => {
      expect(isGlobalUnicast(text)).toBe(false)
    },
  )
})

describe('a host (interop rule 35)', () => {
  test.each([
    ['https://Evil.Test./x', 'evil.test'],
    ['https://EVIL.test:443', 'evil.test'],
    ['http://evil.test:80/', 'evil.test'],
    ['https://evil.test:8443', 'evil.test:8443'],
    ['https://exämple.test/', 'xn--exmple-cua.test'],
    ['https://XN--EXMPLE-CUA.test/', 'xn--exmple-cua.test'],
    ['https://evil%2Etest/', 'evil.test'],
    ['https://evil。test/', 'evil.test'],
    ['https://a:b@evil.test/', 'evil.test'],
    ['http://[::1]:3000/', '[::1]:3000'],
    ['http://0x7f.1/', '127.0.0.1'],
  ])('%s is spelled %s', (url, key) => {
    expect(hostKey(url)).toBe(key)
  })

  test.each(['', 'evil.test', 'mailto:a@evil.test', 'data:text/plain,x', 'https://', 'https://./'])(
    '%j has none',
    (text) => {
      expect(hostKey(text)).toBeNull()
    },
  )

  test('is written with its port where only exact pairs are allowed', () => {
    expect(endpointOf(new URL('https://Hub.test./'))).toBe('hub.test:443')
    expect(endpointOf(new URL('http://hub.test/'))).toBe('hub.test:80')
    expect(endpointOf(new URL('http://[::1]:3000/'))).toBe('[::1]:3000')
  })
})

describe('an origin (interop rules 8, 9 and 35)', () => {
  test.each([
    ['https://a.test/x', 'https://A.test./y', true],
    ['https://a.test/x', 'https://a.test:443/y', true],
    ['https://a.test/x', 'http://a.test/x', false],
    ['https://a.test/x', 'https://a.test:8443/x', false],
    ['https://a.test/x', 'https://b.test/x', false],
    ['https://a.test/x', 'https://a.test.evil.test/x', false],
    ['https://a.test@evil.test/x', 'https://a.test/x', false],
    ['https://./', 'https://./', false],
    ['acct:a@a.test', 'acct:a@a.test', false],
  ])('of %s and %s: one is the other, %s', (a, b, same) => {
    expect(sameOrigin(a, b)).toBe(same)
  })
})
