import { and, desc, eq, lt } from 'drizzle-orm'
import { actors, followers, following } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { blockedBy, showsBlocks } from './blocked-collection.ts'
import type { ReadOnlyCollections } from './apex-store.ts'
import { ofObject } from './conversation-collections.ts'
import { featuredEntries } from './featured.ts'
import { localPath } from './addresses.ts'
import { localActor, type LocalActor } from './local-actors.ts'
import { before, type Named } from './named-collection.ts'
import { countOutbox, outboxPage } from './outbox.ts'

// What apex's collection pages read: our tables, and only what everybody may see.

export const collectionNames = ['outbox', 'followers', 'following', 'featured', 'blocked'] as const
export type CollectionName = (typeof collectionNames)[number]

/** `origin` is asked each time: the wizard may still change it. */
export function readCollections(deps: Pick<Deps, 'db' | 'hub' | 'now'>): ReadOnlyCollections {
  return {
    async getStream(collection, limit, after) {
      const found = await namedBy(deps, collection)
      return found === null ? [] : found.page(limit, after)
    },
    async getStreamCount(collection) {
      const found = await namedBy(deps, collection)
      return found === null ? 0 : found.count()
    },
  }
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
      page: (limit, after) => outboxPage(deps, actor, limit, before(after)),
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
    async page(limit, after) {
      const rows = await db.read
        .select({ n: actors.n, id: actors.id })
        .from(following)
        .innerJoin(actors, eq(actors.n, following.targetN))
        .where(and(where, lt(actors.n, before(after))))
        .orderBy(desc(actors.n))
        .limit(limit)
      return rows.map(({ n, id }) => ({ cursor: String(n), item: id }))
    },
  }
}
