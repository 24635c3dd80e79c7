import { and, asc, count, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { guard, guardThat, type Database, type Statement, type Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { events } from '../../db/schema/entries.ts'
import { activities, deliveries } from '../../db/schema/federation.ts'
import { decisions, reports } from '../../db/schema/moderation.ts'

// The SQL of reports. Reads give rows; writes give the steps of one change.

export type ReportRow = typeof reports.$inferSelect

export const reportsOnPage = 20

/** The same form sent twice is one report. */
export const insertReport = (db: Database, row: typeof reports.$inferInsert): Step =>
  db.make.insert(reports).values(row).onConflictDoNothing()

/** Open ones oldest first, closed ones by when that was, the newest first. */
export const listReports = (
  db: Database,
  { closed, page }: { closed: boolean; page: number },
): Promise<ReportRow[]> =>
  db.read
    .select()
    .from(reports)
    .where(are(closed))
    .orderBy(...(closed ? [desc(reports.closedAt), desc(reports.createdAt)] : [asc(reports.createdAt)]))
    .limit(reportsOnPage)
    .offset((page - 1) * reportsOnPage)

export async function countReports(db: Database): Promise<{ open: number; closed: number }> {
  const counted = async (where: SQL | undefined): Promise<number> => {
    const [row] = await db.read.select({ n: count() }).from(reports).where(where)
    return row?.n ?? 0
  }
  return { open: await counted(are(false)), closed: await counted(are(true)) }
}

const are = (closed: boolean): SQL => (closed ? isNotNull(reports.closedAt) : isNull(reports.closedAt))

export async function reportById(db: Database, id: string): Promise<ReportRow | undefined> {
  const [row] = await db.read.select().from(reports).where(eq(reports.id, id))
  return row
}

interface Closing {
  closedAt: number
  closedBy: string
  outcome: string
}

/** Refused as a conflict if somebody else was quicker. */
export const closeReport = (db: Database, id: string, closing: Closing): Step[] => [
  db.make
    .update(reports)
    .set(closing)
    .where(and(eq(reports.id, id), isNull(reports.closedAt))),
  guard(),
]

/** What was decided about a thing answers everybody who reported it. */
export const closeReportsOf = (
  db: Database,
  { subject, subjectId }: Pick<ReportRow, 'subject' | 'subjectId'>,
  closing: Closing,
): Step =>
  db.make
    .update(reports)
    .set(closing)
    .where(and(eq(reports.subject, subject), eq(reports.subjectId, subjectId), isNull(reports.closedAt)))

export const openReport = (db: Database, id: string): Step[] => [
  db.make
    .update(reports)
    .set({ closedAt: null, closedBy: null, outcome: null })
    .where(and(eq(reports.id, id), isNotNull(reports.closedAt))),
  guard(),
]

/** Once: told again, the other server would have two. */
export const markForwarded = (
  db: Database,
  id: string,
  forwarded: { forwardedAt: number; forwardedTo: string; forwardId: string },
): Step[] => [
  db.make
    .update(reports)
    .set(forwarded)
    .where(and(eq(reports.id, id), isNull(reports.forwardedAt))),
  guard(),
]

/** A report waits that no letter spoke of, and none left since then. */
export const hasNews = async (db: Database, since: number): Promise<boolean> => {
  const news = newsSince(since)
  return (await db.query(news.sql, news.args)).rows[0]?.[0] === 1
}

/** Once, by whoever is first. */
export const announceReports = (db: Database, { now, since }: { now: number; since: number }): Step[] => [
  guardThat(newsSince(since)),
  db.make
    .update(reports)
    .set({ announcedAt: now })
    .where(and(isNull(reports.closedAt), isNull(reports.announcedAt))),
]

const newsSince = (since: number): Statement & { args: number[] } => ({
  sql: `SELECT EXISTS (SELECT 1 FROM reports WHERE closed_at IS NULL AND announced_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM reports WHERE announced_at > ?)`,
  args: [since],
})

/** Why each of these was closed, and by whom; a report that another one's decision closed has that decision's. */
export async function closingsOf(
  db: Database,
  rows: readonly ReportRow[],
): Promise<Map<string, { reason: string; byName: string | null }>> {
  const closed = rows.filter(({ closedAt }) => closedAt !== null)
  if (closed.length === 0) return new Map()
  const found = await db.read
    .select({ decision: decisions, name: users.name })
    .from(decisions)
    .leftJoin(users, eq(users.id, decisions.by))
    .where(
      inArray(
        decisions.subjectId,
        closed.map(({ subjectId }) => subjectId),
      ),
    )
    .orderBy(asc(decisions.id))
  const names = new Map(found.map(({ decision, name }) => [decision.by, name]))
  return new Map(
    closed.map((row) => {
      const own = found.findLast(
        ({ decision }) => decision.reportId === row.id && decision.at === row.closedAt,
      )
      const other = found.findLast(
        ({ decision }) => decision.subjectId === row.subjectId && decision.at === row.closedAt,
      )
      const by = row.closedBy ?? ''
      const byName = by === 'console' ? by : (names.get(by) ?? null)
      return [row.id, { reason: (own ?? other)?.decision.reason ?? '', byName }]
    }),
  )
}

export type Arrival = 'waiting' | 'delivered' | 'refused' | 'unsent' | 'past'

/** How long a delivery is remembered: `prune.ts` of the federation. */
const remembered = 30 * 86_400_000

/** What became of those that were passed on, by the activity that says them. */
export async function arrivalsOf(
  db: Database,
  rows: readonly ReportRow[],
  now: number,
): Promise<Map<string, Arrival>> {
  const ids = rows.flatMap(({ forwardId }) => forwardId ?? [])
  if (ids.length === 0) return new Map()
  const sent = await db.read
    .select({ id: activities.id, doneAt: deliveries.doneAt, failedAt: deliveries.failedAt })
    .from(activities)
    .innerJoin(deliveries, eq(deliveries.activityN, activities.n))
    .where(inArray(activities.id, ids))
  const waiting = await db.read
    .select({ id: events.activityId })
    .from(events)
    .where(and(isNull(events.doneAt), eq(events.type, 'report.forwarded')))
  const isWaiting = new Set(waiting.map(({ id }) => `/ap/activities/${id}`))
  return new Map(
    rows.flatMap(({ forwardId, forwardedAt }) => {
      if (forwardId === null || forwardedAt === null) return []
      const delivery = sent.find(({ id }) => id === forwardId)
      return [[forwardId, arrivalOf(delivery, isWaiting.has(forwardId), now - forwardedAt > remembered)]]
    }),
  )
}

function arrivalOf(
  delivery: { doneAt: number | null; failedAt: number | null } | undefined,
  isWaiting: boolean,
  isPast: boolean,
): Arrival {
  if (delivery === undefined) return isWaiting ? 'waiting' : isPast ? 'past' : 'unsent'
  if (delivery.doneAt !== null) return 'delivered'
  return delivery.failedAt === null ? 'waiting' : 'refused'
}
