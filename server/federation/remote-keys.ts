import { createPublicKey, type KeyObject } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { prepared } from '../../db/prepared.ts'
import { remoteKeys } from '../../db/schema/federation.ts'
import { sameOrigin } from './address.ts'
import { hostOf, isOurs } from './addresses.ts'
import { isBlocked } from './blocked.ts'
import { isCrowded, roomFor } from './crowd.ts'
import { fetchDocument } from './document.ts'
import { FetchFault, mayPass } from './fetch-fault.ts'
import { createFetchedMemory, patience, type Fetched } from './fetched.ts'
import type { Gate } from './gate.ts'
import { createKeySlots } from './key-slots.ts'
import type { PublicKey } from './keys.ts'
import { normalise } from './normalise.ts'
import { askActor, keepActor, keysOf } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { signedBy } from './signed-fetch.ts'
import { isConflict } from '../refusal.ts'

type LaterReason = 'many keys at once' | 'crowd' | 'strangers' | 'unreachable'

/** A key, or none: there is none, or it cannot be had now, and they may come again. */
export interface Search {
  key: PublicKey | null
  /** The document that is named answers 410. */
  gone?: true
  later?: { status: 429 | 503; reason: LaterReason; retryAfter: number }
}

export interface RemoteKeys {
  /** The key, from the table or its origin. Nothing is written: whoever asks has proved nothing yet. */
  keyFor(keyId: string): Promise<Search>
  /** It is in the table: to have it costs nobody a request. */
  isKept(keyId: string): Promise<boolean>
  /** After a signature that did not fit: the key may have been changed. At most one fetch in five minutes. */
  renewed(keyId: string): Promise<Search>
  /** The signature fitted: what was fetched for it is kept now. False: too many hosts of its domain are new. */
  keep(key: PublicKey): Promise<boolean>
}

const most = { parsed: 5_000, keyId: 2_048 }
/** Somebody waits at the door meanwhile, and may have come only for that. */
const deadlineMs = 8_000
const none: Search = { key: null }

export function createRemoteKeys(deps: FederationDeps, gate: Pick<Gate, 'stranger'>): RemoteKeys {
  /** By document: what its keys' fragments are called changes nothing. The memory of failures, too (rule 7). */
  const fetched = createFetchedMemory(deps.now)
  const fetching = new Map<string, Promise<Fetched>>()
  const slots = createKeySlots(deps.now)
  /** By PEM, never by id: a key that was replaced must not live on in memory. */
  const parsed = new Map<string, KeyObject>()

  async function stored(keyId: string): Promise<{ key: PublicKey; at: number } | undefined> {
    const [row] = await keyOf(deps.db).all({ id: keyId })
    if (row === undefined) return undefined
    const { id, actorId: owner, algorithm, fetchedAt: at } = row
    return { key: { id, owner, algorithm, key: parse(row.publicPem) }, at }
  }

  function parse(pem: string): KeyObject {
    const known = parsed.get(pem)
    if (known !== undefined) return known
    const key = createPublicKey(pem)
    if (parsed.size >= most.parsed) parsed.clear()
    parsed.set(pem, key)
    return key
  }

  function recent(address: string): Promise<Fetched> | undefined {
    const found = fetched.get(address)
    return found === undefined ? fetching.get(address) : Promise.resolve(found)
  }

  /** One fetch at a time for a document, and none again for five minutes, however it ended. */
  function fetchOnce(keyId: string): Promise<Fetched> {
    const address = documentOf(keyId)
    const known = recent(address)
    if (known !== undefined) return known
    const done = slots.take(hostOf(keyId))
    const started = fetchKeys(deps, address)
      .then(
        (found) => {
          fetched.put(address, found)
          done(found.unreachable === true)
          return found
        },
        (error: unknown) => {
          done(false)
          throw error
        },
      )
      .finally(() => fetching.delete(address))
    fetching.set(address, started)
    return started
  }

  async function mayFetch(keyId: string): Promise<Search | null> {
    const host = hostOf(keyId)
    if (isOurs(deps.hub.origin, keyId) || (await isBlocked(deps.db, host))) return none
    if (recent(documentOf(keyId)) !== undefined) return null
    if (!slots.mayTake(host)) return later(503, 'many keys at once', 30)
    if (await isCrowded(deps, host)) return later(429, 'crowd', 3_600)
    const wait = await gate.stranger(host)
    return wait > 0 ? later(429, 'strangers', wait) : null
  }

  return {
    async keyFor(keyId) {
      if (keyId.length > most.keyId) return none
      const known = await stored(keyId)
      if (known !== undefined) return known
      return (await mayFetch(keyId)) ?? keyIn(await fetchOnce(keyId), keyId)
    },
    isKept: async (keyId) => (await stored(keyId)) !== undefined,
    async renewed(keyId) {
      const known = await stored(keyId)
      if (known === undefined || known.at > deps.now() - patience) return none
      const waits = recent(documentOf(keyId)) === undefined && !slots.mayTake(hostOf(keyId))
      if (waits) return later(503, 'many keys at once', 30)
      return keyIn(await fetchOnce(keyId), keyId)
    },
    async keep(key) {
      const address = documentOf(key.id)
      const found = fetched.get(address)
      if (found === undefined || found.actor?.id !== key.owner) return true
      try {
        await deps.db.write([...(await roomFor(deps, hostOf(key.owner))), ...keepActor(deps, found.actor)])
      } catch (error) {
        if (isConflict(error)) return false
        throw error
      }
      fetched.forget(address)
      return true
    },
  }
}

const keyOf = prepared((read) =>
  read
    .select()
    .from(remoteKeys)
    .where(eq(remoteKeys.id, sql.placeholder('id')))
    .prepare(),
)

function keyIn({ actor, unreachable, gone }: Fetched, keyId: string): Search {
  if (unreachable === true) return later(503, 'unreachable', patience / 1000)
  if (gone === true) return { key: null, gone }
  return { key: (actor === null ? undefined : keysOf(actor).find(({ id }) => id === keyId)) ?? null }
}

const later = (status: 429 | 503, reason: LaterReason, retryAfter: number): Search => ({
  key: null,
  later: { status, reason, retryAfter },
})

const documentOf = (keyId: string): string => keyId.replace(/#.*$/s, '')

/** The actor whose keys a document holds or names. Two fetches at most (rule 28). */
async function fetchKeys(deps: FederationDeps, address: string): Promise<Fetched> {
  const at = deps.now()
  try {
    const sign = await signedBy(deps, 'instance')
    const { document } = await fetchDocument(deps.fetcher, address, { sign, withinOrigin: true, deadlineMs })
    const node = await normalise(document, deps.apex)
    if (node?.form === 'actor' && node.inbox !== null) return { at, actor: node }
    // Some servers keep the key in a document of its own, which names its owner: the owner must name it back.
    const owner = ownerOf(document)
    if (owner === null || !sameOrigin(owner, address)) return { at, actor: null }
    return { at, actor: await askActor(deps, owner, { deadlineMs }) }
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error
    if (error.status === 410) return { at, actor: null, gone: true }
    return { at, actor: null, ...(isUnreachable(error) ? { unreachable: true } : {}) }
  }
}

/** Their server may be back in a minute: by 401 some senders would give up what they sent. A name that leads nowhere is none. */
const isUnreachable = (fault: FetchFault): boolean =>
  mayPass(fault) &&
  !(fault.cause instanceof Error && 'code' in fault.cause && fault.cause.code === 'ENOTFOUND')

const ownerOf = (document: Record<string, unknown>): string | null => {
  const key = document['publicKey']
  const owner =
    document['owner'] ?? (typeof key === 'object' && key !== null && 'owner' in key ? key.owner : null)
  return typeof owner === 'string' ? owner : null
}
