import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { activities, deliveries, hosts } from '../../db/schema/federation.ts'
import { events } from '../../db/schema/entries.ts'
import type { TestHub } from './hub.ts'
import { until } from './until.ts'

export const deliveriesTo = ({ deps }: TestHub, host: string) =>
  deps.db.read
    .select({
      type: activities.type,
      objectId: deliveries.objectId,
      attempts: deliveries.attempts,
      nextAt: deliveries.nextAt,
      leasedUntil: deliveries.leasedUntil,
      status: deliveries.lastStatus,
      error: deliveries.lastError,
      doneAt: deliveries.doneAt,
      failedAt: deliveries.failedAt,
    })
    .from(deliveries)
    .innerJoin(activities, eq(activities.n, deliveries.activityN))
    .where(eq(deliveries.host, host))
    .orderBy(asc(deliveries.n))

/** Every event is told, and nothing that is due is left. */
export const settled = ({ deps }: TestHub) =>
  until('all that is due is settled', async () => {
    const { read } = deps.db
    const due = and(
      isNull(deliveries.doneAt),
      isNull(deliveries.failedAt),
      lte(deliveries.nextAt, deps.now()),
    )
    return (
      (await read.$count(events, isNull(events.doneAt))) === 0 && (await read.$count(deliveries, due)) === 0
    )
  })

export const hostOf = async ({ deps }: TestHub, host: string) =>
  (await deps.db.read.select().from(hosts).where(eq(hosts.host, host)))[0]

/** The clock goes on, and the queue looks again. */
export function pass({ deps, federation }: TestHub, milliseconds: number): void {
  deps.pass(milliseconds)
  federation.wake()
}

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => count * 3_600_000
