import { verify } from 'node:crypto'
import { hostKey, sameOrigin } from '../address.ts'
import { fromBase58 } from '../base58.ts'
import { isJsonObject, type JsonObject } from '../json-object.ts'
import type { PublicKey } from '../keys.ts'
import { canonical, cryptosuite, hashData } from './eddsa-jcs-2022.ts'

/** A proof that is well made and of this time, before any key is asked for. */
export interface ClaimedProof {
  keyId: string
  /** When it says it was made, in milliseconds. */
  created: number
  /** What this key has signed, to the letter: only that may then be used. Null: it has not. */
  proves(key: PublicKey): JsonObject | null
}

/** As long as a delivery may wait, and well within the thirty days for which an activity's id is remembered. */
const oldest = 7 * 24 * 3_600_000
const clockSkew = 300_000

/**
 * The proof of a document by the actor it names (FEP-8b32; interop.md §4.1 rule 19), or null. What we cannot check
 * (another suite, a set of proofs, a key elsewhere) is no proof, as the FEP has it. It is JSON that was signed, so
 * nothing here reads JSON-LD. https://www.w3.org/TR/vc-di-eddsa/#verify-proof-eddsa-jcs-2022
 */
export function readProof(document: JsonObject, actor: string, now: number): ClaimedProof | null {
  // A Linked Data signature was added after the proof, and is not part of what it covers.
  const { proof, signature: _, ...unsecured } = document
  if (!isJsonObject(proof)) return null
  const { proofValue, ...configuration } = proof
  const { type, proofPurpose, verificationMethod: keyId } = configuration
  if (type !== 'DataIntegrityProof' || proofPurpose !== 'assertionMethod') return null
  if (configuration['cryptosuite'] !== cryptosuite) return null
  if (typeof keyId !== 'string' || keyId.length > 2_048 || hostKey(keyId) === null) return null
  if (!sameOrigin(keyId, actor)) return null
  const created = momentOf(configuration['created'])
  const expires = 'expires' in configuration ? momentOf(configuration['expires']) : Infinity
  if (created === null || created < now - oldest || created > now + clockSkew) return null
  if (expires === null || expires <= now) return null
  const signature = signatureIn(proofValue)
  const signed = signedContext(unsecured, configuration)
  if (signature === null || signed === null) return null
  return {
    keyId,
    created,
    proves: (key) =>
      key.algorithm === 'ed25519' && key.id === keyId && key.owner === actor
        ? fits(signed, configuration, signature, key)
        : null,
  }
}

/**
 * The document with the contexts that the proof names, which must be the first of its own, in order: what somebody
 * added behind them was not signed, and gives no word another meaning. Null: they are others.
 */
function signedContext(unsecured: JsonObject, configuration: JsonObject): JsonObject | null {
  if (!('@context' in configuration)) return unsecured
  const proven: unknown[] = [configuration['@context'] ?? []].flat()
  const given: unknown[] = [unsecured['@context'] ?? []].flat()
  const isPrefix = canonical(given.slice(0, proven.length)) === canonical(proven)
  return isPrefix && proven.length > 0 ? { ...unsecured, '@context': configuration['@context'] } : null
}

function fits(document: JsonObject, configuration: JsonObject, signature: Buffer, key: PublicKey) {
  const isSigned = (how: JsonObject): boolean =>
    verify(null, hashData(document, how), key.key, signature) === true
  try {
    if (isSigned(configuration)) return document
    if ('@context' in configuration || !('@context' in document)) return null
    // Fedify signs with the document's context and leaves it out of the proof.
    return isSigned({ ...configuration, '@context': document['@context'] }) ? document : null
  } catch {
    // What has no canonical form (half a character) cannot have been signed.
    return null
  }
}

/** 64 bytes are 88 characters at most; more would only be slow to read. */
function signatureIn(value: unknown): Buffer | null {
  if (typeof value !== 'string' || !value.startsWith('z') || value.length > 89) return null
  const bytes = fromBase58(value.slice(1))
  return bytes?.length === 64 ? bytes : null
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i

function momentOf(value: unknown): number | null {
  if (typeof value !== 'string' || !dateTime.test(value)) return null
  const moment = Date.parse(value)
  return Number.isNaN(moment) ? null : moment
}
