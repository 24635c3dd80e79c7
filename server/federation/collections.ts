import { and, desc, eq, isNotNull, lt } from 'drizzle-orm'
import { comments, entries as entryTable } from '../../db/schema/entries.ts'
import { actors, followers, following, reactions } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { blockedBy, showsBlocks } from './blocked-collection.ts'
import type { CollectionRow, ReadOnlyCollections } from './apex-store.ts'
import { featuredEntries } from './featured.ts'
import { localPath } from './addresses.ts'
import { localActor, type LocalActor } from './local-actors.ts'
import { countOutbox, outboxPage } from './outbox.ts'

// What apex's collection pages read: our tables, and only what everybody may see. Cursors are row numbers.

export const collectionNames = ['outbox', 'followers', 'following', 'featured', 'blocked'] as const
export type CollectionName = (typeof collectionNames)[number]

interface Named {
  count(): Promise<number>
  page(limit: number, before: number): Promise<CollectionRow[]>
}

/** `origin` is asked each time: the wizard may still change it. */
export function readCollections(deps: Pick<Deps, 'db' | 'hub' | 'now'>): ReadOnlyCollections {
  return {
    async getStream(collection, limit, after) {
      const found = await namedBy(deps, collection)
      return found === null ? [] : found.page(limit, cursorOf(after))
    },
    async getStreamCount(collection) {
      const found = await namedBy(deps, collection)
      return found === null ? 0 : found.count()
    },
  }
}

function cursorOf(after: string | null): number {
  if (after === null) return Number.MAX_SAFE_INTEGER
  const cursor = Number(after)
  if (!Number.isSafeInteger(cursor) || cursor < 0) throw new Refusal('absent', 'There is no such page.')
  return cursor
}

async function namedBy(deps: Pick<Deps, 'db' | 'hub' | 'now'>, collection: string): Promise<Named | null> {
  const path = localPath(deps.hub.origin, collection) ?? collection
  const [, kind, id, name] = /^\/ap\/(actors|objects)\/([^/]+)\/([a-z]+)$/.exec(path) ?? []
  if (kind === 'actors' && id !== undefined) {
    const actor = await localActor(deps.db, id)
    return actor === undefined ? null : ofActor(deps, actor, name ?? '')
  }
  return kind === 'objects' && id !== undefined ? ofObject(deps, id, name ?? '') : null
}

function ofActor(deps: Pick<Deps, 'db' | 'hub' | 'now'>, actor: LocalActor, name: string): Named | null {
  if (name === 'outbox')
    return {
      count: () => countOutbox(deps, actor),
      page: (limit, before) => outboxPage(deps, actor, limit, before),
    }
  if (name === 'featured')
    return {
      count: async () => (await featuredEntries(deps, actor)).length,
      page: async () =>
        (await featuredEntries(deps, actor)).map(({ envelope }) => ({
          cursor: String(envelope.n),
          item: envelope.apId,
        })),
    }
  if (name === 'blocked') return showsBlocks(deps, actor) ? blockedBy(deps, actor) : null
  if (name === 'followers') return followersOf(deps, actor.n)
  return name === 'following' ? followingOf(deps, actor.n) : null
}

/** How many is everybody's business; who, is theirs (GDPR): the count alone, without items. */
const followersOf = ({ db }: Pick<Deps, 'db'>, actorN: number): Named => ({
  count: () => db.read.$count(followers, eq(followers.actorN, actorN)),
  page: () => Promise.resolve([]),
})

/** Organisations follow in the open: which hubs feed this one is part of the catalogue. */
const followingOf = ({ db }: Pick<Deps, 'db'>, actorN: number): Named => {
  const where = and(eq(following.actorN, actorN), eq(following.state, 'accepted'))
  return {
    count: () => db.read.$count(following, where),
    async page(limit, before) {
      const rows = await db.read
        .select({ n: actors.n, id: actors.id })
        .from(following)
        .innerJoin(actors, eq(actors.n, following.targetN))
        .where(and(where, lt(actors.n, before)))
        .orderBy(desc(actors.n))
        .limit(limit)
      return rows.map(({ n, id }) => ({ cursor: String(n), item: id }))
    },
  }
}

async function ofObject(
  { db, hub }: Pick<Deps, 'db' | 'hub'>,
  id: string,
  name: string,
): Promise<Named | null> {
  const objectId = `/ap/objects/${id}`
  if (name === 'likes' || name === 'shares') {
    const type = name === 'likes' ? 'like' : 'boost'
    const where = and(eq(reactions.objectId, objectId), eq(reactions.type, type))
    return { count: () => db.read.$count(reactions, where), page: () => Promise.resolve([]) }
  }
  if (name !== 'replies') return null
  const entryN = db.read.select({ n: entryTable.n }).from(entryTable).where(eq(entryTable.id, id))
  const [answer] = await db.read
    .select({ n: comments.n, entryN: comments.entryN })
    .from(comments)
    .where(eq(comments.id, id))
  const where = and(
    // Of an entry its whole conversation; of an answer, what was said to it.
    answer === undefined
      ? eq(comments.entryN, entryN)
      : and(eq(comments.entryN, answer.entryN), eq(comments.parentN, answer.n)),
    eq(comments.state, 'shown'),
    isNotNull(comments.actorN),
  )
  return {
    count: () => db.read.$count(comments, where),
    async page(limit, before) {
      const rows = await db.read
        .select({ n: comments.n, id: comments.id, apId: comments.apId })
        .from(comments)
        .where(and(where, lt(comments.n, before)))
        .orderBy(desc(comments.n))
        .limit(limit)
      return rows.map(({ n, id: own, apId }) => ({
        cursor: String(n),
        item: apId ?? `${hub.origin}/ap/objects/${own}`,
      }))
    },
  }
}
