import { describe, expect, test, vi } from 'vitest'
import { contentDigestOf, digestOf } from '../../server/federation/signatures/digest.ts'
import { verifyRequest } from '../../server/federation/signatures/index.ts'
import {
  activity,
  changed,
  ed25519,
  hub,
  minute,
  noon,
  received,
  refused,
  rsa,
  sent,
  signer,
} from './signers.ts'

describe.each(['cavage', 'rfc9421'] as const)('a request signed by %s', (scheme) => {
  test.each([rsa, ed25519])('is believed', async ({ secret }) => {
    const proof = await received(await sent(scheme, { key: secret }))
    expect(proof).toMatchObject({ ok: true, keyId: secret.id, scheme, key: { owner: secret.owner } })
  })

  test('is believed as a GET, with its query', async () => {
    const get = await sent(scheme, { method: 'GET', path: '/ap/actors/a/outbox?page=2&x=%7e..' })
    expect(await received(get)).toMatchObject({ ok: true })
    expect(await received({ ...get, url: '/ap/actors/a/outbox?page=2&x=%7e..' })).toMatchObject({ ok: true })
    expect(await received({ ...get, url: `${hub}/ap/actors/a/outbox?page=3` })).toEqual(refused('signature'))
    expect(await received({ ...get, url: `${hub}/ap/actors/a/outbox` })).toEqual(refused('signature'))
  })

  test('is not believed for another path, method or key', async () => {
    const request = await sent(scheme)
    expect(await received({ ...request, url: `${hub}/ap/actors/a/inbox` })).toEqual(refused('signature'))
    expect(await received({ ...request, method: 'PUT' })).toEqual(refused('signature'))
    const stranger = { ...signer('rsa').open, id: rsa.open.id }
    expect(await received(request, noon, [stranger])).toEqual(refused('signature'))
  })

  test('is not believed when it was signed for another host (interop rule 3)', async () => {
    const elsewhere = await sent(scheme, { origin: 'https://other.test' })
    const here = { ...elsewhere, url: `${hub}/ap/inbox` }
    expect(await received(here)).toMatchObject({ ok: false, status: 401 })
    expect(await received(changed(here, { host: 'hub.test' }))).toEqual(refused('signature'))
  })

  test('is not believed over other bytes (interop rule 3)', async () => {
    const request = await sent(scheme)
    const again = Buffer.from(JSON.stringify(JSON.parse(activity.toString()), null, 1))
    expect(await received({ ...request, rawBody: again })).toEqual(refused('digest'))
    expect(await received({ ...request, rawBody: Buffer.alloc(0) })).toEqual(refused('digest'))
    const other = Buffer.from('{}')
    const digests = { digest: digestOf(other), 'content-digest': contentDigestOf(other) }
    expect(await received(changed({ ...request, rawBody: other }, digests))).toEqual(refused('signature'))
  })

  test('is not believed with two digests of which one is wrong (interop rule 3)', async () => {
    const request = await sent(scheme)
    const wrong = Buffer.from('{}')
    for (const headers of [
      { digest: `${digestOf(activity)},${digestOf(wrong)}` },
      { digest: `${digestOf(wrong)},${digestOf(activity)}` },
      { 'content-digest': `${contentDigestOf(activity)}, ${contentDigestOf(wrong)}` },
    ])
      expect(await received(changed(request, headers))).toEqual(refused('digest'))
    const other =
      scheme === 'cavage' ? { 'content-digest': contentDigestOf(wrong) } : { digest: digestOf(wrong) }
    expect(await received(changed(request, other))).toEqual(refused('digest'))
  })

  test('is believed for an hour, and five minutes ahead (interop rule 4)', async () => {
    for (const at of [noon, noon - 59 * minute, noon + 4 * minute])
      expect(await received(await sent(scheme, { at }))).toMatchObject({ ok: true })
    for (const at of [noon - 61 * minute, noon - 120 * minute, noon + 6 * minute, noon + 30 * minute])
      expect(await received(await sent(scheme, { at }))).toEqual(refused('stale'))
  })

  test('costs no look at a key before all else is right (interop rule 28)', async () => {
    const keyFor = vi.fn(async () => rsa.open)
    const stale = await sent(scheme, { at: noon - 120 * minute })
    const empty = { ...(await sent(scheme)), rawBody: Buffer.alloc(1) }
    for (const request of [stale, empty])
      await verifyRequest(
        { ...request, headers: new Headers(request.headers) },
        { keyFor, now: noon, ownOrigin: hub },
      )
    expect(keyFor).not.toHaveBeenCalled()
  })

  test('is known again by its key and signature, however these are spelled (interop rule 4)', async () => {
    const request = await sent(scheme)
    const first = await received(request)
    const header = request.headers['signature'] ?? ''
    // The last letter before `==` carries four spare bits.
    const respelled = header.replace(/([A-Za-z0-9+/])==/, (_, letter: string) => `${nextLetter(letter)}==`)
    expect(respelled).not.toBe(header)
    const second = await received(changed(request, { signature: respelled }))
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual(first)
    const otherId = { [header.includes('keyId') ? 'signature' : 'signature-input']: '' }
    for (const name of Object.keys(otherId))
      otherId[name] = (request.headers[name] ?? '').replace('https://peer.test', 'https://PEER.test')
    const loose = { keyFor: async () => rsa.open, now: noon, ownOrigin: hub }
    const headers = new Headers(changed(request, otherId).headers)
    expect(await verifyRequest({ ...request, headers }, loose)).toMatchObject({ ok: false })
  })
})

function nextLetter(letter: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return letters[letters.indexOf(letter) + 1] ?? 'A'
}
