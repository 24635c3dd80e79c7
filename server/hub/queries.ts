import { and, count, isNull, lte, min } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { events } from '../../db/schema/entries.ts'
import { deliveries } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'

/** What waits, and for how many seconds the oldest of it has. */
interface Waiting {
  waiting: number
  oldest: number | null
}

export type Readiness =
  | {
      status: 'ready'
      database: 'ok'
      migrations: number
      queue: { events: Waiting; deliveries: Waiting }
    }
  | { status: 'unavailable'; database: 'unreadable' }

/** Can this hub work? What it knows is read, so that a database that cannot be read says so. */
export async function readiness(deps: Pick<Deps, 'db' | 'now' | 'log'>): Promise<Readiness> {
  const now = deps.now()
  try {
    return {
      status: 'ready',
      database: 'ok',
      migrations: await appliedMigrations(deps.db),
      queue: { events: await waitingEvents(deps.db, now), deliveries: await dueDeliveries(deps.db, now) },
    }
  } catch (error) {
    deps.log.error({ err: error }, 'the database cannot be read')
    return { status: 'unavailable', database: 'unreadable' }
  }
}

async function appliedMigrations(db: Database): Promise<number> {
  const { rows } = await db.query('SELECT count(*) FROM __drizzle_migrations')
  return Number(rows[0]?.[0] ?? 0)
}

async function waitingEvents(db: Database, now: number): Promise<Waiting> {
  const [row] = await db.read
    .select({ waiting: count(), since: min(events.createdAt) })
    .from(events)
    .where(isNull(events.doneAt))
  return waiting(row, now)
}

/** Those whose time has come: what waits for its next try is not late. */
async function dueDeliveries(db: Database, now: number): Promise<Waiting> {
  const [row] = await db.read
    .select({ waiting: count(), since: min(deliveries.nextAt) })
    .from(deliveries)
    .where(and(isNull(deliveries.doneAt), isNull(deliveries.failedAt), lte(deliveries.nextAt, now)))
  return waiting(row, now)
}

const waiting = (row: { waiting: number; since: number | null } | undefined, now: number): Waiting => ({
  waiting: row?.waiting ?? 0,
  oldest: row === undefined || row.since === null ? null : Math.round((now - row.since) / 1000),
})
