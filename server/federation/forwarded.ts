import { commentAt } from '../entries/received-comments.ts'
import { hostOf, isOurs, targetAt } from './addresses.ts'
import { sameOrigin } from './address.ts'
import { isBlocked } from './blocked.ts'
import { idIn, type Claim } from './claim.ts'
import type { Admitted, Doors, Hearsay, Turned } from './doors.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'
import type { PublicKey } from './keys.ts'
import { normalise } from './normalise.ts'
import { cleaned } from './normalise/cleaning.ts'
import { readProof, type ClaimedProof } from './proofs/read-proof.ts'
import { knownActor, type RemoteActor } from './remote-actors.ts'
import type { SignedRequest } from './signatures/index.ts'
import { signerOf, type Signed } from './signer.ts'

// What one server passes on of another's words: https://www.w3.org/TR/activitypub/#inbox-forwarding

/** What is said to everybody. What is between two (Follow, Accept, Flag …) comes from the one who says it. */
const passable = new Set(['Announce', 'Create', 'Delete', 'EmojiReact', 'Like', 'Undo', 'Update'])

/**
 * Whoever brings it must sign the request, and be no more blocked than the one who is said to speak (rule 21). It is
 * believed by the author's own proof (FEP-8b32, rule 19); without one, an answer to something here is worth a look
 * at where it should stand. All else is refused, and nobody is asked for anything.
 */
export async function passedOn(
  doors: Doors,
  request: SignedRequest,
  claim: Claim,
  document: JsonObject,
): Promise<Admitted | Hearsay | Turned> {
  const { deps } = doors
  const proof = readProof(document, claim.actor, deps.now())
  const answer = await answerIn(doors, claim, document)
  if (!passable.has(claim.type) || (proof === null && answer === null)) return byAnother
  // Most of what is passed on has come by itself before.
  if (claim.type === 'Create' && answer !== null && (await commentAt(deps.db, answer)) !== undefined)
    return { status: 202, reason: 'forwarded, and known' }
  const author = await knownActor(deps, claim.actor)
  // Well made, but of a stranger about nothing of ours: not worth a request to anybody.
  if (author === undefined && answer === null && !(await concernsUs(doors, claim)))
    return { status: 202, reason: 'forwarded, and nothing to us' }
  const signed = await forwarderOf(doors, request)
  if ('status' in signed) return signed
  const remember = (): void => doors.replays.add(signed.keyId, signed.signature, deps.now())
  const found = proof === null ? null : await provenBy(doors, claim, proof, signed)
  if (found !== null) return 'status' in found ? found : { ...found, remember }
  return answer === null ? byAnother : hearsay(doors, answer, signed, remember)
}

export const byAnother: Turned = { status: 401, reason: 'signed by another' }

/** The address of an answer to something here, on its author's own origin; null for all else. */
async function answerIn({ deps }: Doors, claim: Claim, document: JsonObject): Promise<string | null> {
  const [object] = [document['object']].flat()
  if (claim.type !== 'Create' && claim.type !== 'Update') return null
  if (!isJsonObject(object) || claim.object === null || !sameOrigin(claim.object, claim.actor)) return null
  const answered = idIn(object['inReplyTo'])
  const isHere = answered !== null && (await targetAt(deps.db, deps.hub.origin, answered)) !== null
  return isHere ? claim.object : null
}

const concernsUs = async ({ deps }: Doors, { object }: Claim): Promise<boolean> =>
  object !== null && (await targetAt(deps.db, deps.hub.origin, object)) !== null

async function forwarderOf(doors: Doors, request: SignedRequest): Promise<Signed | Turned> {
  const { deps, gate, replays } = doors
  let blocked = false
  const signed = await signerOf(doors, request, async (keyId) => {
    blocked = await isBlocked(deps.db, keyId.replace(/#.*$/s, ''))
    return !blocked && !isOurs(deps.hub.origin, keyId)
  })
  if (blocked) return { status: 403, reason: 'blocked' }
  if ('status' in signed) return signed
  if (await isBlocked(deps.db, signed.key.owner)) return { status: 403, reason: 'blocked' }
  const busy = await gate.host(hostOf(signed.key.owner))
  if (busy > 0) return { status: 429, reason: 'busy host', retryAfter: busy }
  return replays.has(signed.keyId, signed.signature, deps.now()) ? { status: 202, reason: 'replay' } : signed
}

/** What the author has proved, or null. Only what was verified is read, and only by its plain names (rule 18). */
async function provenBy(
  doors: Doors,
  claim: Claim,
  proof: ClaimedProof,
  by: Signed,
): Promise<Omit<Admitted, 'remember'> | Turned | null> {
  const { deps, keys } = doors
  const proven = await verified(doors, proof, by)
  if (proven === null || 'status' in proven) return proven
  if (cleaned(proven.document)?.plain !== true) return null
  const activity = await normalise(proven.document, deps.apex)
  if (activity?.form !== 'activity' || activity.actor !== claim.actor) return null
  if (hostOf(activity.id) !== hostOf(activity.actor)) return null
  if (!(await keys.keep(proven.key))) return { status: 429, reason: 'crowd', retryAfter: 3_600 }
  const sender = await knownActor(deps, claim.actor)
  return sender === undefined || sender.deletedAt !== null
    ? null
    : { activity, sender, provenAt: proof.created }
}

type Verified = { document: JsonObject; key: PublicKey }

/** Looking for a key costs the author's host a request on the word of another, who is allowed only so many. */
async function verified(
  { deps, gate, keys }: Doors,
  proof: ClaimedProof,
  by: Signed,
): Promise<Verified | Turned | null> {
  for (const search of [keys.keyFor, keys.renewed]) {
    const isFree = search === keys.keyFor && (await keys.isKept(proof.keyId))
    const wait = isFree ? 0 : await gate.forwarded(hostOf(by.key.owner))
    if (wait > 0) return { status: 429, reason: 'forwarded', retryAfter: wait }
    const { key, later } = await search(proof.keyId)
    if (later !== undefined) return later
    const document = key === null ? null : proof.proves(key)
    if (key !== null && document !== null) return { document, key }
  }
  deps.log.debug({ keyId: proof.keyId }, 'a forwarded activity is not what was proved')
  return null
}

async function hearsay(
  { deps, gate, keys }: Doors,
  address: string,
  by: Signed,
  remember: () => void,
): Promise<Hearsay | Turned> {
  const wait = await gate.forwarded(hostOf(by.key.owner))
  if (wait > 0) return { status: 429, reason: 'forwarded', retryAfter: wait }
  if (!(await keys.keep(by.key))) return { status: 429, reason: 'crowd', retryAfter: 3_600 }
  const forwarder: RemoteActor | undefined = await knownActor(deps, by.key.owner)
  return forwarder === undefined || forwarder.deletedAt !== null
    ? byAnother
    : { address, forwarder, remember }
}
