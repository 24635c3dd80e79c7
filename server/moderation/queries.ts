import { asc, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { readHeldFor } from '../entries/holding.ts'
import { kindNamed } from '../kinds/index.ts'
import { escapeHtml } from '../text/html.ts'
import { entryThings } from './entry-things.ts'
import { split } from './object-ids.ts'
import { messageThings } from './message-things.ts'
import { keyOf, type Portrait, type Thing, type ThingRef } from './thing.ts'

// What moderators are shown: the things themselves, with who wrote them and where they stand.

interface Reads {
  db: Database
  hub: { origin: string }
}

/** Ours may be named by the path of its row even when it came from elsewhere. */
export async function thing(reads: Reads, ref: ThingRef): Promise<Thing | undefined> {
  const [found] = (await things(reads, [ref])).values()
  return found
}

/** By `keyOf`; what was erased meanwhile is not among them. */
export async function things(reads: Reads, refs: readonly ThingRef[]): Promise<Map<string, Thing>> {
  const named = (subject: ThingRef['subject']) => [
    ...new Set(refs.filter((ref) => ref.subject === subject).map(({ subjectId }) => subjectId)),
  ]
  const found = [
    ...(await entryThings(reads, named('entry'))),
    ...(await commentThings(reads, named('comment'))),
    ...(await actorThings(reads, named('actor'))),
    ...(await messageThings(reads.db, named('message'))),
  ]
  // What came from elsewhere can be named by its row too.
  const alias = ({ subject, id }: Thing) => keyOf({ subject, subjectId: `/ap/objects/${id}` })
  return new Map([
    ...found.map((one) => [alias(one), one] as const),
    ...found.map((one) => [keyOf(one), one] as const),
  ])
}

export const heldOnPage = 50

/** A page of the comments that wait for a moderator, oldest first. */
export const heldThings = (reads: Reads, page: number): Promise<Thing[]> =>
  loadComments(reads, eq(comments.state, 'held'), heldOnPage, (page - 1) * heldOnPage)

const commentThings = (reads: Reads, objectIds: readonly string[]): Promise<Thing[]> => {
  if (objectIds.length === 0) return Promise.resolve([])
  const { ids, apIds } = split(objectIds)
  return loadComments(reads, or(inArray(comments.id, ids), inArray(comments.apId, apIds)), objectIds.length)
}

async function loadComments(
  { db }: Reads,
  where: SQL | undefined,
  limit: number,
  offset = 0,
): Promise<Thing[]> {
  const rows = await db.read
    .select({
      comment: comments,
      title: entries.title,
      titleLanguage: entries.language,
      kind: entries.kind,
      slug: entries.slug,
      entryState: entries.state,
      actorId: actors.id,
      handle: actors.handle,
      host: actors.host,
      memberName: users.name,
      pictureId: users.pictureId,
      actorName: actors.name,
    })
    .from(comments)
    .innerJoin(entries, eq(entries.n, comments.entryN))
    .leftJoin(actors, eq(actors.n, comments.actorN))
    .leftJoin(users, eq(users.id, comments.userId))
    .where(where)
    .orderBy(asc(comments.publishedAt), asc(comments.n))
    .limit(limit)
    .offset(offset)
  return rows.map(
    ({ comment, titleLanguage, kind, slug, entryState, actorId, handle, host, pictureId, ...names }) => {
      const isHere = comment.userId !== null || actorId === null
      const isOpen = entryState === 'published' || entryState === 'closed'
      return {
        subject: 'comment',
        subjectId: comment.apId ?? `/ap/objects/${comment.id}`,
        id: comment.id,
        title: names.title,
        titleLanguage,
        path: isOpen ? `${kindNamed(kind)?.path ?? ''}/${slug}` : null,
        author: {
          // Erased, an answer no longer says whose it was; whoever decided about it may know.
          name: comment.authorName || (names.memberName ?? names.actorName ?? ''),
          handle: isHere || handle === null ? null : `@${handle}@${host}`,
          userId: comment.userId,
          actorN: comment.actorN,
          actorId: isHere ? null : actorId,
        },
        portrait: comment.state === 'deleted' ? null : portraitOf(comment.userId, pictureId),
        host: isHere ? null : host,
        url: isHere ? null : (comment.url ?? comment.apId),
        html:
          comment.summary === ''
            ? comment.html
            : `<p><b>${escapeHtml(comment.summary)}</b></p>${comment.html}`,
        language: comment.language,
        at: comment.publishedAt,
        revisedAt: comment.updatedAt,
        held: comment.state === 'held' ? readHeldFor(comment.heldFor) : null,
        state: comment.state,
      }
    },
  )
}

/** Other servers also report the actors of ours themselves. */
async function actorThings({ db }: Reads, ids: readonly string[]): Promise<Thing[]> {
  if (ids.length === 0) return []
  const rows = await db.read
    .select({
      ...{ actor: actors, kind: entries.kind, slug: entries.slug, title: entries.title },
      ...{ userId: users.id, pictureId: users.pictureId },
    })
    .from(actors)
    .leftJoin(entries, eq(entries.id, actors.entryId))
    .leftJoin(users, eq(users.actorN, actors.n))
    .where(inArray(actors.id, [...ids]))
  return rows.map(({ actor, kind, slug, title, userId, pictureId }) => ({
    subject: 'actor',
    subjectId: actor.id,
    id: actor.id,
    ...{ title: title ?? actor.name, titleLanguage: null },
    path: kind === null ? null : `${kindNamed(kind)?.path ?? ''}/${slug}`,
    author: {
      name: actor.name,
      handle: `@${actor.handle}`,
      userId: null,
      actorN: actor.n,
      actorId: actor.local ? null : actor.id,
    },
    portrait: portraitOf(userId, pictureId),
    host: actor.local ? null : actor.host,
    url: actor.local ? null : (actor.url ?? actor.id),
    html: '',
    language: null,
    at: actor.createdAt,
    revisedAt: null,
    held: null,
    state: actor.deletedAt === null ? 'published' : 'deleted',
  }))
}

const portraitOf = (userId: string | null, id: string | null): Portrait | null =>
  userId === null || id === null ? null : { userId, id }
