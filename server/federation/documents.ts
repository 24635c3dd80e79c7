import { and, eq, inArray } from 'drizzle-orm'
import { entries, tombstones } from '../../db/schema/entries.ts'
import { local } from '../entries/list.ts'
import { loadEntry } from '../entries/load.ts'
import { whole } from '../entries/whole.ts'
import { actorDocument } from './actor-document.ts'
import type { JsonObject } from './json-object.ts'
import type { LocalActor } from './local-actors.ts'
import { callDocument } from './groupings/call-object.ts'
import { commentObject } from './comment-object.ts'
import { withReplies } from './inline-replies.ts'
import { entryObject, typeOfEntry, voicesOf } from './objects.ts'
import { isParting, partingDocument } from './parting.ts'
import { activityNow } from './outbox.ts'
import { countsOf } from './reactions.ts'
import type { FederationDeps } from './room.ts'
import { toWire } from './vocabulary.ts'

/** A document, a stone where one was, or nothing there ever. */
export type Found = { status: 200 | 410; document: JsonObject; passing?: true } | null

/** An entry or a comment, with what was answered to it. */
export async function objectDocument(deps: FederationDeps, id: string): Promise<Found> {
  const found = await objectFound(deps, id)
  return found?.status === 200
    ? { ...found, document: toWire(await withReplies(deps, found.document)) }
    : found
}

/** The same, with its collections by name. What was taken back answers 410 with its stone (FEP-4f05): 404 would be retried. */
export async function objectFound(deps: FederationDeps, id: string): Promise<Found> {
  const entry = await loadEntry(
    deps,
    and(local(), eq(entries.id, id), inArray(entries.state, ['published', 'closed', 'withdrawn'])),
  )
  if (entry?.envelope.state === 'withdrawn') {
    // A draft thrown away was never there for others, nor was what is an actor.
    return entry.envelope.publishedAt === null || entry.kind.section === null
      ? null
      : stone(deps, `/ap/objects/${id}`, entry.envelope.updatedAt, typeOfEntry(whole(entry)))
  }
  if (entry !== undefined) {
    const voices = await voicesOf(deps.db, entry)
    if (voices === null) return null
    const counts = await countsOf(deps, [id])
    return { status: 200, document: entryObject(deps, whole(entry), voices, counts.get(id)) }
  }
  const comment = await commentObject(deps, id)
  if (comment !== null) return { status: 200, document: comment.object }
  const call = await callDocument(deps, id)
  if (call !== null) return call
  const [erased] = await deps.db.read
    .select()
    .from(tombstones)
    .where(eq(tombstones.id, `/ap/objects/${id}`))
  return erased === undefined ? null : stone(deps, erased.id, erased.deletedAt, erased.formerType)
}

/** The conversation that an entry of ours began, or a page of it; an answer has none of its own, and what is gone no more. */
export async function contextDocument(
  deps: FederationDeps,
  id: string,
  page: string | undefined,
): Promise<Found> {
  const found = await objectFound(deps, id)
  if (found?.status !== 200) return found
  const context = `${deps.hub.origin}/ap/objects/${id}/context`
  if (found.document['context'] !== context) return null
  if (page !== undefined) return { status: 200, document: await deps.apex.collectionPage(context, page) }
  const { attributedTo } = found.document
  return { status: 200, document: { ...(await deps.apex.collection(context)), attributedTo } }
}

/** Gone is said once everybody was told: until then its keys are read here (parting.ts). */
export async function actorFound(deps: FederationDeps, actor: LocalActor): Promise<Found> {
  if (actor.deletedAt === null) return { status: 200, document: await actorDocument(deps, actor) }
  if (await isParting(deps, actor))
    return { status: 200, document: await partingDocument(deps, actor), passing: true }
  return goneActor(deps, actor)
}

/** And all that was its own. */
export const goneActor = (deps: FederationDeps, actor: LocalActor): Promise<Found> =>
  stone(deps, actor.id, actor.deletedAt ?? deps.now(), actor.type)

/** Public activities only: an Accept is between two. */
export async function activityDocument(deps: FederationDeps, id: string): Promise<Found> {
  const said = await activityNow(deps, `/ap/activities/${id}`)
  return said === null ? null : { status: 200, document: toWire(said) }
}

export async function stone(
  deps: FederationDeps,
  path: string,
  at: number,
  formerType: string | null,
): Promise<Found> {
  const id = deps.hub.origin + path
  return {
    status: 410,
    document: await deps.apex.tombstone(id, new Date(at).toISOString(), formerType ?? undefined),
  }
}
