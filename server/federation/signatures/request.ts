import type { PublicKey } from '../keys.ts'

export type Scheme = 'cavage' | 'rfc9421'

/** A request as it came in, its body untouched. */
export interface SignedRequest {
  method: string
  /** Absolute, or path and query alone; the origin is never read from here. */
  url: string
  headers: Headers
  rawBody: Uint8Array
}

/** Why a signature is not believed. Only after `signature` can a newer key of the same actor help. */
export type Unproven =
  | 'unsigned'
  | 'malformed'
  | 'algorithm'
  | 'components' // something that must be signed is not
  | 'host'
  | 'stale'
  | 'digest'
  | 'key'
  | 'signature'

/** What a signature claims, read and found well made, before any key is asked for. */
export interface Claim {
  scheme: Scheme
  keyId: string
  /** Base64 in its one spelling: with the key id it names this very request, for the memory of replays. */
  signature: string
  /** Every moment it names as its own, in milliseconds. */
  moments: number[]
  /** Milliseconds, if it names an end. */
  expires: number | null
  /** Whether this key made it. False, too, when the key is of another type than it says. */
  proves: (key: PublicKey) => Promise<boolean>
}

export type Reading = { ok: true; claim: Claim } | { ok: false; reason: Unproven }

export function unproven(reason: Unproven): { ok: false; reason: Unproven } {
  return { ok: false, reason }
}

/** Whatever could change something here, and whatever brings bytes, must sign those bytes. */
export function carriesBody({ method, rawBody }: Pick<SignedRequest, 'method' | 'rawBody'>): boolean {
  return (method !== 'GET' && method !== 'HEAD') || rawBody.byteLength > 0
}

/** Base64 has several spellings of the same bytes (padding, spare bits); a replay must not hide in them. */
export function oneSpelling(base64: string): string {
  return Buffer.from(base64, 'base64').toString('base64')
}

/** Path and query exactly as sent: `URL` would rewrite dots and escapes that are part of what was signed. */
export function targetOf(url: string): string {
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*$/s, '')
  return target.startsWith('/') ? target : `/${target}`
}
