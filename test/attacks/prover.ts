import { generateKeyPairSync } from 'node:crypto'
import { toBase58 } from '../../server/federation/base58.ts'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { toMultikey, type SigningKey } from '../../server/federation/keys.ts'
import { hashData } from '../../server/federation/proofs/eddsa-jcs-2022.ts'
import { proofOf, withProof } from '../../server/federation/proofs/prove.ts'
import { signBytes } from '../../server/federation/signatures/sign-bytes.ts'
import type { Peer, Someone } from './peer.ts'

/** Someone whose document holds an Ed25519 key as well, with which they prove what they say. */
export interface Prover extends Someone {
  proving: SigningKey
}

export function prover(peer: Peer, user: string): Prover {
  const id = `${peer.origin}/users/${user}`
  const { privateKey: key, publicKey } = generateKeyPairSync('ed25519')
  const method = { id: `${id}#ed25519-key`, type: 'Multikey', controller: id }
  const someone = peer.actor(user, {
    assertionMethod: [{ ...method, publicKeyMultibase: toMultikey(publicKey) }],
  })
  return { ...someone, proving: { id: method.id, owner: id, algorithm: 'ed25519', key } }
}

/** As it leaves an honest server. */
export const proved = (by: Prover, activity: JsonObject, at: number): Promise<JsonObject> =>
  withProof(activity, by.proving, at)

/** A proof that is right in itself, of which a part was chosen before it was signed. */
export async function signedWith(
  by: Prover,
  activity: JsonObject,
  at: number,
  change: JsonObject,
): Promise<JsonObject> {
  const { proof: _, ...document } = await proved(by, activity, at)
  const { proofValue: __, ...usual } = await proofOf(document, by.proving, at)
  const configuration = { ...usual, ...change }
  const signature = await signBytes(hashData(document, configuration), by.proving)
  return { ...document, proof: { ...configuration, proofValue: `z${toBase58(signature)}` } }
}

export const multibaseOf = ({ document }: Prover): string => {
  const [method] = [document['assertionMethod']].flat()
  return isJsonObject(method) ? String(method['publicKeyMultibase']) : ''
}
