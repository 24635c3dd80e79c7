import {
  parseRequestSignature,
  verifyDigestHeader,
  verifyDraftSignature,
  verifyRFC3230DigestHeader,
  verifyRFC9530DigestHeader,
} from '@misskey-dev/node-http-message-signatures'
import peertube from '@peertube/http-signature'
import { describe, expect, test } from 'vitest'
import { changed, rsa, sent, signer, type Sent } from './signers.ts'

// What other servers check us with, as their own libraries do it: PeerTube's fork of http-signature, which Misskey has
// used for years, and the one that Misskey's makers wrote to take its place. Both know draft-cavage alone.

const pemOf = ({ open }: ReturnType<typeof signer>): string =>
  open.key.export({ type: 'spki', format: 'pem' }).toString()

/** What a Misskey demands to be signed: packages/backend/src/server/ActivityPubServerService.ts. */
const demanded = ['(request-target)', 'host', 'date']

const incoming = ({ method, url, headers }: Sent) => ({
  method,
  url: url.replace(/^https:\/\/[^/]+/, ''),
  headers,
  httpVersion: '1.1',
  httpVersionMajor: 1,
})

const libraries: Record<string, (request: Sent, pem: string) => Promise<boolean>> = {
  async 'PeerTube’s http-signature'(request, pem) {
    const headers = request.method === 'POST' ? [...demanded, 'digest'] : demanded
    return peertube.verifySignature(peertube.parseRequest(incoming(request), { headers }), pem)
  },
  async 'Misskey’s http-message-signatures'(request, pem) {
    const draft = request.method === 'POST' ? [...demanded, 'digest'] : demanded
    const parsed = parseRequestSignature(incoming(request), { requiredComponents: { draft } })
    return parsed.version === 'draft' && verifyDraftSignature(parsed.value, pem)
  },
}

describe.each(Object.entries(libraries))('%s', (_, believes) => {
  test.each([
    ['POST', '/inbox'],
    ['POST', '/users/amel/inbox'],
    ['GET', '/users/amel'],
    ['GET', '/users/amel/outbox?page=true&min_id=0'],
  ] as const)('believes our %s of %s', async (method, path) => {
    const request = await sent('cavage', { method, path, at: Date.now() })
    expect(await believes(request, pemOf(rsa))).toBe(true)
  })

  test('does not believe another key, another path, another host or another body', async () => {
    const request = await sent('cavage', { at: Date.now() })
    expect(await believes(request, pemOf(signer('rsa')))).toBe(false)
    for (const other of [
      { ...request, url: `${request.url}/elsewhere` },
      changed(request, { host: 'other.test' }),
      changed(request, { digest: 'SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' }),
    ])
      expect(await believes(other, pemOf(rsa))).toBe(false)
  })

  test('lets nothing in that was signed an hour ago: we sign when we send, never before', async () => {
    const request = await sent('cavage', { at: Date.now() - 3_600_000 })
    await expect(believes(request, pemOf(rsa))).rejects.toThrow(/skew|expired/i)
  })

  test('lets nothing in whose body is not signed for', async () => {
    const request = await sent('cavage', { at: Date.now() })
    const signature = (request.headers['signature'] ?? '').replace(' digest', '')
    const unsure = changed(request, { signature })
    await expect(believes(unsure, pemOf(rsa))).rejects.toThrow(/digest/)
  })
})

describe('the digest of what we send', () => {
  const body = (request: Sent): Uint8Array<ArrayBuffer> => new Uint8Array(request.rawBody)

  test('is right for Misskey’s library, as RFC 3230 and as RFC 9530 write it', async () => {
    const [old, young] = [await sent('cavage'), await sent('rfc9421')]
    expect(await verifyRFC3230DigestHeader(incoming(old), body(old))).toBe(true)
    expect(await verifyRFC9530DigestHeader(incoming(young), body(young))).toBe(true)
    for (const request of [old, young])
      expect(await verifyDigestHeader(incoming(request), body(request))).toBe(true)
  })

  test('is wrong for it over another body', async () => {
    for (const scheme of ['cavage', 'rfc9421'] as const) {
      const request = await sent(scheme)
      expect(await verifyDigestHeader(incoming(request), new Uint8Array(Buffer.from('{}')))).toBe(false)
    }
  })

  test('begins as Misskey wants it, to the letter', async () => {
    const { headers } = await sent('cavage')
    expect(headers['digest']).toMatch(/^SHA-256=[A-Za-z0-9+/]{43}=$/)
  })
})
