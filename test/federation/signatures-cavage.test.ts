import { sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { digestOf } from '../../server/federation/signatures/digest.ts'
import { signRequest, verifyRequest } from '../../server/federation/signatures/index.ts'
import { activity, changed, minute, noon, received, refused, rsa, sent, type Sent } from './signers.ts'

describe('a cavage signature (interop rule 3)', () => {
  /** Signs what the list says and no more. */
  async function signedOver(names: string[], more: Record<string, string> = {}): Promise<Sent> {
    const request = changed(await sent('cavage'), more)
    const value = (name: string) => (name === '(request-target)' ? 'post /ap/inbox' : request.headers[name])
    const text = names.map((name) => `${name}: ${value(name)}`).join('\n')
    const signature = sign('sha256', Buffer.from(text), rsa.secret.key).toString('base64')
    const header = `keyId="${rsa.secret.id}",algorithm="rsa-sha256",headers="${names.join(' ')}",signature="${signature}"`
    return changed(request, { signature: header })
  }
  const all = ['(request-target)', 'host', 'date', 'digest']

  test('over target, host, date and digest is enough', async () => {
    expect(await received(await signedOver(all))).toMatchObject({ ok: true })
    expect(await received(await signedOver(all.toReversed()))).toMatchObject({ ok: true })
  })

  test.each(all)('without %s is not', async (dropped) => {
    const names = all.filter((name) => name !== dropped)
    expect(await received(await signedOver(names))).toEqual(refused('components'))
  })

  test('without a list of headers is not: the draft means the date alone', async () => {
    const request = await signedOver(['date'])
    const signature = (request.headers['signature'] ?? '').replace('headers="date",', '')
    expect(await received(changed(request, { signature }))).toEqual(refused('malformed'))
  })

  test('over a header that is not sent is not', async () => {
    for (const name of ['digest', 'date', 'host', 'content-type'])
      expect(await received(changed(await sent('cavage'), { [name]: null }))).toMatchObject({ ok: false })
    expect(await received(changed(await sent('cavage'), { date: null }))).toEqual(refused('components'))
  })

  test('for the right host in another spelling is; for another host, or none, is not', async () => {
    for (const host of ['hub.test', 'HUB.test', 'hub.test.', 'hub.test:443'])
      expect(await received(await signedOver(all, { host }))).toMatchObject({ ok: true })
    for (const host of [
      'other.test',
      'hub.test:8443',
      'hub.test.other.test',
      '',
      'hub.test, other.test',
      'a b',
    ])
      expect(await received(await signedOver(all, { host }))).toEqual(refused('host'))
  })

  test.each([
    '',
    'now',
    '2026-11-23T12:00:00Z',
    'Mon, 23 Nov 2026 12:00:00 +0000',
    'Mon, 99 Nov 2026 12:00:00 GMT',
  ])('dated %j has no date', async (date) => {
    expect(await received(await signedOver(all, { date }))).toEqual(refused('components'))
  })

  test('with a doubled parameter is not, though the last of the two is right', async () => {
    const request = await sent('cavage')
    const signature = `keyId="https://peer.test/users/bruno#main-key",${request.headers['signature']}`
    expect(await received(changed(request, { signature }))).toEqual(refused('malformed'))
  })

  test('that names its own times is held to them', async () => {
    const timed = (text: string) =>
      sent('cavage').then((request) =>
        changed(request, { signature: `${request.headers['signature']},${text}` }),
      )
    const at = (ms: number) => Math.floor((noon + ms) / 1_000)
    expect(await received(await timed(`created=${at(0)},expires=${at(minute)}`))).toMatchObject({ ok: true })
    expect(await received(await timed(`created=${at(-120 * minute)}`))).toEqual(refused('stale'))
    expect(await received(await timed(`created=${at(30 * minute)}`))).toEqual(refused('stale'))
    expect(await received(await timed(`expires=${at(-10 * minute)}`))).toEqual(refused('stale'))
  })

  test('of ours covers what every server asks for, under the name that all know', async () => {
    const { headers } = await sent('cavage')
    expect(headers).toMatchObject({
      host: 'hub.test',
      date: 'Mon, 23 Nov 2026 12:00:00 GMT',
      digest: digestOf(activity),
      'content-type': 'application/activity+json',
    })
    expect(headers['signature']).toMatch(
      /^keyId="https:\/\/peer\.test\/users\/amel#main-key",algorithm="rsa-sha256",headers="\(request-target\) host date digest content-type",signature="[^"]{344}"$/,
    )
  })

  test('of ours names host and port where the port is not the usual one', async () => {
    const headers = await signRequest(
      { method: 'GET', url: 'http://localhost:3001/ap/actors/a?x#y', body: null, date: new Date(noon) },
      rsa.secret,
      'cavage',
    )
    expect(headers['host']).toBe('localhost:3001')
    expect(headers).not.toHaveProperty('digest')
    const own = { keyFor: async () => rsa.open, now: noon, ownOrigin: 'http://localhost:3001' }
    const request = {
      method: 'GET',
      url: '/ap/actors/a?x',
      headers: new Headers(headers),
      rawBody: Buffer.alloc(0),
    }
    expect(await verifyRequest(request, own)).toMatchObject({ ok: true })
  })
})
