import { and, count, desc, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { activities, deliveries } from '../../db/schema/federation.ts'

// How sending goes, as people and programs ask.

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export interface DeliveryFilter {
  state?: DeliveryState | null
  host?: string | null
  /** Path or full id of an activity of ours. */
  activity?: string | null
  /** Path or full id of what the activities are about. */
  object?: string | null
  /** `n` of the last one of the page before. */
  before?: number
  limit?: number
}

export interface Delivery {
  n: number
  activity: string
  type: string
  object: string
  host: string
  inbox: string
  state: DeliveryState
  attempts: number
  /** Null once it is delivered or given up. */
  nextAt: number | null
  lastStatus: number | null
  lastError: string | null
  createdAt: number
  /** When it arrived, or was given up. */
  endedAt: number | null
}

interface Reads {
  db: Database
  hub: { origin: string }
}

/** One row for each inbox that an activity goes to, newest first. */
export async function deliveryRows({ db, hub }: Reads, filter: DeliveryFilter = {}): Promise<Delivery[]> {
  const rows = await db.read
    .select({ delivery: deliveries, id: activities.id, type: activities.type, at: activities.createdAt })
    .from(deliveries)
    .innerJoin(activities, eq(activities.n, deliveries.activityN))
    .where(conditions(hub.origin, filter))
    .orderBy(desc(deliveries.n))
    .limit(Math.min(filter.limit ?? pageSize, 1000))
  return rows.map(({ delivery, id, type, at }) => {
    const { n, objectId, host, inbox, attempts, nextAt, lastStatus, lastError, doneAt, failedAt } = delivery
    const state = doneAt !== null ? 'delivered' : failedAt !== null ? 'failed' : 'waiting'
    return {
      ...{ n, type, host, inbox, state, attempts, lastStatus, lastError },
      activity: hub.origin + id,
      object: objectId,
      nextAt: state === 'waiting' ? nextAt : null,
      createdAt: at,
      endedAt: doneAt ?? failedAt,
    }
  })
}

const pageSize = 100

/** The same for programs: times in ISO 8601, how many of each state, where the next page begins. */
export async function deliveriesOf(reads: Reads, filter: DeliveryFilter) {
  const rows = await deliveryRows(reads, { ...filter, limit: pageSize + 1 })
  const items = rows.slice(0, pageSize)
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
  return {
    counts: await deliveryCounts(reads, filter),
    items: items.map(({ n: _, createdAt, nextAt, endedAt, ...delivery }) => ({
      ...delivery,
      createdAt: iso(createdAt),
      nextAt: iso(nextAt),
      endedAt: iso(endedAt),
    })),
    next: rows.length > pageSize ? (items.at(-1)?.n ?? null) : null,
  }
}

/** Whatever the state that was asked for: who got it, and who did not. */
export async function deliveryCounts(
  { db, hub }: Reads,
  { state: _, before: __, ...filter }: DeliveryFilter,
): Promise<Record<DeliveryState, number>> {
  const [row] = await db.read
    .select({ all: count(), delivered: count(deliveries.doneAt), failed: count(deliveries.failedAt) })
    .from(deliveries)
    .innerJoin(activities, eq(activities.n, deliveries.activityN))
    .where(conditions(hub.origin, filter))
  const { all, delivered, failed } = row ?? { all: 0, delivered: 0, failed: 0 }
  return { waiting: all - delivered - failed, delivered, failed }
}

function conditions(origin: string, filter: DeliveryFilter): SQL | undefined {
  const { host, object, activity, state, before } = filter
  const full = (id: string): string => (id.startsWith('/') ? origin + id : id)
  return and(
    typeof host === 'string' ? eq(deliveries.host, host) : undefined,
    typeof object === 'string' ? eq(activities.objectId, full(object)) : undefined,
    typeof activity === 'string' ? eq(activities.id, pathOf(origin, activity)) : undefined,
    before === undefined ? undefined : lt(deliveries.n, before),
    state === 'delivered' ? isNotNull(deliveries.doneAt) : undefined,
    state === 'failed' ? isNotNull(deliveries.failedAt) : undefined,
    state === 'waiting' ? and(isNull(deliveries.doneAt), isNull(deliveries.failedAt)) : undefined,
  )
}

const pathOf = (origin: string, id: string): string =>
  id.startsWith(`${origin}/`) ? id.slice(origin.length) : id
