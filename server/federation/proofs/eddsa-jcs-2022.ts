import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { JsonObject } from '../json-object.ts'

/** Of all suites the one that the fediverse reads: SHA-256 over canonical JSON, signed with Ed25519. */
export const cryptosuite = 'eddsa-jcs-2022'

/**
 * What is signed: the hash of how it was proved, then the hash of what was said, without its proof.
 * https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-jcs-2022
 */
export const hashData = (document: JsonObject, configuration: JsonObject): Buffer =>
  Buffer.concat([hashOf(configuration), hashOf(document)])

/** One spelling for one meaning: keys in order, numbers and texts as JavaScript writes them. https://www.rfc-editor.org/rfc/rfc8785 */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This is no JSON.')
  return text
}

const hashOf = (value: JsonObject): Buffer => hash('sha256', canonical(value), 'buffer')
