import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import { fromBase58, toBase58 } from './base58.ts'

export type KeyAlgorithm = 'rsa' | 'ed25519'

interface Key {
  /** The IRI by which others name it: `ACTOR#main-key`. */
  id: string
  /** The actor that speaks with it. */
  owner: string
  algorithm: KeyAlgorithm
  key: KeyObject
}
export type PublicKey = Key
export type SigningKey = Key

export interface PemPair {
  publicPem: string
  privatePem: string
}

const generate = promisify(generateKeyPair)
const publicKeyEncoding = { type: 'spki', format: 'pem' } as const
const privateKeyEncoding = { type: 'pkcs8', format: 'pem' } as const

/** 2048 bits, no more: WordPress takes SHA-512 for longer keys under `hs2019`. */
export async function generateRsaPair(): Promise<PemPair> {
  const pair = await generate('rsa', { modulusLength: 2048, publicKeyEncoding, privateKeyEncoding })
  return { publicPem: pair.publicKey, privatePem: pair.privateKey }
}

export async function generateEd25519Pair(): Promise<PemPair> {
  const pair = await generate('ed25519', { publicKeyEncoding, privateKeyEncoding })
  return { publicPem: pair.publicKey, privatePem: pair.privateKey }
}

/** Reads a stranger's PEM; null for what we do not verify with: other types, weak keys, keys made to be slow. */
export function readPublicPem(pem: string): { algorithm: KeyAlgorithm; key: KeyObject } | null {
  // `createPublicKey` would also take a private key and derive the public one.
  if (!/^\s*-----BEGIN (RSA )?PUBLIC KEY-----/.test(pem) || pem.length > 8_192) return null
  try {
    return usable(createPublicKey(pem))
  } catch {
    return null
  }
}

export function readPrivatePem(pem: string): { algorithm: KeyAlgorithm; key: KeyObject } {
  const found = usable(createPrivateKey(pem))
  if (found === null) throw new Error('This private key is neither RSA nor Ed25519.')
  return found
}

/** `z6Mk…`, as FEP-521a lists it in `assertionMethod`. https://w3id.org/fep/521a */
export function toMultikey(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' })
  if (key.asymmetricKeyType !== 'ed25519' || x === undefined)
    throw new Error('Only an Ed25519 key is written so.')
  return `z${toBase58(Buffer.concat([ed25519Prefix, Buffer.from(x, 'base64url')]))}`
}

/** Null for anything but an Ed25519 key. */
export function readMultikey(text: string): { algorithm: KeyAlgorithm; key: KeyObject } | null {
  const bytes = text.startsWith('z') && text.length <= 64 ? fromBase58(text.slice(1)) : null
  if (bytes === null || bytes.length !== 34 || !bytes.subarray(0, 2).equals(ed25519Prefix)) return null
  try {
    const x = bytes.subarray(2).toString('base64url')
    return usable(createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }))
  } catch {
    return null
  }
}

/** Private keys rest encrypted under the instance secret: a copy of the database alone lets nobody speak for us. */
export function sealPrivateKey(pem: string, secret: Buffer, random: (bytes: number) => Buffer): string {
  const nonce = random(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce)
  const sealed = Buffer.concat([cipher.update(pem, 'utf8'), cipher.final()])
  return `${sealVersion}${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/** Throws when the secret is another one, or a byte has changed. */
export function openPrivateKey(sealed: string, secret: Buffer): string {
  const bytes = Buffer.from(sealed.slice(sealVersion.length), 'base64url')
  if (!sealed.startsWith(sealVersion) || bytes.length <= nonceLength + tagLength)
    throw new Error('This is not a sealed private key.')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret), bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  try {
    return (
      decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch (cause) {
    throw new Error('The instance secret does not open this private key.', { cause })
  }
}

/** Multicodec `ed25519-pub`. */
const ed25519Prefix = Buffer.from([0xed, 0x01])
const sealVersion = 'v1.'
const nonceLength = 12
const tagLength = 16

function sealingKey(secret: Buffer): Buffer {
  if (secret.length < 32) throw new Error('The instance secret is shorter than 32 bytes.')
  return Buffer.from(hkdfSync('sha256', secret, '', 'maillon: private keys at rest', 32))
}

function usable(key: KeyObject): { algorithm: KeyAlgorithm; key: KeyObject } | null {
  if (key.asymmetricKeyType === 'ed25519') return { algorithm: 'ed25519', key }
  if (key.asymmetricKeyType !== 'rsa') return null
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
  // A huge modulus or exponent makes each verification slow at no cost to who published it.
  if (modulusLength < 2048 || modulusLength > 8192 || publicExponent > 0xffff_ffffn) return null
  return { algorithm: 'rsa', key }
}
