import { and, asc, count, desc, eq, isNull, lt, ne } from 'drizzle-orm'
import { guard, type Database, type Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { comments } from '../../db/schema/entries.ts'
import { decisions, reports } from '../../db/schema/moderation.ts'
import { givenBack } from './given-back.ts'

// The SQL of moderation. Reads give rows; writes give the steps of one change.

export type ReportRow = typeof reports.$inferSelect

export const insertDecision = (db: Database, row: typeof decisions.$inferInsert): Step =>
  db.make.insert(decisions).values(row)

/** Newest first; `by` is a name, or null when the account is gone. */
export async function decisionsBefore(db: Database, before: string | undefined, limit: number) {
  const rows = await db.read
    .select({ decision: decisions, name: users.name })
    .from(decisions)
    .leftJoin(users, eq(users.id, decisions.by))
    .where(and(ne(decisions.action, givenBack), before === undefined ? undefined : lt(decisions.id, before)))
    // Ids are made in the order of time.
    .orderBy(desc(decisions.id))
    .limit(limit)
  return rows.map(({ decision, name }) => ({
    ...decision,
    byName: decision.by === 'console' ? 'console' : name,
  }))
}

/** The same form sent twice is one report. */
export const insertReport = (db: Database, row: typeof reports.$inferInsert): Step =>
  db.make.insert(reports).values(row).onConflictDoNothing()

export const openReports = (db: Database): Promise<ReportRow[]> =>
  db.read.select().from(reports).where(isNull(reports.closedAt)).orderBy(asc(reports.createdAt)).limit(100)

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

/** An object of ours that goes on under another id. */
export const renameSubject = (db: Database, from: string, to: string): Step[] => {
  const subjectId = `/ap/objects/${to}`
  const former = `/ap/objects/${from}`
  return [
    db.make.update(reports).set({ subjectId }).where(eq(reports.subjectId, former)),
    db.make.update(decisions).set({ subjectId }).where(eq(decisions.subjectId, former)),
  ]
}

/** How much waits for a moderator. */
export async function waiting(db: Database): Promise<{ comments: number; reports: number }> {
  const [held] = await db.read.select({ n: count() }).from(comments).where(eq(comments.state, 'held'))
  const [open] = await db.read.select({ n: count() }).from(reports).where(isNull(reports.closedAt))
  return { comments: held?.n ?? 0, reports: open?.n ?? 0 }
}
