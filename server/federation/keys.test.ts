import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase58, toBase58 } from './base58.ts'
import {
  generateEd25519Pair,
  generateRsaPair,
  openPrivateKey,
  readMultikey,
  readPrivatePem,
  readPublicPem,
  sealPrivateKey,
  toMultikey,
} from './keys.ts'

const secret = randomBytes(32)

describe('a private key at rest (interop rule 33)', () => {
  test('opens with the secret that sealed it', async () => {
    const { privatePem } = await generateEd25519Pair()
    const sealed = sealPrivateKey(privatePem, secret, randomBytes)
    expect(openPrivateKey(sealed, secret)).toBe(privatePem)
  })

  test('shows nothing of itself, not even that it is one', async () => {
    const { privatePem } = await generateRsaPair()
    const sealed = sealPrivateKey(privatePem, secret, randomBytes)
    expect(sealed).not.toContain('PRIVATE KEY')
    expect(Buffer.from(sealed.slice(3), 'base64url').toString('latin1')).not.toContain('PRIVATE KEY')
    for (const line of privatePem.split('\n').filter((line) => line !== ''))
      expect(sealed).not.toContain(line)
  })

  test('is sealed differently each time', () => {
    expect(sealPrivateKey('x', secret, randomBytes)).not.toBe(sealPrivateKey('x', secret, randomBytes))
  })

  test('stays shut for another secret, and after a change of one byte', () => {
    const sealed = sealPrivateKey('a private key', secret, randomBytes)
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    bytes[20] = (bytes[20] ?? 0) ^ 1
    const changed = `v1.${bytes.toString('base64url')}`
    expect(() => openPrivateKey(sealed, randomBytes(32))).toThrow('does not open')
    expect(() => openPrivateKey(changed, secret)).toThrow('does not open')
    expect(() => openPrivateKey('v1.AAAA', secret)).toThrow('not a sealed')
    expect(() => openPrivateKey('a private key', secret)).toThrow('not a sealed')
  })

  test('is not sealed under a secret too short to be one', () => {
    expect(() => sealPrivateKey('x', Buffer.alloc(0), randomBytes)).toThrow('shorter')
  })
})

describe('our own pairs', () => {
  test('are RSA of 2048 bits, and Ed25519', async () => {
    const [rsa, ed25519] = await Promise.all([generateRsaPair(), generateEd25519Pair()])
    expect(readPublicPem(rsa.publicPem)?.key.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 })
    expect(readPublicPem(ed25519.publicPem)?.algorithm).toBe('ed25519')
    expect(readPrivatePem(rsa.privatePem).algorithm).toBe('rsa')
    expect(
      createPublicKey(readPrivatePem(ed25519.privatePem).key).equals(createPublicKey(ed25519.publicPem)),
    ).toBe(true)
  })
})

describe("a stranger's key (interop rule 2)", () => {
  const pem = (key: ReturnType<typeof createPublicKey>) =>
    key.export({ type: 'spki', format: 'pem' }).toString()

  test.each([
    '',
    'x',
    '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----',
    '-----BEGIN PUBLIC KEY-----\nAAAA',
  ])('is no key when it is %j', (text) => {
    expect(readPublicPem(text)).toBeNull()
  })

  test('is read in the older RSA form too', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    expect(readPublicPem(publicKey.export({ type: 'pkcs1', format: 'pem' }).toString())?.algorithm).toBe(
      'rsa',
    )
  })

  test('is not used when it is weak, of another type, or a private one', () => {
    expect(readPublicPem(pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey))).toBeNull()
    expect(readPublicPem(pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey))).toBeNull()
    const { privateKey } = generateKeyPairSync('ed25519')
    expect(readPublicPem(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toBeNull()
  })

  test('is not used when its exponent is made to be slow', () => {
    const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })
    const slow = createPublicKey({ key: { ...jwk, e: jwk.n?.slice(0, 86) ?? '' }, format: 'jwk' })
    expect(readPublicPem(pem(slow))).toBeNull()
  })
})

describe('a Multikey (FEP-521a)', () => {
  test('is written as did:key writes it', () => {
    // The test vector of https://w3c-ccg.github.io/did-key-spec/ for z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp.
    const read = readMultikey('z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp')
    expect(read?.key.export({ format: 'jwk' }).x).toBe('O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik')
    expect(read && toMultikey(read.key)).toBe('z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp')
  })

  test('goes there and back for every key', async () => {
    const { publicPem } = await generateEd25519Pair()
    const key = createPublicKey(publicPem)
    const text = toMultikey(key)
    expect(text).toMatch(/^z6Mk/)
    expect(readMultikey(text)?.key.equals(key)).toBe(true)
  })

  test.each(['', 'z', 'z6Mk', 'z0OIl', 'mAAAA', `z${'1'.repeat(34)}`, `z${'a'.repeat(100_000)}`])(
    'is no key when it is %.20j…',
    (text) => {
      expect(readMultikey(text)).toBeNull()
    },
  )

  test('has an alphabet that keeps every byte', () => {
    assert(
      property(uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase58(toBase58(bytes))).toEqual(Buffer.from(bytes))
      }),
    )
  })
})
