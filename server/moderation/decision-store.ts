import { and, asc, desc, eq, gte, inArray, lt, max, ne } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { decisions } from '../../db/schema/moderation.ts'
import { givenBack } from './given-back.ts'

// The SQL of decisions: they are written once, and never changed.

export type DecisionRow = typeof decisions.$inferSelect

export const insertDecision = (db: Database, row: typeof decisions.$inferInsert): Step =>
  db.make.insert(decisions).values(row)

export interface DecisionFilter {
  /** An account's id, or `console`. */
  by: string | null
  action: string | null
  /** Moments: from the first on, before the second. */
  from: number | null
  until: number | null
  /** Older than this one. */
  before: string | undefined
}

/** Newest first; `byName` is null when the account is gone. A draft given back is its author's own affair. */
export async function listDecisions(db: Database, filter: DecisionFilter, limit: number) {
  const { by, action, from, until, before } = filter
  const rows = await db.read
    .select({ decision: decisions, name: users.name, role: users.role })
    .from(decisions)
    .leftJoin(users, eq(users.id, decisions.by))
    .where(
      and(
        ne(decisions.action, givenBack),
        by === null ? undefined : eq(decisions.by, by),
        action === null ? undefined : eq(decisions.action, action),
        from === null ? undefined : gte(decisions.at, from),
        until === null ? undefined : lt(decisions.at, until),
        before === undefined ? undefined : lt(decisions.id, before),
      ),
    )
    // Ids are made in the order of time.
    .orderBy(desc(decisions.id))
    .limit(limit)
  return rows.map(({ decision, name, role }) => ({
    ...decision,
    byName: decision.by === 'console' ? 'console' : name,
    byRole: role,
  }))
}

export async function decisionById(db: Database, id: string): Promise<DecisionRow | undefined> {
  const [row] = await db.read.select().from(decisions).where(eq(decisions.id, id))
  return row
}

/** The newest of a kind about a subject, or of a report: what a later one takes back. */
export async function lastDecision(
  db: Database,
  action: string,
  about: { subjectId: string } | { reportId: string },
): Promise<DecisionRow | undefined> {
  const where =
    'reportId' in about ? eq(decisions.reportId, about.reportId) : eq(decisions.subjectId, about.subjectId)
  const [row] = await db.read
    .select()
    .from(decisions)
    .where(and(where, eq(decisions.action, action)))
    .orderBy(desc(decisions.id))
    .limit(1)
  return row
}

/** Which of these were taken back, by which decision and when. */
export async function undoingsOf(db: Database, ids: readonly string[]): Promise<Map<string, { at: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.read
    .select({ undoes: decisions.undoes, at: decisions.at })
    .from(decisions)
    .where(inArray(decisions.undoes, [...ids]))
    .orderBy(asc(decisions.id))
  return new Map(rows.flatMap(({ undoes, at }) => (undoes === null ? [] : [[undoes, { at }]])))
}

/** Those of these that nothing was decided after: of an answer, shown or hidden; of a report, closed. */
export async function standingOf(db: Database, rows: readonly DecisionRow[]): Promise<Set<string>> {
  const ofAnswers = rows.filter(({ action }) => settling.includes(action)).map((row) => row.subjectId)
  const ofReports = rows.flatMap((row) => (row.action === 'report-closed' ? (row.reportId ?? []) : []))
  const newest = max(decisions.id)
  const found = [
    ...(await db.read
      .select({ id: newest })
      .from(decisions)
      .where(and(inArray(decisions.subjectId, ofAnswers), inArray(decisions.action, settling)))
      .groupBy(decisions.subjectId)),
    ...(await db.read
      .select({ id: newest })
      .from(decisions)
      .where(and(inArray(decisions.reportId, ofReports), eq(decisions.action, 'report-closed')))
      .groupBy(decisions.reportId)),
  ]
  return new Set(found.flatMap(({ id }) => id ?? []))
}

const settling = ['comment-shown', 'comment-hidden', 'comment-deleted']

/** Who has decided something, for those who look for it. */
export async function deciders(db: Database): Promise<{ id: string; name: string | null }[]> {
  return db.read
    .selectDistinct({ id: decisions.by, name: users.name })
    .from(decisions)
    .leftJoin(users, eq(users.id, decisions.by))
    .where(ne(decisions.action, givenBack))
    .orderBy(asc(users.name), asc(decisions.by))
    .limit(200)
}

export interface LoggedRow extends Pick<
  DecisionRow,
  'action' | 'subject' | 'subjectId' | 'publicReason' | 'at'
> {
  /** Of the account that decided; null: it is gone, or it was the command line. */
  byRole: (typeof users.$inferSelect)['role'] | null
  undone: boolean
}

/** Of what everybody may read; nothing else of a row leaves here. */
export async function loggedDecisions(
  db: Database,
  actions: readonly string[],
  limit: number,
  offset: number,
): Promise<LoggedRow[]> {
  const { id, action, subject, subjectId, publicReason, at } = decisions
  const rows = await db.read
    .select({ id, action, subject, subjectId, publicReason, at, byRole: users.role })
    .from(decisions)
    .leftJoin(users, eq(users.id, decisions.by))
    .where(inArray(decisions.action, [...actions]))
    .orderBy(desc(decisions.id))
    .limit(limit)
    .offset(offset)
  const undone = await undoingsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map(({ id: own, ...row }) => ({ ...row, undone: undone.has(own) }))
}

export const countLogged = (db: Database, actions: readonly string[]): Promise<number> =>
  db.read.$count(decisions, inArray(decisions.action, [...actions]))
