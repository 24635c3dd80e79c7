import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { loadEntry, type Entry } from '../entries/load.ts'
import type { JsonObject } from './json-object.ts'
import type { LocalActor } from './local-actors.ts'
import { PUBLIC } from './vocabulary.ts'

/** A member's answer. */
export async function commentObject(
  deps: Pick<Deps, 'db' | 'hub'>,
  id: string,
): Promise<{ object: JsonObject; actor: LocalActor; entry: Entry; parentActor: string | null } | null> {
  const { db } = deps
  const { origin } = deps.hub
  const [row] = await db.read
    .select({ comment: comments, actor: actors })
    .from(comments)
    .innerJoin(actors, eq(actors.n, comments.actorN))
    .where(and(eq(comments.id, id), eq(comments.state, 'shown'), eq(actors.local, true)))
  if (row === undefined) return null
  const { comment, actor } = row
  const entry = await loadEntry(
    deps,
    and(eq(entries.n, comment.entryN), inArray(entries.state, ['published', 'closed'])),
  )
  if (entry === undefined) return null
  const parent = comment.parentN === null ? undefined : await parentOf(db, comment.parentN)
  const inReplyTo =
    parent === undefined ? entry.envelope.apId : (parent.apId ?? `${origin}/ap/objects/${parent.id}`)
  const answered = parent === undefined ? entry.envelope.origin?.actor : parent.actorId
  const address =
    answered === undefined || answered === null
      ? null
      : answered.startsWith('/')
        ? origin + answered
        : answered
  const mentioned = answered === undefined || answered === null ? null : await mention(deps, answered)
  return {
    actor,
    entry,
    parentActor: address,
    object: {
      id: `${origin}/ap/objects/${comment.id}`,
      type: 'Note',
      attributedTo: origin + actor.id,
      to: [PUBLIC],
      cc: [`${origin}${actor.id}/followers`, ...(address === null ? [] : [address])],
      inReplyTo,
      url: `${entry.envelope.url}#commentaire-${comment.id}`,
      content: comment.html,
      ...(comment.language === null ? {} : { contentMap: { [comment.language]: comment.html } }),
      published: new Date(comment.publishedAt).toISOString(),
      tag: mentioned === null ? [] : [mentioned],
      attachment: [],
    },
  }
}

/** By the name that people have there, which some show and others look for; the address alone, if it is not known. */
async function mention({ db, hub }: Pick<Deps, 'db' | 'hub'>, actorId: string): Promise<JsonObject> {
  const href = actorId.startsWith('/') ? hub.origin + actorId : actorId
  const [known] = await db.read
    .select({ handle: actors.handle, host: actors.host })
    .from(actors)
    .where(eq(actors.id, actorId))
  const host = known?.host || new URL(hub.origin).host
  return { type: 'Mention', href, name: known === undefined ? href : `@${known.handle}@${host}` }
}

async function parentOf(
  db: Database,
  n: number,
): Promise<{ id: string; apId: string | null; actorId: string | null } | undefined> {
  const [row] = await db.read
    .select({ id: comments.id, apId: comments.apId, actorId: actors.id })
    .from(comments)
    .leftJoin(actors, eq(actors.n, comments.actorN))
    .where(eq(comments.n, n))
  return row
}
