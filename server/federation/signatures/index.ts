import { hostKey } from '../address.ts'
import type { PublicKey, SigningKey } from '../keys.ts'
import { readCavage, signCavage } from './cavage.ts'
import { verifyContentDigest, verifyDigest } from './digest.ts'
import { isFresh } from './freshness.ts'
import {
  carriesBody,
  type Claim,
  type Reading,
  type Scheme,
  type SignedRequest,
  type Unproven,
} from './request.ts'
import { readRfc9421, signRfc9421 } from './rfc9421.ts'

export type { Scheme, SignedRequest, Unproven } from './request.ts'

export type Proof =
  | { ok: true; keyId: string; key: PublicKey; scheme: Scheme; signature: string }
  | { ok: false; status: 401; reason: Unproven }

/** The headers that prove who sends: all of them, `host` and `content-type` included. */
export function signRequest(
  request: { method: string; url: string; body: Buffer | null; date: Date },
  key: SigningKey,
  scheme: Scheme,
): Promise<Record<string, string>> {
  return scheme === 'cavage' ? signCavage(request, key) : signRfc9421(request, key)
}

/**
 * Whether a request is what the owner of a key sent to us, now. True is said explicitly and last; whatever goes wrong
 * on the way is a no, never an exception (CVE-2026-28432). What costs nothing is checked before the key is asked for.
 */
export async function verifyRequest(
  request: SignedRequest,
  {
    keyFor,
    now,
    ownOrigin,
  }: { keyFor: (keyId: string) => Promise<PublicKey | null>; now: number; ownOrigin: string },
): Promise<Proof> {
  try {
    const reading = read(request, ownOrigin)
    if (!reading.ok) return refused(reading.reason)
    const { claim } = reading
    if (!isFreshClaim(claim, now)) return refused('stale')
    if (!bodyIsTheOneSigned(request)) return refused('digest')
    const key = await keyFor(claim.keyId).catch(() => null)
    // Byte for byte: two spellings of one key id would be two places in the memory of replays.
    if (key === null || key.id !== claim.keyId) return refused('key')
    if ((await claim.proves(key)) !== true) return refused('signature')
    return { ok: true, keyId: claim.keyId, key, scheme: claim.scheme, signature: claim.signature }
  } catch {
    return refused('signature')
  }
}

/** Who sends `Signature-Input` speaks RFC 9421; if that fails, the older scheme is not tried on what is left. */
function read(request: SignedRequest, ownOrigin: string): Reading {
  const reading = request.headers.has('signature-input')
    ? readRfc9421(request, ownOrigin)
    : request.headers.has('signature')
      ? readCavage(request, ownOrigin)
      : { ok: false as const, reason: 'unsigned' as const }
  return reading.ok && !isWebAddress(reading.claim.keyId) ? { ok: false, reason: 'key' } : reading
}

const clockSkew = 300_000

function isFreshClaim({ moments, expires }: Claim, now: number): boolean {
  return moments.every((moment) => isFresh(moment, now)) && (expires === null || expires + clockSkew >= now)
}

/** Over the bytes as they came: JSON written anew is another text. Each digest sent must be right, signed or not. */
function bodyIsTheOneSigned(request: SignedRequest): boolean {
  const [digest, contentDigest] = [request.headers.get('digest'), request.headers.get('content-digest')]
  if (carriesBody(request) && digest === null && contentDigest === null) return false
  return (
    (digest === null || verifyDigest(digest, request.rawBody)) &&
    (contentDigest === null || verifyContentDigest(contentDigest, request.rawBody))
  )
}

function isWebAddress(keyId: string): boolean {
  return hostKey(keyId) !== null
}

function refused(reason: Unproven): Proof {
  return { ok: false, status: 401, reason }
}
