import type { Context } from 'hono'
import { addressOf } from '../web/client-address.ts'
import { hostOf, isOurs } from './addresses.ts'
import { isBlocked } from './blocked.ts'
import { claimOf, type Claim } from './claim.ts'
import { isActivityType } from './document.ts'
import type { Admitted, Doors, Hearsay, Turned } from './doors.ts'
import { forgetActor } from './forget.ts'
import { byAnother, passedOn } from './forwarded.ts'
import { inboxLimits, parseLimited } from './json.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'
import { normalise } from './normalise.ts'
import { knownActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import type { SignedRequest } from './signatures/index.ts'
import { signerOf, type Signed } from './signer.ts'

/**
 * The way in, cheapest questions first: nothing is fetched, parsed by JSON-LD or written before the signature,
 * except that the signer's own key is fetched (interop.md §4.1 rules 1-7, 16-17, 21, 28-29). Never a 500 for what
 * someone sent.
 */
export async function admit(doors: Doors, c: Context): Promise<Admitted | Hearsay | Turned> {
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
  const admitted = await admitClaim(doors, c, { body, document: parsed.value, claim })
  return 'status' in admitted ? { ...admitted, host: hostOf(claim.actor) } : admitted
}

async function admitClaim(
  doors: Doors,
  c: Context,
  { body, document, claim }: { body: Buffer; document: JsonObject; claim: Claim },
): Promise<Admitted | Hearsay | Turned> {
  const { deps } = doors
  if (isOurs(deps.hub.origin, claim.actor)) return { status: 403, reason: 'our own name' }
  if (await isBlocked(deps.db, claim.actor)) return { status: 403, reason: 'blocked' }
  if (await isSaidGoodbye(deps, claim)) return { status: 202, reason: 'goodbye of nobody' }
  const request: SignedRequest = { method: 'POST', url: c.req.url, headers: c.req.raw.headers, rawBody: body }
  const signed = await authorOf(doors, request, claim)
  if (signed === byAnother) return passedOn(doors, request, claim, document)
  if (!('status' in signed)) return hear(doors, signed, document)
  return (await saidByAbsence(deps, claim, signed)) ? { status: 202, reason: 'gone with its key' } : signed
}

/**
 * Who deletes itself may take the key along before we could look at it: its own address, asked for that key, says that
 * it is no more (interop.md §3). That is its server's word, whoever brought it.
 */
async function saidByAbsence(deps: FederationDeps, claim: Claim, { gone }: Turned): Promise<boolean> {
  if (claim.type !== 'Delete' || claim.object !== claim.actor || gone !== claim.actor) return false
  const actor = await knownActor(deps, claim.actor)
  if (actor !== undefined) await deps.db.write(forgetActor(deps, actor, true))
  return actor !== undefined
}

/**
 * Proven: now what they say may cost something. A proof that it carries besides is not looked at: they have signed all
 * of these bytes themselves, just now.
 */
async function hear(doors: Doors, signed: Signed, document: JsonObject): Promise<Admitted | Turned> {
  const { deps, gate, keys, replays } = doors
  const busy = await gate.host(hostOf(signed.key.owner))
  if (busy > 0) return { status: 429, reason: 'busy host', retryAfter: busy }
  if (replays.has(signed.keyId, signed.signature, deps.now())) return { status: 202, reason: 'replay' }
  const activity = await normalise(document, deps.apex)
  if (activity?.form !== 'activity' || activity.actor !== signed.key.owner)
    return { status: 400, reason: 'unusable' }
  // One host speaks for its own things only (FEP-fe34).
  if (hostOf(activity.id) !== hostOf(activity.actor)) return { status: 202, reason: 'id of another host' }
  if (!(await keys.keep(signed.key))) return { status: 429, reason: 'crowd', retryAfter: 3_600 }
  const sender = await knownActor(deps, activity.actor)
  if (sender === undefined || sender.deletedAt !== null) return { status: 401, reason: 'no such actor' }
  const remember = (): void => replays.add(signed.keyId, signed.signature, deps.now())
  return { activity, sender, provenAt: null, remember }
}

/**
 * The claimed actor is compared with the key before anything of theirs is fetched: a key of another host can
 * prove nothing of its own, so it costs nothing (rule 1).
 */
async function authorOf(doors: Doors, request: SignedRequest, claim: Claim): Promise<Signed | Turned> {
  let elsewhere = false
  const signed = await signerOf(doors, request, (keyId) => {
    elsewhere = hostOf(keyId) !== hostOf(claim.actor)
    return !elsewhere
  })
  if (elsewhere) return byAnother
  return 'status' in signed || signed.key.owner === claim.actor ? signed : byAnother
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
