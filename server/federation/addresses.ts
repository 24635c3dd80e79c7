import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { isPublic, takesAnswers } from '../entries/entry.ts'
import { hostKey, sameOrigin } from './address.ts'
import type { LocalActor } from './local-actors.ts'

// Which of our things an address names. Local ids are stored as paths: one origin, compared whole, never by prefix
// (https://hub.example.evil.test is not https://hub.example).

export const localPath = (origin: string, iri: string): string | null => {
  if (!sameOrigin(origin, iri)) return null
  const url = new URL(iri)
  return url.pathname + url.hash
}

export const isOurs = (origin: string, iri: string): boolean => sameOrigin(origin, iri)

export const hostOf = (iri: string): string => hostKey(iri) ?? ''

export async function localActorAt(
  db: Database,
  origin: string,
  iri: string,
): Promise<LocalActor | undefined> {
  const path = localPath(origin, iri)
  if (path === null || !path.startsWith('/ap/actors/')) return undefined
  const [row] = await db.read.select().from(actors).where(eq(actors.id, path))
  return row?.local === true && row.deletedAt === null ? row : undefined
}

/** Actors of ours that people are behind: not the one that signs fetches, and not a member, who speaks for themselves. */
const voices = ['hub', 'section', 'forum', 'organisation'] as const

/** Those among these addresses. */
export async function voicesAmong(
  db: Database,
  origin: string,
  iris: readonly string[],
): Promise<{ handle: string }[]> {
  const paths = new Set(iris.flatMap((iri) => localPath(origin, iri) ?? []))
  const ids = [...paths].filter((path) => path.startsWith('/ap/actors/')).slice(0, 100)
  if (ids.length === 0) return []
  return db.read
    .select({ handle: actors.handle })
    .from(actors)
    .where(
      and(
        inArray(actors.id, ids),
        eq(actors.local, true),
        isNull(actors.deletedAt),
        inArray(actors.role, voices),
      ),
    )
    .orderBy(asc(actors.n))
}

export interface Target {
  entryN: number
  /** Null: the entry itself. */
  commentN: number | null
  /** What is answered here is kept. */
  open: boolean
  /** Path of our object, or the full id of a remote one. */
  objectId: string
}

const ownEntry = prepared((read) =>
  read
    .select({ n: entries.n, kind: entries.kind, state: entries.state })
    .from(entries)
    .where(eq(entries.id, sql.placeholder('id')))
    .prepare(),
)

const remoteEntry = prepared((read) =>
  read
    .select({ n: entries.n, kind: entries.kind, state: entries.state })
    .from(entries)
    .where(eq(entries.apId, sql.placeholder('id')))
    .prepare(),
)

/** The entry or comment that an address names: ours by path, a remote one that we keep by its full id. */
export async function targetAt(db: Database, origin: string, iri: string): Promise<Target | null> {
  const path = localPath(origin, iri)
  const id = path?.match(/^\/ap\/objects\/([0-9a-f-]{36})$/)?.[1]
  const [entry] = await (id === undefined ? remoteEntry(db).all({ id: iri }) : ownEntry(db).all({ id }))
  if (entry !== undefined)
    return isPublic(entry.state)
      ? {
          entryN: entry.n,
          commentN: null,
          open: takesAnswers(entry),
          objectId: id === undefined ? iri : `/ap/objects/${id}`,
        }
      : null
  const [comment] = await db.read
    .select({
      n: comments.n,
      entryN: comments.entryN,
      state: comments.state,
      kind: entries.kind,
      entryState: entries.state,
    })
    .from(comments)
    .innerJoin(entries, eq(entries.n, comments.entryN))
    .where(id === undefined ? eq(comments.apId, iri) : eq(comments.id, id))
  // Of an entry that was taken back, the conversation is over too.
  if (comment === undefined || comment.state === 'deleted' || !isPublic(comment.entryState)) return null
  return {
    entryN: comment.entryN,
    commentN: comment.n,
    open: takesAnswers({ kind: comment.kind, state: comment.entryState }),
    objectId: id === undefined ? iri : `/ap/objects/${id}`,
  }
}
