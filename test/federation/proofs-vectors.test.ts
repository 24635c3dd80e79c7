import { createPrivateKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fromBase58 } from '../../server/federation/base58.ts'
import { readMultikey, type SigningKey } from '../../server/federation/keys.ts'
import { canonical, hashData } from '../../server/federation/proofs/eddsa-jcs-2022.ts'
import { proofOf } from '../../server/federation/proofs/prove.ts'
import { readProof } from '../../server/federation/proofs/read-proof.ts'

describe('canonical JSON, by the vectors of RFC 8785', () => {
  test('writes numbers, texts and literals in one way (§3.2.2)', () => {
    const sent = `{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}`
    expect(canonical(JSON.parse(sent))).toBe(
      `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
    )
  })

  test('sorts keys by their UTF-16 units (§3.2.3)', () => {
    const sent = `{"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}`
    expect(canonical(JSON.parse(sent))).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s (appendix B)', (bits, text) => {
    expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })

  test.each([NaN, Infinity, '\ud800'])('has no form for %j', (value) => {
    expect(() => canonical({ value })).toThrow()
  })
})

/** https://www.w3.org/TR/vc-di-eddsa/#representation-eddsa-jcs-2022 uses this pair, and so does FEP-8b32. */
const publicKey = readMultikey('z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')
const secret = fromBase58('3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq')?.subarray(2)
const at = Date.parse('2023-02-24T23:36:38Z')

function signingKey(id: string): SigningKey {
  const { x = '' } = publicKey?.key.export({ format: 'jwk' }) ?? {}
  const d = secret?.toString('base64url') ?? ''
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' })
  return { id, owner: id.replace(/#.*/, ''), algorithm: 'ed25519', key }
}

test('the vector of the W3C › is made to the byte', async () => {
  const didKey = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential', 'AlumniCredential'],
    name: 'Alumni Credential',
    description: 'A minimum viable example of an Alumni Credential.',
    issuer: 'https://vc.example/issuers/5678',
    validFrom: '2023-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
  }
  const proof = await proofOf(document, signingKey(`${didKey}#${didKey.slice(8)}`), at)
  const { proofValue, ...configuration } = proof
  expect(hashData(document, configuration).toString('hex')).toBe(
    '66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19',
  )
  expect(proofValue).toBe(
    'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
  )
})

describe('the vector of FEP-8b32', () => {
  const alice = 'https://server.example/users/alice'
  const context = ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/data-integrity/v2']
  const activity = {
    '@context': context,
    id: 'https://server.example/activities/1',
    type: 'Create',
    actor: alice,
    object: {
      id: 'https://server.example/objects/1',
      type: 'Note',
      attributedTo: alice,
      content: 'Hello world',
      location: { type: 'Place', longitude: -71.184902, latitude: 25.273962 },
    },
  }
  const proof = {
    '@context': context,
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: `${alice}#ed25519-key`,
    proofPurpose: 'assertionMethod',
    proofValue: 'z42ffGu6AUKPCFcFPiabmUvnGLPJzC7e4DGWC52NUasSSH37UMa9c58tdgVszUcZfytxa4fQ5TYHaJENCxUDe9SdL',
    created: '2023-02-24T23:36:38Z',
  }

  test('is made to the byte', async () => {
    expect(await proofOf(activity, signingKey(`${alice}#ed25519-key`), at)).toEqual(proof)
  })

  test('is believed', () => {
    if (publicKey === null) throw new Error('The vector’s key cannot be read.')
    const key = { ...publicKey, id: `${alice}#ed25519-key`, owner: alice }
    expect(readProof({ ...activity, proof }, alice, at)?.proves(key)).toEqual(activity)
  })
})
