import { and, asc, eq, gt, inArray, lt, notExists, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Statement } from '../../db/open.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors, errands, followers, following, reactions, remoteKeys } from '../../db/schema/federation.ts'
import { groupingMembers, groupingMessages, groupings } from '../../db/schema/groupings.ts'
import { messages } from '../../db/schema/messages.ts'
import { networkMemberships } from '../../db/schema/networks.ts'
import { quotations } from '../../db/schema/quotations.ts'
import type { FederationDeps } from './room.ts'

const movers = alias(actors, 'movers')
const day = 24 * 3_600_000
/** Looked at in one round, so that no command holds the others up. */
const bite = 2_000

/**
 * What strangers make us write is bounded by their rate and by time (rule 29): each round, every table loses what
 * nobody will ask for again. Actors are looked at some at a time, from where the round before ended.
 */
export function createPruner({ db, now }: Pick<FederationDeps, 'db' | 'now'>): () => Promise<void> {
  let looked = 0

  async function strangers(): Promise<void> {
    const window = await db.read
      .select({ n: actors.n })
      .from(actors)
      .where(gt(actors.n, looked))
      .orderBy(asc(actors.n))
      .limit(bite)
    const [from, to] = [looked, window.at(-1)?.n ?? looked]
    looked = window.length < bite ? 0 : to
    const idle = await db.read
      .select({ n: actors.n, id: actors.id })
      .from(actors)
      .where(and(gt(actors.n, from), lt(actors.n, to + 1), isStranger(now() - 30 * day)))
    for (let at = 0; at < idle.length; at += 200) {
      const gone = idle.slice(at, at + 200)
      const ids = gone.map(({ id }) => id)
      const ns = gone.map(({ n }) => n)
      await db.write([
        db.make.delete(remoteKeys).where(inArray(remoteKeys.actorId, ids)),
        // Asked again: one of them may have spoken since.
        db.make.delete(actors).where(and(inArray(actors.n, ns), isStranger(now() - 30 * day))),
      ])
    }
  }

  /** Nothing here is of them: neither entry, comment, message, quotation, reaction, follow, membership, move nor errand. They can be fetched again. */
  function isStranger(since: number): SQL | undefined {
    const none = (table: SQLiteTable, column: SQLiteColumn, more?: SQL) =>
      notExists(
        db.read
          .select({ one: sql`1` })
          .from(table)
          .where(and(eq(column, actors.n), more)),
      )
    return and(
      eq(actors.local, false),
      lt(sql`coalesce(${actors.fetchedAt}, ${actors.createdAt})`, since),
      none(followers, followers.followerN),
      none(following, following.targetN),
      none(entries, entries.originN),
      none(entries, entries.viaN),
      none(comments, comments.actorN),
      none(messages, messages.actorN),
      none(quotations, quotations.actorN),
      none(groupings, groupings.originN),
      none(groupingMembers, groupingMembers.actorN),
      none(groupingMessages, groupingMessages.actorN),
      none(reactions, reactions.actorN, inArray(reactions.type, ['like', 'boost'])),
      none(errands, errands.actorN),
      none(networkMemberships, networkMemberships.networkN),
      none(networkMemberships, networkMemberships.organisationN),
      // Where somebody went is said by its name.
      notExists(
        db.read
          .select({ one: sql`1` })
          .from(movers)
          .where(eq(movers.movedTo, actors.id)),
      ),
    )
  }

  return async () => {
    await db.write([...memories(now()), ...sent(now())])
    await strangers()
  }
}

const answers = "public = 0 AND type IN ('Accept', 'Reject')"

const memories = (at: number): Statement[] => [
  // Longer than anybody retries.
  { sql: 'DELETE FROM seen WHERE at < ?', args: [at - 30 * day] },
  // Of what never came: two days, and no more than a flood of a few minutes leaves.
  {
    sql: `DELETE FROM tombstones WHERE instr(id, ' ') > 0 AND (deleted_at < ? OR rowid NOT IN
      (SELECT rowid FROM tombstones WHERE instr(id, ' ') > 0 ORDER BY rowid DESC LIMIT 20000))`,
    args: [at - 2 * day],
  },
  // Said in the forum, and neither waiting for a moderator nor for the moment when it is passed on.
  {
    sql: `DELETE FROM relays WHERE created_at < ?
      AND NOT EXISTS (SELECT 1 FROM comments WHERE ap_id = relays.object_id AND state = 'held')
      AND NOT EXISTS (SELECT 1 FROM entries WHERE ap_id = relays.object_id AND state = 'review')`,
    args: [at - 7 * day],
  },
  // Over for a quarter of a year: nobody asks any more who ended it.
  { sql: 'DELETE FROM network_memberships WHERE ended_at < ?', args: [at - 90 * day] },
  // Servers that were silent for a quarter of a year.
  {
    sql: `DELETE FROM hosts WHERE max(coalesce(last_ok_at, 0), coalesce(last_inbound_at, 0),
      coalesce(failing_since, 0), coalesce(open_until, 0), coalesce(stopped_at, 0)) < ?
      AND NOT EXISTS (SELECT 1 FROM deliveries WHERE deliveries.host = hosts.host)`,
    args: [at - 90 * day],
  },
]

/**
 * Delivered or given up a month ago; then what was said between two, when nothing waits to be sent of it. An answer to
 * one who asked is worth nothing to anybody once it has arrived: a day is enough to look for it.
 */
const sent = (at: number): Statement[] => [
  {
    sql: `DELETE FROM deliveries WHERE n IN (SELECT sent.n FROM activities JOIN deliveries sent ON sent.activity_n = activities.n
      WHERE ${answers} AND created_at < ? AND sent.done_at BETWEEN 1 AND ? LIMIT ${bite})`,
    args: [at - day, at - day],
  },
  {
    sql: `DELETE FROM activities WHERE n IN (SELECT n FROM activities WHERE ${answers} AND created_at < ?
      AND NOT EXISTS (SELECT 1 FROM deliveries WHERE activity_n = activities.n) LIMIT ${bite})`,
    args: [at - day],
  },
  ...['done_at BETWEEN 1 AND ?', 'done_at IS NULL AND failed_at BETWEEN 1 AND ?'].map((old) => ({
    sql: `DELETE FROM deliveries WHERE n IN (SELECT n FROM deliveries WHERE ${old} LIMIT ${bite})`,
    args: [at - 30 * day],
  })),
  {
    sql: `DELETE FROM activities WHERE n IN (SELECT n FROM activities WHERE public = 0 AND created_at < ?
      AND NOT EXISTS (SELECT 1 FROM deliveries WHERE activity_n = activities.n) LIMIT ${bite})`,
    args: [at - 30 * day],
  },
]
