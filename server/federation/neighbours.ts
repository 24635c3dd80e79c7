import { and, asc, count, countDistinct, eq, inArray, isNull, max, ne, notInArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { actors, errands, followers, following } from '../../db/schema/federation.ts'
import { formerHomes } from './moving/state.ts'

/** Whom the hub follows, and how that stands. */
export const followed = (db: Database) =>
  db.read
    .select({
      id: actors.id,
      handle: actors.handle,
      host: actors.host,
      state: following.state,
      polledAt: following.polledAt,
      pollError: following.pollError,
    })
    .from(following)
    .innerJoin(actors, eq(actors.n, following.targetN))
    .orderBy(asc(actors.host), asc(actors.handle))

export interface Neighbour {
  n: number
  id: string
  handle: string
  host: string
  name: string
  summary: string
  /** Where it is read at home. */
  url: string | null
  state: 'requested' | 'accepted' | 'rejected'
  requestedAt: number
  polledAt: number | null
  /** Why the last reading came to nothing: a word of `FetchFaultKind`. */
  error: string | null
  /** Who it was before, where the hub followed it first: `@name@host`. */
  formerly: string[]
  /** What it shares here, by kind. */
  shares: { kind: string; count: number }[]
  newestAt: number | null
  acceptedAt: number | null
}

/** Each of those the hub follows, with what came here on its word. */
export async function neighbours(db: Database): Promise<Neighbour[]> {
  const rows = await db.read
    .select({ actor: actors, following, missed: errands.lastError })
    .from(following)
    .innerJoin(actors, eq(actors.n, following.targetN))
    .leftJoin(errands, and(eq(errands.type, 'backfill'), eq(errands.subject, actors.id)))
    .orderBy(asc(actors.host), asc(actors.handle))
  const brought = await db.read
    .select({ n: entries.viaN, kind: entries.kind, count: count(), newestAt: max(entries.publishedAt) })
    .from(entries)
    .innerJoin(following, eq(following.targetN, entries.viaN))
    .where(eq(entries.state, 'published'))
    .groupBy(entries.viaN, entries.kind)
  const byActor = Map.groupBy(brought, ({ n }) => n)
  const homes = await formerHomes(
    db,
    rows.map(({ actor }) => actor.id),
  )
  return rows.map(({ actor, following: asked, missed }) => {
    const shares = byActor.get(actor.n) ?? []
    const { n, id, handle, host, name, summary, url } = actor
    const { state, requestedAt, acceptedAt, polledAt, pollError } = asked
    const newest = Math.max(...shares.map(({ newestAt }) => newestAt ?? 0), 0)
    return {
      ...{ n, id, handle, host, name, summary, url, state, requestedAt, acceptedAt, polledAt },
      error: missed ?? pollError,
      formerly: homes.get(id) ?? [],
      shares: shares.map(({ kind, count }) => ({ kind, count })),
      newestAt: newest === 0 ? null : newest,
    }
  })
}

export const neighbour = async (db: Database, n: number): Promise<Neighbour | undefined> =>
  (await neighbours(db)).find((one) => one.n === n)

const isVoice = and(
  eq(actors.local, true),
  isNull(actors.deletedAt),
  notInArray(actors.role, ['instance', 'person']),
)

/** Who of ours can be followed, and by how many on other servers. The instance actor only signs. */
export const voices = (db: Database) =>
  db.read
    .select({
      role: actors.role,
      handle: actors.handle,
      name: actors.name,
      movedTo: actors.movedTo,
      followers: count(followers.followerN),
    })
    .from(actors)
    .leftJoin(followers, eq(followers.actorN, actors.n))
    .where(isVoice)
    .groupBy(actors.n)
    .orderBy(sql`${actors.role} = 'organisation'`, asc(actors.n))
    .limit(200)

/** One of them by its name, with the entry that it speaks for. */
export async function voiceNamed(db: Database, handle: string) {
  const [row] = await db.read
    .select({ role: actors.role, handle: actors.handle, name: actors.name, entryId: actors.entryId })
    .from(actors)
    .where(and(isVoice, eq(actors.handle, handle)))
  return row
}

/** How many elsewhere follow one of them. */
export const followersOf = (db: Database, handle: string): Promise<number> =>
  db.read.$count(
    followers,
    inArray(
      followers.actorN,
      db.read
        .select({ n: actors.n })
        .from(actors)
        .where(and(isVoice, eq(actors.handle, handle))),
    ),
  )

/** How many people on how many servers follow somebody here. */
export async function audience(db: Database): Promise<{ followers: number; hosts: number }> {
  const [row] = await db.read
    .select({ followers: countDistinct(followers.followerN), hosts: countDistinct(actors.host) })
    .from(followers)
    .innerJoin(actors, eq(actors.n, followers.followerN))
    .where(ne(actors.host, ''))
  return row ?? { followers: 0, hosts: 0 }
}
