import { webcrypto } from 'node:crypto'
import { signRequest as signByFedify, verifyRequest as verifyByFedify } from '@fedify/fedify/sig'
import { Multikey } from '@fedify/fedify/vocab'
import { describe, expect, test } from 'vitest'
import { toMultikey } from '../../server/federation/keys.ts'
import { activity, ed25519, hub, received, rsa, sent, type Sent } from './signers.ts'

const specs = { cavage: 'draft-cavage-http-signatures-12', rfc9421: 'rfc9421' } as const

/** Amel's actor, as her server gives it. */
const actor = {
  '@context': [
    'https://www.w3.org/ns/activitystreams',
    'https://w3id.org/security/v1',
    'https://w3id.org/security/multikey/v1',
    {
      assertionMethod: {
        '@id': 'https://w3id.org/security#assertionMethod',
        '@type': '@id',
        '@container': '@set',
      },
    },
  ],
  id: rsa.open.owner,
  type: 'Person',
  preferredUsername: 'amel',
  inbox: `${rsa.open.owner}/inbox`,
  publicKey: {
    id: rsa.open.id,
    type: 'CryptographicKey',
    owner: rsa.open.owner,
    publicKeyPem: rsa.open.key.export({ type: 'spki', format: 'pem' }).toString(),
  },
}
const documentLoader = async (url: string) => ({ document: actor, documentUrl: url, contextUrl: null })

function asRequest({ method, url, headers, rawBody }: Sent): Request {
  return new Request(url, { method, headers, body: method === 'POST' ? new Uint8Array(rawBody) : null })
}

describe.each(['cavage', 'rfc9421'] as const)('Fedify, by %s', (scheme) => {
  test.each(['POST', 'GET'] as const)('believes our %s', async (method) => {
    const request = await sent(scheme, { method, at: Date.now() })
    const key = await verifyByFedify(asRequest(request), { documentLoader, spec: specs[scheme] })
    expect(key?.id?.href).toBe(rsa.open.id)
  })

  test('does not believe our POST over another body', async () => {
    const request = await sent(scheme, { at: Date.now() })
    const other = asRequest({ ...request, rawBody: Buffer.from('{}') })
    expect(await verifyByFedify(other, { documentLoader, spec: specs[scheme] })).toBeNull()
  })

  test.each([
    ['POST', '/ap/inbox'],
    ['GET', '/ap/actors/a'],
    ['GET', '/ap/actors/a/outbox?page=2'],
  ])('is believed by us: %s %s', async (method, path) => {
    const headers = { 'content-type': 'application/activity+json' }
    const init: RequestInit =
      method === 'POST' ? { method, headers, body: new Uint8Array(activity) } : { method }
    const request = new Request(`${hub}${path}`, init)
    const signed = await signByFedify(request, await subtleKey(), new URL(rsa.secret.id), {
      spec: specs[scheme],
    })
    const came: Sent = {
      method,
      url: signed.url,
      headers: Object.fromEntries(signed.headers),
      rawBody: Buffer.from(await signed.arrayBuffer()),
    }
    expect(await received(came, Date.now())).toMatchObject({ ok: true, keyId: rsa.open.id, scheme })
    if (method === 'POST')
      expect(await received({ ...came, rawBody: Buffer.from('{}') }, Date.now())).toMatchObject({ ok: false })
  })
})

describe('Fedify, by RFC 9421 with Ed25519', () => {
  test('believes our POST', async () => {
    const request = await sent('rfc9421', { at: Date.now(), key: ed25519.secret })
    // Here it wants a key document; a Multikey it reads for object proofs only.
    const publicKeyPem = ed25519.open.key.export({ type: 'spki', format: 'pem' }).toString()
    const { id, owner } = ed25519.open
    const document = {
      '@context': 'https://w3id.org/security/v1',
      id,
      type: 'CryptographicKey',
      owner,
      publicKeyPem,
    }
    const loader = async (url: string) => ({ document, documentUrl: url, contextUrl: null })
    const key = await verifyByFedify(asRequest(request), { documentLoader: loader, spec: 'rfc9421' })
    expect(key?.id?.href).toBe(id)
  })

  test('reads our Multikey as the same key', async () => {
    const read = await Multikey.fromJsonLd({
      '@context': 'https://w3id.org/security/multikey/v1',
      id: ed25519.open.id,
      type: 'Multikey',
      controller: ed25519.open.owner,
      publicKeyMultibase: toMultikey(ed25519.open.key),
    })
    if (read.publicKey === null) throw new Error('Fedify reads no key.')
    const jwk = await webcrypto.subtle.exportKey('jwk', read.publicKey)
    expect(jwk.x).toBe(ed25519.open.key.export({ format: 'jwk' }).x)
  })
})

function subtleKey(): Promise<webcrypto.CryptoKey> {
  const der = rsa.secret.key.export({ type: 'pkcs8', format: 'der' })
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  return webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, true, ['sign'])
}
