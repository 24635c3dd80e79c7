import { createSecretKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { verifyRequest } from '../../server/federation/signatures/index.ts'
import { activity, changed, ed25519, hub, noon, received, refused, rsa, sent } from './signers.ts'

describe('what goes wrong in verifying (interop rule 2)', () => {
  test('is a no: nothing signed', async () => {
    const bare = { method: 'POST', url: `${hub}/ap/inbox`, headers: {}, rawBody: activity }
    expect(await received(bare)).toEqual(refused('unsigned'))
    expect(await received({ ...bare, headers: { authorization: 'Signature keyId="x"' } })).toEqual(
      refused('unsigned'),
    )
  })

  test.each([
    '',
    ',',
    'x',
    'keyId=',
    'keyId="https://peer.test/users/amel#main-key"',
    'keyId="a",keyId="b",headers="date",signature="AAAA"',
    'keyId="a",headers="date",signature="AAAA",',
    'keyId="a",headers="date",signature="AAAA" x',
    'keyId="a",headers="date",signature="%%%"',
    'keyId="a",headers="date",signature=""',
    'keyId="a",created="soon",headers="date",signature="AAAA"',
    `${'a="'.repeat(60_000)}`,
    `keyId="${'a'.repeat(200_000)}`,
    `${' '.repeat(100_000)}x${' '.repeat(100_000)}`,
    `${'a="b",'.repeat(30_000)}`,
  ])('is a no: a signature such as %.40j (and rule 26: at once)', async (signature) => {
    const proof = await received(changed(await sent('cavage'), { signature }))
    expect(proof).toMatchObject({ ok: false, status: 401 })
  })

  test.each(['', 'AAAA', 'AAAA'.repeat(85), 'AAAA'.repeat(10_000)])(
    'is a no: the signature %.12j',
    async (text) => {
      for (const key of [rsa.secret, ed25519.secret]) {
        const request = await sent('cavage', { key })
        const signature = (request.headers['signature'] ?? '').replace(
          /signature="[^"]*"/,
          `signature="${text}"`,
        )
        expect(await received(changed(request, { signature }))).toMatchObject({ ok: false, status: 401 })
        const nine = await sent('rfc9421', { key })
        expect(await received(changed(nine, { signature: `sig1=:${text}:` }))).toMatchObject({
          ok: false,
          status: 401,
        })
      }
    },
  )

  test.each(['none', 'hmac-sha256', 'hs2020', 'constructor', '__proto__', 'rsa-sha1', ''])(
    'is a no: the algorithm %j',
    async (algorithm) => {
      const request = await sent('cavage')
      const signature = (request.headers['signature'] ?? '').replace('rsa-sha256', algorithm)
      expect(await received(changed(request, { signature }))).toEqual(refused('algorithm'))
    },
  )

  test('is a no: a secret made of the public key, as for HMAC', async () => {
    const request = await sent('cavage')
    const shared = createSecretKey(rsa.open.key.export({ type: 'spki', format: 'der' }))
    expect(await received(request, noon, [{ ...rsa.open, key: shared }])).toEqual(refused('signature'))
  })

  test('is a no: an algorithm that is not the one of the key', async () => {
    const request = await sent('cavage', { key: ed25519.secret })
    const signature = (request.headers['signature'] ?? '').replace('hs2019', 'rsa-sha256')
    expect(await received(changed(request, { signature }))).toEqual(refused('signature'))
  })

  test.each(['cavage', 'rfc9421'] as const)(
    'is a no: no key, or a failure to get one, by %s',
    async (scheme) => {
      const request = await sent(scheme)
      expect(await received(request, noon, [])).toEqual(refused('key'))
      const headers = new Headers(request.headers)
      const failing = { keyFor: () => Promise.reject(new Error('down')), now: noon, ownOrigin: hub }
      expect(await verifyRequest({ ...request, headers }, failing)).toEqual(refused('key'))
      const throwing = {
        ...failing,
        keyFor: () => {
          throw new Error('down')
        },
      }
      expect(await verifyRequest({ ...request, headers }, throwing)).toMatchObject({ ok: false, status: 401 })
    },
  )

  test.each(['acct:amel@peer.test', 'peer.test/users/amel', 'data:,x', 'file:///key'])(
    'is a no: a key that is named %s',
    async (id) => {
      for (const scheme of ['cavage', 'rfc9421'] as const) {
        const request = await sent(scheme, { key: { ...rsa.secret, id } })
        expect(await received(request, noon, [{ ...rsa.open, id }])).toEqual(refused('key'))
      }
    },
  )
})
