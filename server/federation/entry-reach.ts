import { and, count, countDistinct, desc, eq, inArray, isNull, min } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { activities, actors, followers } from '../../db/schema/federation.ts'
import { softwareOf, type Software } from './software.ts'
import { deliveryRows, type Delivery } from './status.ts'

/** A server, and what became there of one thing that was said. */
export interface ReachedHost {
  host: string
  software: Software | null
  /** Who there follows one of the accounts that said it. */
  followers: number
  /** Since when the first of them does. */
  followedSince: number | null
  /** Newest first; none was sent, or it is no longer kept. */
  deliveries: Delivery[]
}

const most = 1_000

/** Who got something and who did not, by server: those it was sent to, and those who follow all the same. */
export async function reachOf(
  reads: { db: Database; hub: { origin: string } },
  object: string,
): Promise<ReachedHost[]> {
  const { db, hub } = reads
  const said = hub.origin + object
  const sent = Map.groupBy(await deliveryRows(reads, { object, limit: most }), ({ host }) => host)
  const follows = new Map((await followsOf(db, said)).map((row) => [row.host, row]))
  const names = [...new Set([...sent.keys(), ...follows.keys()])]
  const software = await softwareOf(db, names)
  return names.map((host) => ({
    host,
    software: software.get(host) ?? null,
    followers: follows.get(host)?.followers ?? 0,
    followedSince: follows.get(host)?.since ?? null,
    deliveries: sent.get(host) ?? [],
  }))
}

/** By server, of all accounts that said or shared it; the most first. */
const followsOf = (db: Database, object: string) =>
  db.read
    .select({
      host: actors.host,
      followers: countDistinct(followers.followerN),
      since: min(followers.acceptedAt),
    })
    .from(followers)
    .innerJoin(actors, eq(actors.n, followers.followerN))
    .where(
      and(
        isNull(actors.deletedAt),
        inArray(
          followers.actorN,
          db.read.select({ n: activities.actorN }).from(activities).where(eq(activities.objectId, object)),
        ),
      ),
    )
    .groupBy(actors.host)
    .orderBy(desc(count(followers.followerN)))
    .limit(most)
