import { toBase58 } from '../base58.ts'
import type { JsonObject } from '../json-object.ts'
import type { SigningKey } from '../keys.ts'
import { signBytes } from '../signatures/sign-bytes.ts'
import { cryptosuite, hashData } from './eddsa-jcs-2022.ts'

/** Gives `proof` its meaning for those who read JSON-LD. Version 1 is what Fedify writes and Friendica has at hand. */
export const dataIntegrityContext = 'https://w3id.org/security/data-integrity/v1'

/**
 * An activity with the proof that its actor said it, whoever passes it on (FEP-8b32). Only the activity has one: what
 * is embedded is covered by it, and can be fetched where it lives. https://w3id.org/fep/8b32
 */
export async function withProof(activity: JsonObject, key: SigningKey, now: number): Promise<JsonObject> {
  const document = { ...activity, '@context': contextsOf(activity['@context']) }
  return { ...document, proof: await proofOf(document, key, now) }
}

/**
 * The proof repeats the whole context, as the suite wants it: Fedify verifies with the document's, Mastodon and Mitra
 * with the proof's, so they must be one. Whole seconds and no `expires`: Fedify spells fractions anew and leaves the
 * end out of what it hashes. https://www.w3.org/TR/vc-di-eddsa/#create-proof-eddsa-jcs-2022
 */
export async function proofOf(document: JsonObject, key: SigningKey, now: number): Promise<JsonObject> {
  const configuration = {
    '@context': document['@context'],
    type: 'DataIntegrityProof',
    cryptosuite,
    created: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
    verificationMethod: key.id,
    proofPurpose: 'assertionMethod',
  }
  const signature = await signBytes(hashData(document, configuration), key)
  return { ...configuration, proofValue: `z${toBase58(signature)}` }
}

/** ActivityStreams stays first and what is written out stays last: its terms may build on those named before. */
function contextsOf(given: unknown): unknown[] {
  const contexts: unknown[] = [given ?? []].flat()
  const named = contexts.filter((context) => typeof context === 'string')
  const inline = contexts.filter((context) => typeof context !== 'string')
  return named.includes(dataIntegrityContext) ? contexts : [...named, dataIntegrityContext, ...inline]
}
