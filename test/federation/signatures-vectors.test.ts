import { createPrivateKey, createPublicKey, verify } from 'node:crypto'
import { httpbis } from 'http-message-signatures'
import { describe, expect, test } from 'vitest'
import {
  contentDigestOf,
  digestOf,
  verifyContentDigest,
  verifyDigest,
} from '../../server/federation/signatures/digest.ts'
import { isFresh, readHttpDate } from '../../server/federation/signatures/freshness.ts'
import { signBytes } from '../../server/federation/signatures/sign-bytes.ts'

/** https://www.rfc-editor.org/rfc/rfc9421#section-b.1.4 */
const testKey = {
  secret: 'MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF',
  open: 'MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=',
}
/** https://www.rfc-editor.org/rfc/rfc9421#section-b.2 */
const testRequest = {
  method: 'POST',
  url: 'https://example.com/foo?param=Value&Pet=dog',
  headers: {
    Host: 'example.com',
    Date: 'Tue, 20 Apr 2021 02:07:55 GMT',
    'Content-Type': 'application/json',
    'Content-Length': '18',
  },
}

describe('the Ed25519 example of RFC 9421 (B.2.6)', () => {
  const signature = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=='

  test('comes out to the byte', async () => {
    const key = createPrivateKey({ key: Buffer.from(testKey.secret, 'base64'), format: 'der', type: 'pkcs8' })
    const id = 'test-key-ed25519'
    const signing = { id, owner: '', algorithm: 'ed25519' as const, key }
    const signed = await httpbis.signMessage(
      {
        name: 'sig-b26',
        fields: ['date', '@method', '@path', '@authority', 'content-type', 'content-length'],
        params: ['created', 'keyid'],
        paramValues: { created: new Date(1_618_884_473_000), keyid: id },
        key: { id, sign: (text) => signBytes(text, signing) },
      },
      testRequest,
    )
    expect(signed.headers).toMatchObject({ Signature: `sig-b26=:${signature}:` })
  })

  test('is verified by the key of the RFC', async () => {
    const key = createPublicKey({ key: Buffer.from(testKey.open, 'base64'), format: 'der', type: 'spki' })
    const input =
      '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"'
    const headers = { 'Signature-Input': `sig-b26=${input}`, Signature: `sig-b26=:${signature}:` }
    const believed = await httpbis.verifyMessage(
      { keyLookup: async () => ({ verify: async (text, bytes) => verify(null, text, key, bytes) }) },
      { ...testRequest, headers: { ...testRequest.headers, ...headers } },
    )
    expect(believed).toBe(true)
  })
})

describe('a digest', () => {
  const body = Buffer.from('{"hello": "world"}')
  const sha256 = 'X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE='
  const sha512 = 'WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew=='

  test('is written as RFC 3230 and RFC 9530 write it', () => {
    expect(digestOf(body)).toBe(`SHA-256=${sha256}`)
    expect(contentDigestOf(body)).toBe(`sha-256=:${sha256}:`)
  })

  test.each([
    `SHA-256=${sha256}`,
    `sha-256=${sha256}`,
    `SHA-512=${sha512}, SHA-256=${sha256}`,
    `SHA-256=${sha256},sha-256=${sha256}`,
  ])('is right: %s', (header) => {
    expect(verifyDigest(header, body)).toBe(true)
  })

  test.each([
    '',
    'SHA-256=',
    sha256,
    `SHA-256=${sha256.slice(0, -1)}`,
    `SHA-256=${sha256},`,
    `SHA-512=${sha512}`,
    `MD5=Sd/dVLAcvNLSq16eXua5uQ==`,
    `SHA-256=${sha256},MD5=Sd/dVLAcvNLSq16eXua5uQ==`,
    `SHA-256=${sha256},SHA-512=${sha256}`,
    `SHA-256=${sha512}`,
    `sha-256=:${sha256}:`,
  ])('is not right: %s', (header) => {
    expect(verifyDigest(header, body)).toBe(false)
  })

  test('as Content-Digest is right alone or with a longer one, and wrong when either is', () => {
    expect(verifyContentDigest(`sha-256=:${sha256}:`, body)).toBe(true)
    expect(verifyContentDigest(`sha-512=:${sha512}:, sha-256=:${sha256}:`, body)).toBe(true)
    for (const header of [
      '',
      `sha-512=:${sha512}:`,
      `sha-256=${sha256}`,
      `sha-256=:${sha256}:,sha-512=:${sha256}:`,
    ])
      expect(verifyContentDigest(header, body)).toBe(false)
    expect(verifyContentDigest(`sha-256=:${sha256}:`, Buffer.from('{"hello":"world"}'))).toBe(false)
  })
})

describe('a moment (interop rule 4)', () => {
  const now = Date.UTC(2026, 10, 23, 12)

  test.each([
    [-3_600_000, true],
    [-3_600_001, false],
    [0, true],
    [300_000, true],
    [300_001, false],
    [Number.NaN, false],
  ])('%i ms away is fresh: %s', (away, fresh) => {
    expect(isFresh(now + away, now)).toBe(fresh)
  })

  test('is read from the one form of date that HTTP writes today', () => {
    expect(readHttpDate('Mon, 23 Nov 2026 12:00:00 GMT')).toBe(now)
    for (const text of [
      '',
      '0',
      'Monday, 23-Nov-26 12:00:00 GMT',
      'Mon Nov 23 12:00:00 2026',
      '2026-11-23',
      '1e9',
    ])
      expect(readHttpDate(text)).toBeNull()
  })
})
