import type { Context } from 'hono'
import { addressOf } from '../web/client-address.ts'
import { hostOf, isOurs } from './addresses.ts'
import { isBlocked } from './blocked.ts'
import { isActivityType } from './document.ts'
import type { Gate } from './gate.ts'
import { inboxLimits, parseLimited } from './json.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'
import { normalise, type Identified, type NormalisedActivity } from './normalise.ts'
import { knownActor, type RemoteActor } from './remote-actors.ts'
import type { RemoteKeys, Search } from './remote-keys.ts'
import type { Replays } from './replays.ts'
import type { FederationDeps } from './room.ts'
import { verifyRequest, type Proof, type SignedRequest } from './signatures/index.ts'

/** What the doorman answers to one he does not let in: a status, and for the log a word. */
export interface Turned {
  status: 202 | 400 | 401 | 403 | 413 | 415 | 429 | 503
  reason: string
  retryAfter?: number
}

/** Someone who proved who they are, and what they say. */
export interface Admitted {
  activity: Identified<NormalisedActivity>
  sender: RemoteActor
  /** To be called once it is kept: the same bytes are then known. */
  remember(): void
}

export interface Doors {
  deps: FederationDeps
  gate: Gate
  keys: RemoteKeys
  replays: Replays
}

/**
 * The way in, cheapest questions first: nothing is fetched, parsed by JSON-LD or written before the signature,
 * except that the signer's own key is fetched (interop.md §4.1 rules 1-7, 16-17, 21, 28-29). Never a 500 for what
 * someone sent.
 */
export async function admit(doors: Doors, c: Context): Promise<Admitted | Turned> {
  const { deps, gate } = doors
  const wait = await gate.address(addressOf(deps.config, c))
  if (wait > 0) return { status: 429, reason: 'address', retryAfter: wait }
  if (!isActivityType(c.req.header('content-type'))) return { status: 415, reason: 'content-type' }
  const body = await readBody(c)
  if (!Buffer.isBuffer(body)) return body
  const parsed = parseLimited(body, inboxLimits)
  if (!parsed.ok) return { status: parsed.reason === 'too large' ? 413 : 400, reason: parsed.reason }
  if (!isJsonObject(parsed.value)) return { status: 400, reason: 'not an object' }
  const claim = claimOf(parsed.value)
  if (claim === null) return { status: 400, reason: 'no id, type or actor' }
  if (isOurs(deps.hub.origin, claim.actor)) return { status: 403, reason: 'our own name' }
  if (await isBlocked(deps.db, claim.actor)) return { status: 403, reason: 'blocked' }
  if (await isSaidGoodbye(deps, claim)) return { status: 202, reason: 'goodbye of nobody' }
  const request: SignedRequest = { method: 'POST', url: c.req.url, headers: c.req.raw.headers, rawBody: body }
  const proof = await proofOf(doors, request, claim)
  return 'status' in proof ? proof : hear(doors, proof, parsed.value)
}

/** Proven: now what they say may cost something. */
async function hear(doors: Doors, proof: Proven, document: JsonObject): Promise<Admitted | Turned> {
  const { deps, gate, keys, replays } = doors
  const busy = await gate.host(hostOf(proof.key.owner))
  if (busy > 0) return { status: 429, reason: 'host', retryAfter: busy }
  if (replays.has(proof.keyId, proof.signature, deps.now())) return { status: 202, reason: 'replay' }
  const activity = await normalise(document, deps.apex)
  if (activity?.form !== 'activity' || activity.actor !== proof.key.owner)
    return { status: 400, reason: 'unusable' }
  // One host speaks for its own things only (FEP-fe34).
  if (hostOf(activity.id) !== hostOf(activity.actor)) return { status: 202, reason: 'id of another host' }
  if (!(await keys.keep(proof.key))) return { status: 429, reason: 'crowd', retryAfter: 3_600 }
  const sender = await knownActor(deps, activity.actor)
  if (sender === undefined || sender.deletedAt !== null) return { status: 401, reason: 'no such actor' }
  const remember = (): void => replays.add(proof.keyId, proof.signature, deps.now())
  return { activity, sender, remember }
}

type Proven = Extract<Proof, { ok: true }>

/**
 * The claimed actor is compared with the key before anything of theirs is fetched: a key of another host can
 * prove nothing, so it costs nothing (rule 1). A signature that does not fit may mean a new key (rule 7).
 */
async function proofOf(
  { deps, keys }: Doors,
  request: SignedRequest,
  claim: Claim,
): Promise<Proven | Turned> {
  const ownOrigin = deps.hub.origin
  let later: Turned | undefined
  const by = (search: (keyId: string) => Promise<Search>) => async (keyId: string) => {
    if (hostOf(keyId) !== hostOf(claim.actor)) return null
    const found = await search(keyId)
    later = found.later
    return found.key
  }
  const first = await verifyRequest(request, { keyFor: by(keys.keyFor), now: deps.now(), ownOrigin })
  const again = !first.ok && first.reason === 'signature'
  const proof = again
    ? await verifyRequest(request, { keyFor: by(keys.renewed), now: deps.now(), ownOrigin })
    : first
  if (proof.ok) return proof.key.owner === claim.actor ? proof : { status: 401, reason: 'signed by another' }
  return later ?? { status: 401, reason: proof.reason }
}

interface Claim {
  type: string
  actor: string
  object: string | null
}

/** The three words that decide who must have signed, read from the JSON as it stands. */
function claimOf(document: JsonObject): Claim | null {
  const [type] = [document['type']].flat()
  const actor = idIn(document['actor'])
  if (typeof type !== 'string' || actor === null || typeof document['id'] !== 'string') return null
  return { type, actor, object: idIn(document['object']) }
}

function idIn(value: unknown): string | null {
  const [first] = [value].flat()
  const id = isJsonObject(first) ? first['id'] : first
  return typeof id === 'string' && id.length <= 2048 ? id : null
}

/**
 * Servers tell everyone when an account is deleted, and tell it again when our answer was lost: of one we never met, or
 * whom we have forgotten with its keys, there is nothing left to forget or to fetch.
 */
async function isSaidGoodbye(deps: FederationDeps, claim: Claim): Promise<boolean> {
  if (claim.type !== 'Delete') return false
  const actor = await knownActor(deps, claim.actor)
  return actor === undefined ? claim.object === claim.actor : actor.deletedAt !== null
}

/** The bytes as they came, for the digest; past the limit nothing more is read. */
async function readBody(c: Context): Promise<Buffer | Turned> {
  const tooLarge = { status: 413, reason: 'too large' } as const
  const announced = c.req.header('content-length')
  if (Number(announced ?? 0) > inboxLimits.bytes) return tooLarge
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    // Node reads no further than announced, and this way it need not be made into a web stream first.
    if (announced !== undefined) {
      const whole = Buffer.from(await c.req.raw.arrayBuffer())
      return whole.length > inboxLimits.bytes ? tooLarge : whole
    }
    for await (const chunk of c.req.raw.body ?? []) {
      length += chunk.byteLength
      if (length > inboxLimits.bytes) return tooLarge
      chunks.push(chunk)
    }
  } catch {
    return { status: 400, reason: 'cut off' }
  }
  return Buffer.concat(chunks)
}
