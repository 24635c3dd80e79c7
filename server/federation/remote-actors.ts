import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { actors, remoteKeys } from '../../db/schema/federation.ts'
import { safeHtml } from '../text/html.ts'
import { plainLine } from '../text/plain-line.ts'
import { sameOrigin } from './address.ts'
import { hostOf } from './addresses.ts'
import { fetchDocument } from './document.ts'
import { FetchFault } from './fetch-fault.ts'
import { readMultikey, readPublicPem, type PublicKey } from './keys.ts'
import { normalise, type Identified, type NormalisedActor } from './normalise.ts'
import type { FederationDeps } from './room.ts'
import { signedBy } from './signed-fetch.ts'

export type RemoteActor = typeof actors.$inferSelect

/** A day: what an actor says of itself is looked at again after that, when there is a reason to. */
const freshFor = 24 * 3_600_000

export const isStale = (actor: RemoteActor, now: number): boolean => (actor.fetchedAt ?? 0) <= now - freshFor

export const knownActor = async (
  deps: Pick<FederationDeps, 'db'>,
  id: string,
): Promise<RemoteActor | undefined> => {
  const [row] = await actorOf(deps.db).all({ id })
  return row?.local === false ? row : undefined
}

const actorOf = prepared((read) =>
  read
    .select()
    .from(actors)
    .where(eq(actors.id, sql.placeholder('id')))
    .prepare(),
)

/** The actor of this very id, fetched when it is not known or no longer fresh. Null: there is none to be had. */
export async function remoteActor(deps: FederationDeps, id: string): Promise<RemoteActor | null> {
  const known = await knownActor(deps, id)
  if (known !== undefined && !isStale(known, deps.now())) return known
  try {
    return await fetchActor(deps, id)
  } catch (error) {
    if (error instanceof FetchFault) return known ?? null
    throw error
  }
}

/** Fetches and keeps the actor of this very id. Throws `FetchFault`. */
export async function fetchActor(deps: FederationDeps, id: string): Promise<RemoteActor> {
  return kept(deps, await askActor(deps, id))
}

/** The actor that an address of its page, or a former id, leads to. Throws `FetchFault`. */
export async function findActor(deps: FederationDeps, address: string): Promise<RemoteActor> {
  const { document } = await fetchDocument(deps.fetcher, address, { sign: await signedBy(deps, 'instance') })
  return kept(deps, actorIn(await normalise(document, deps.apex)))
}

/**
 * What stands at an actor's id, not kept. Another id than the one asked for is refused: whoever could answer so
 * would act under the name in the answer.
 */
export async function askActor(
  deps: FederationDeps,
  id: string,
  more: { deadlineMs?: number } = {},
): Promise<Identified<NormalisedActor>> {
  const options = { sign: await signedBy(deps, 'instance'), withinOrigin: true, ...more }
  const { document } = await fetchDocument(deps.fetcher, id, options)
  const actor = actorIn(await normalise(document, deps.apex))
  if (actor.id !== id) throw new FetchFault('id', 'The document is of another actor.')
  return actor
}

function actorIn(node: Awaited<ReturnType<typeof normalise>>): Identified<NormalisedActor> {
  if (node === null || node.form !== 'actor') throw new FetchFault('id', 'The document is not an actor.')
  return node
}

export async function kept(deps: FederationDeps, actor: Identified<NormalisedActor>): Promise<RemoteActor> {
  await deps.db.write(keepActor(deps, actor))
  const found = await knownActor(deps, actor.id)
  if (found === undefined) throw new FetchFault('id', 'The actor could not be kept.')
  return found
}

/**
 * What an actor says of itself, kept. Everything of it must live on its own origin (interop.md §0.5): an inbox
 * elsewhere would let it aim our deliveries at others. A new document replaces all its keys.
 */
export function keepActor(
  deps: Pick<FederationDeps, 'db' | 'now'>,
  actor: Identified<NormalisedActor>,
): Step[] {
  const { make } = deps.db
  const own = (iri: string | null): string | null => (iri !== null && sameOrigin(iri, actor.id) ? iri : null)
  const now = deps.now()
  const handle = handleOf(actor)
  const row = {
    type: actor.type,
    handle,
    host: hostOf(actor.id),
    name: plainLine(actor.name ?? '', 200) || handle,
    summary: safeHtml(actor.summary ?? ''),
    url: actor.url,
    iconUrl: actor.icon?.url ?? null,
    inbox: own(actor.inbox),
    sharedInbox: own(actor.sharedInbox),
    outbox: own(actor.outbox),
    followers: own(actor.followers),
    featured: own(actor.featured),
    indexable: actor.indexable,
    fetchedAt: now,
    deletedAt: null,
    // Only a Move says where they went (verbs/move.ts); that they are back is theirs to say.
    ...(actor.movedTo === null ? { movedTo: null } : {}),
  }
  const keys = keysOf(actor).map(({ id, owner, algorithm, key }) => {
    const publicPem = key.export({ type: 'spki', format: 'pem' }).toString()
    return { id, actorId: owner, algorithm, publicPem, fetchedAt: now }
  })
  const ids = keys.map(({ id }) => id)
  return [
    make
      .insert(actors)
      .values({ ...row, id: actor.id, local: false, createdAt: now })
      .onConflictDoUpdate({ target: actors.id, set: row, setWhere: eq(actors.local, false) }),
    make
      .delete(remoteKeys)
      .where(
        and(eq(remoteKeys.actorId, actor.id), ids.length === 0 ? sql`1` : notInArray(remoteKeys.id, ids)),
      ),
    ...keys.map((key) => {
      // A neighbour on the same host may not give its own key the name of another's.
      const setWhere = key.id.startsWith(`${actor.id}#`) ? undefined : eq(remoteKeys.actorId, actor.id)
      const target = { target: remoteKeys.id, set: key }
      return make
        .insert(remoteKeys)
        .values(key)
        .onConflictDoUpdate(setWhere === undefined ? target : { ...target, setWhere })
    }),
  ]
}

/** Shown as `@handle@host`: an @ or a space in it would let one host look like another (rule 20). */
export const handleOf = ({
  preferredUsername,
  id,
}: Pick<Identified<NormalisedActor>, 'preferredUsername' | 'id'>): string =>
  (preferredUsername ?? new URL(id).pathname.split('/').at(-1) ?? '')
    .slice(0, 128)
    .replace(/[^\p{L}\p{N}_.-]+/gu, '_')

/** Only keys that say they are this actor's, on its own origin (rule 6: key → owner → key). */
export function keysOf(actor: Identified<NormalisedActor>): PublicKey[] {
  const pems = actor.publicKeys
    .filter(({ id, owner }) => owner === actor.id && sameOrigin(id, actor.id))
    .map(({ id, publicKeyPem }) => ({ id, read: readPublicPem(publicKeyPem) }))
  const multikeys = actor.assertionMethods
    .filter(({ id, controller }) => controller === actor.id && sameOrigin(id, actor.id))
    .map(({ id, publicKeyMultibase }) => ({ id, read: readMultikey(publicKeyMultibase) }))
  return [...pems, ...multikeys].flatMap(({ id, read }) =>
    read === null ? [] : [{ id, owner: actor.id, ...read }],
  )
}
