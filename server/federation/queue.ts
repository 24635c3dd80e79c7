import { and, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { activities, deliveries, hosts } from '../../db/schema/federation.ts'

/** A delivery that is due, and what sending it needs. */
export interface Due {
  n: number
  activityN: number
  actorN: number
  objectId: string
  host: string
  inbox: string
  attempts: number
}

const undone = and(isNull(deliveries.doneAt), isNull(deliveries.failedAt))

const columns = {
  n: deliveries.n,
  activityN: deliveries.activityN,
  actorN: activities.actorN,
  objectId: deliveries.objectId,
  host: deliveries.host,
  inbox: deliveries.inbox,
  attempts: deliveries.attempts,
}

/** A lease that ran out (the process died) is due again. */
const due = (now: number): SQL | undefined =>
  and(
    undone,
    lte(deliveries.nextAt, now),
    or(isNull(deliveries.leasedUntil), lte(deliveries.leasedUntil, now)),
  )

/** Due rows after `n`, oldest first, but for those of some hosts. */
export const dueAfter = (
  db: Database,
  n: number,
  now: number,
  limit: number,
  without: readonly string[],
): Promise<Due[]> =>
  db.read
    .select(columns)
    .from(deliveries)
    .innerJoin(activities, eq(activities.n, deliveries.activityN))
    .where(
      and(
        due(now),
        gt(deliveries.n, n),
        sql`${deliveries.host} not in (select value from json_each(${JSON.stringify(without)}))`,
      ),
    )
    .orderBy(deliveries.n)
    .limit(limit)

/** The oldest due rows of one host. */
export const dueOf = (db: Database, host: string, now: number, limit: number): Promise<Due[]> =>
  db.read
    .select(columns)
    .from(deliveries)
    .innerJoin(activities, eq(activities.n, deliveries.activityN))
    .where(and(due(now), eq(deliveries.host, host)))
    .orderBy(deliveries.n)
    .limit(limit)

/** When something will be due, to sleep until then. What is leased is already in hand. */
export async function nextDue(db: Database): Promise<number | null> {
  const [row] = await db.read
    .select({ at: deliveries.nextAt })
    .from(deliveries)
    .where(and(undone, isNull(deliveries.leasedUntil)))
    .orderBy(deliveries.nextAt)
    .limit(1)
  return row?.at ?? null
}

/** At start: the process that held them is gone, since this one holds the lock. */
export const clearLeases = (db: Database): Step[] => [
  db.make.update(deliveries).set({ leasedUntil: null }).where(gt(deliveries.leasedUntil, 0)),
]

export const bodyOf = async (db: Database, activityN: number): Promise<string | undefined> =>
  (await bodies(db).all({ activityN }))[0]?.json

const bodies = prepared((read) =>
  read
    .select({ json: activities.json })
    .from(activities)
    .where(eq(activities.n, sql.placeholder('activityN')))
    .prepare(),
)

export const lease = (db: Database, ns: number[], until: number): Step[] => [
  db.make.update(deliveries).set({ leasedUntil: until }).where(inArray(deliveries.n, ns)),
]

export const markDone = (db: Database, n: number, status: number, now: number): Step[] => [
  db.make
    .update(deliveries)
    // It may have been given up while it was on its way.
    .set({ doneAt: now, failedAt: null, lastStatus: status, lastError: null, leasedUntil: null })
    .where(eq(deliveries.n, n)),
]

interface Failure {
  status: number | null
  reason: string
  attempts: number
}

export const markFailed = (db: Database, n: number, failure: Failure, now: number): Step[] => [
  db.make
    .update(deliveries)
    .set({
      failedAt: now,
      lastStatus: failure.status,
      lastError: failure.reason,
      attempts: failure.attempts,
      leasedUntil: null,
    })
    .where(eq(deliveries.n, n)),
]

/**
 * Later deliveries of the same object to the same inbox wait behind it: Create before Update before Delete. Another
 * inbox of its host does not: one person there who refuses us must not silence us for all others.
 */
export const postpone = (db: Database, late: Due, failure: Failure, nextAt: number): Step[] => [
  db.make
    .update(deliveries)
    .set({
      nextAt,
      lastStatus: failure.status,
      // Its host may have been let be meanwhile: that is why it is not tried again.
      lastError: sql`case when ${deliveries.failedAt} is null then ${failure.reason} else ${deliveries.lastError} end`,
      attempts: failure.attempts,
      leasedUntil: null,
    })
    .where(eq(deliveries.n, late.n)),
  db.make
    .update(deliveries)
    .set({ nextAt: sql`max(${deliveries.nextAt}, ${nextAt})`, leasedUntil: null })
    .where(
      and(
        undone,
        eq(deliveries.host, late.host),
        eq(deliveries.inbox, late.inbox),
        eq(deliveries.objectId, late.objectId),
        gt(deliveries.n, late.n),
      ),
    ),
]

/**
 * Nothing more to a host before then: its deliveries wait together, out of the way of the others. Unless it spoke to
 * us meanwhile, and is no longer left alone.
 */
export const restHost = (db: Database, host: string, until: number): Step[] => {
  const stillRests = sql`exists (select 1 from ${hosts} where ${hosts.host} = ${host} and ${hosts.openUntil} = ${until})`
  return [
    db.make
      .update(deliveries)
      .set({
        nextAt: sql`case when ${stillRests} then max(${deliveries.nextAt}, ${until}) else ${deliveries.nextAt} end`,
        leasedUntil: null,
      })
      .where(and(undone, eq(deliveries.host, host))),
  ]
}

/** The host spoke to us: it lives, and what waited for it goes now. */
export const reviveHost = (db: Database, host: string, now: number): Step[] => [
  db.make
    .update(hosts)
    .set({ failures: 0, failingSince: null, openUntil: null, stoppedAt: null, lastInboundAt: now })
    .where(eq(hosts.host, host)),
  db.make
    .update(deliveries)
    .set({ nextAt: now })
    .where(and(undone, eq(deliveries.host, host), gt(deliveries.nextAt, now))),
  db.make
    .update(deliveries)
    .set({ failedAt: null, attempts: 0, nextAt: now })
    .where(
      and(
        isNull(deliveries.doneAt),
        gt(deliveries.failedAt, 0),
        eq(deliveries.host, host),
        eq(deliveries.lastError, letBeReason),
      ),
    ),
]

/** `last_error` of what was not tried, because an administrator lets the host be. */
export const letBeReason = 'stopped'
