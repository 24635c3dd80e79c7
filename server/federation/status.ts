import { and, count, desc, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { activities, deliveries } from '../../db/schema/federation.ts'

// How sending goes, as people and programs ask: by host and by entry.

export interface HostState {
  host: string
  waiting: number
  /** Given up, or refused for good. */
  failed: number
  /** When the first of those that wait is due. */
  nextAt: number | null
  /** Of the last try that came to nothing: what it answered, or a word of `FetchFaultKind`. */
  error: string | null
  failures: number
  failingSince: number | null
  lastOkAt: number | null
}

/** Hosts for which something waits or was given up, the worst first. */
export async function hostStates(db: Database, limit = 500): Promise<HostState[]> {
  const { rows } = await db.query(
    `SELECT queue.*, hosts.failures, hosts.failing_since, hosts.last_ok_at,
      (SELECT last_error FROM deliveries tried
        WHERE tried.host = queue.host AND tried.done_at IS NULL AND tried.last_error IS NOT NULL
        ORDER BY n DESC LIMIT 1) AS error
    FROM (SELECT host, sum(failed_at IS NULL) AS waiting, count(failed_at) AS failed,
        min(CASE WHEN failed_at IS NULL THEN next_at END) AS next_at
      FROM deliveries WHERE done_at IS NULL GROUP BY host) queue
    LEFT JOIN hosts ON hosts.host = queue.host
    ORDER BY failed DESC, waiting DESC, queue.host LIMIT ?`,
    [limit],
  )
  const number = (value: unknown): number | null =>
    value === null || value === undefined ? null : Number(value)
  return rows.map((row) => ({
    host: String(row['host']),
    waiting: number(row['waiting']) ?? 0,
    failed: number(row['failed']) ?? 0,
    nextAt: number(row['next_at']),
    error: row['error'] === null ? null : String(row['error']),
    failures: number(row['failures']) ?? 0,
    failingSince: number(row['failing_since']),
    lastOkAt: number(row['last_ok_at']),
  }))
}

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
