import { sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { contentDigestOf } from '../../server/federation/signatures/digest.ts'
import { activity, changed, ed25519, hub, noon, received, refused, rsa, sent, type Sent } from './signers.ts'

describe('an RFC 9421 signature (interop rule 5)', () => {
  /** Signs a description of our own making, by the rules of the RFC. */
  async function described(input: string, values: Record<string, string>, key = rsa): Promise<Sent> {
    const request = await sent('rfc9421', { key: key.secret })
    const [, list = '', parameters = ''] = /=(\(.*?\))(.*)$/.exec(input) ?? []
    const names = [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)
    const lines = names.map((name) => `"${name}": ${values[name] ?? request.headers[name]}`)
    const text = [...lines, `"@signature-params": ${list}${parameters}`].join('\n')
    const bytes = sign(key === rsa ? 'sha256' : null, Buffer.from(text), key.secret.key)
    return changed(request, { 'signature-input': input, signature: `sig1=:${bytes.toString('base64')}:` })
  }
  const values = { '@method': 'POST', '@target-uri': `${hub}/ap/inbox`, '@authority': 'hub.test' }
  const created = noon / 1_000
  const rsaId = rsa.secret.id
  const full = `("@method" "@target-uri" "content-digest");created=${created};keyid="${rsaId}"`

  test('over method, target and digest is enough', async () => {
    for (const input of [
      `sig1=${full}`,
      `sig1=${full};alg="rsa-v1_5-sha256"`,
      `sig1=${full};expires=${created + 60};nonce="n";tag="t"`,
      `sig1=("@authority" "content-digest" "@target-uri" "date" "@method");keyid="${rsaId}";created=${created}`,
    ])
      expect(await received(await described(input, values)), input).toMatchObject({
        ok: true,
        scheme: 'rfc9421',
      })
  })

  test.each(['"@method" ', '"@target-uri" ', ' "content-digest"'])('without %s is not', async (dropped) => {
    expect(await received(await described(`sig1=${full.replace(dropped, '')}`, values))).toEqual(
      refused('components'),
    )
  })

  test.each([`;created=${created}`, `;keyid="${rsaId}"`])('without %s is not', async (dropped) => {
    expect(await received(await described(`sig1=${full.replace(dropped, '')}`, values))).toEqual(
      refused('components'),
    )
  })

  test('of an algorithm that is not the one of the key is not', async () => {
    expect(await received(await described(`sig1=${full};alg="ed25519"`, values))).toEqual(
      refused('signature'),
    )
    const edwards = full.replace(rsaId, ed25519.secret.id)
    expect(await received(await described(`sig1=${edwards};alg="rsa-v1_5-sha256"`, values, ed25519))).toEqual(
      refused('signature'),
    )
    expect(await received(await described(`sig1=${edwards};alg="ed25519"`, values, ed25519))).toMatchObject({
      ok: true,
    })
    for (const alg of ['hmac-sha256', 'none', 'rsa-pss-sha512', 'ecdsa-p256-sha256'])
      expect(await received(await described(`sig1=${full};alg="${alg}"`, values))).toEqual(
        refused('algorithm'),
      )
  })

  test('that has expired is not', async () => {
    const late = await described(`sig1=${full};expires=${created - 600}`, values)
    expect(await received(late)).toEqual(refused('stale'))
  })

  test.each([
    `sig1=${full}, sig1=${full}`,
    `sig1=${full}, sig2=${full}`,
    `sig2=${full}`,
    `sig1=${full};created=1`,
    `sig1=${full};keyid="https://peer.test/users/bruno#main-key"`,
    `sig1=${full.replace('"@method"', '"@method" "@method"')}`,
    `sig1=${full.replace('"@method"', '"@method";req')}`,
    `sig1=${full.replace('"content-digest"', '"content-digest";bs')}`,
    `sig1=${full.replace(' ', '  ')}`,
    `sig1=${full}x`,
    `sig1=${full};x`,
    `sig1=${full.replace(String(created), `"${created}"`)}`,
    `sig1=${full.replace(String(created), `${created}.5`)}`,
    `sig1=${full.replace(String(created), '1'.repeat(20))}`,
    'sig1',
    'sig1=()',
    '=',
    '',
    `sig1=("${'a" "'.repeat(50_000)}`,
    `sig1=(${'"a" '.repeat(50_000)});`,
    `sig1=()${';a="'.repeat(50_000)}`,
  ])('described by %.60j is refused (and rule 26: at once)', async (input) => {
    expect(await received(await described(input, values))).toMatchObject({ ok: false, status: 401 })
  })

  test('with a doubled parameter is refused, though the last of the two is right', async () => {
    const request = await sent('rfc9421')
    const input = (request.headers['signature-input'] ?? '').replace(');', ');created=1;')
    expect(await received(changed(request, { 'signature-input': input }))).toEqual(refused('malformed'))
  })

  test('in two copies is refused', async () => {
    const request = await sent('rfc9421')
    const twice = `${request.headers['signature']}, ${request.headers['signature']}`
    expect(await received(changed(request, { signature: twice }))).toEqual(refused('malformed'))
    const other = (request.headers['signature'] ?? '').replace('sig1', 'sig2')
    expect(await received(changed(request, { signature: other }))).toEqual(refused('malformed'))
  })

  test('over a header that is not sent, or a part that requests do not have, is refused', async () => {
    for (const name of ['x-absent', '@status', '@query-param', '@signature-params'])
      expect(
        await received(await described(`sig1=${full.replace('"@method"', `"@method" "${name}"`)}`, values)),
      ).toEqual(refused('components'))
  })

  test('that fails is not saved by a cavage signature beside it', async () => {
    const old = await sent('cavage')
    expect(await received(changed(old, { 'signature-input': 'sig1=()' }))).toMatchObject({ ok: false })
    const wrong = await sent('rfc9421', { path: '/elsewhere' })
    const both = changed(old, { 'signature-input': wrong.headers['signature-input'] ?? '' })
    expect(await received(both)).toMatchObject({ ok: false })
  })

  test('of ours covers what every server asks for', async () => {
    const { headers } = await sent('rfc9421')
    expect(headers['signature-input']).toBe(`sig1=${full};alg="rsa-v1_5-sha256"`)
    expect(headers['content-digest']).toBe(contentDigestOf(activity))
    expect(headers).not.toHaveProperty('digest')
  })

  test('verifies whatever the machine says the time is', async () => {
    const past = Date.UTC(2020, 0, 1)
    const request = await described(
      `sig1=${full.replace(String(created), String(past / 1_000))};expires=${past / 1_000 + 60}`,
      values,
    )
    expect(await received(request, past)).toMatchObject({ ok: true })
  })
})
