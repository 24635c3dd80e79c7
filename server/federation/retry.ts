import { and, eq, inArray, isNotNull, isNull, lte, notInArray, or, type SQL } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { activities, deliveries, hosts } from '../../db/schema/federation.ts'
import { letBeReason } from './queue.ts'

/** What is sent again: to one host, of one activity (its path), about one object (its full id), or all. */
export type Again = { host: string } | { activity: string } | { object: string } | { all: true }

const notDone = isNull(deliveries.doneAt)

/**
 * Everything that waits or was given up is due now. What the hosts did is forgotten. Only by its name is a host tried
 * that is let be. The last step's `rowsAffected` is how many; those on their way at this moment are left alone.
 */
export function retry(db: Database, what: Again, now: number): Step[] {
  const { read } = db
  const which = whichOf(db, what)
  const concerned =
    'all' in what
      ? isNotNull(hosts.failingSince)
      : 'host' in what
        ? eq(hosts.host, what.host)
        : inArray(
            hosts.host,
            read.select({ host: deliveries.host }).from(deliveries).where(and(notDone, which)),
          )
  const stopped = read.select({ host: hosts.host }).from(hosts).where(isNotNull(hosts.stoppedAt))
  return [
    db.make
      .update(hosts)
      .set({
        failures: 0,
        failingSince: null,
        openUntil: null,
        ...('host' in what ? { stoppedAt: null } : {}),
      })
      .where(concerned),
    db.make
      .update(deliveries)
      .set({ failedAt: null, attempts: 0, nextAt: now })
      .where(
        and(
          notDone,
          or(isNull(deliveries.leasedUntil), lte(deliveries.leasedUntil, now)),
          which,
          notInArray(deliveries.host, stopped),
        ),
      ),
  ]
}

function whichOf(db: Database, what: Again): SQL | undefined {
  if ('all' in what) return undefined
  if ('host' in what) return eq(deliveries.host, what.host)
  const said = 'object' in what ? eq(activities.objectId, what.object) : eq(activities.id, what.activity)
  return inArray(deliveries.activityN, db.read.select({ n: activities.n }).from(activities).where(said))
}

/**
 * A host that is dead is no longer asked whether it lives. What waits for it, and what is said from now on, is kept as
 * given up: it is sent if the host comes back, by itself or by `retry`.
 */
export const letBe = (db: Database, host: string, now: number): Step[] => [
  db.make
    .insert(hosts)
    .values({ host, stoppedAt: now })
    .onConflictDoUpdate({ target: hosts.host, set: { stoppedAt: now } }),
  db.make
    .update(deliveries)
    .set({ failedAt: now, lastError: letBeReason, leasedUntil: null })
    .where(and(notDone, isNull(deliveries.failedAt), eq(deliveries.host, host))),
]
