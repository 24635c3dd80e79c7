import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import {
  callDecisions,
  jurors,
  juryInvitations,
  submissionFiles,
  submissions,
  verdicts,
} from '../../db/schema/submissions.ts'

export type SubmissionRow = typeof submissions.$inferSelect
export type FileRow = typeof submissionFiles.$inferSelect
export type JurorRow = typeof jurors.$inferSelect
export type VerdictRow = typeof verdicts.$inferSelect
export type DecisionRow = typeof callDecisions.$inferSelect

export async function submissionById(db: Database, id: string): Promise<SubmissionRow | undefined> {
  const [row] = await db.read.select().from(submissions).where(eq(submissions.id, id))
  return row
}

/** Of one call, what its jury judges, by arrival. */
export const submittedTo = (db: Database, entryN: number): Promise<SubmissionRow[]> =>
  db.read
    .select()
    .from(submissions)
    .where(and(eq(submissions.entryN, entryN), isNotNull(submissions.submittedAt)))
    .orderBy(asc(submissions.submittedAt), asc(submissions.n))

/** How many were submitted, and how many are still being written. */
export async function submissionCounts(
  db: Database,
  entryN: number,
): Promise<{ submitted: number; drafts: number }> {
  const [row] = await db.read
    .select({ all: count(), submitted: count(submissions.submittedAt) })
    .from(submissions)
    .where(and(eq(submissions.entryN, entryN), isNotNull(submissions.confirmedAt)))
  const submitted = row?.submitted ?? 0
  return { submitted, drafts: (row?.all ?? 0) - submitted }
}

export const filesOf = (db: Database, submissionN: number): Promise<FileRow[]> =>
  db.read
    .select()
    .from(submissionFiles)
    .where(eq(submissionFiles.submissionN, submissionN))
    .orderBy(asc(submissionFiles.createdAt), asc(submissionFiles.id))

/** A file of this very project: the id of another's says nothing. */
export async function fileOf(db: Database, submissionN: number, id: string): Promise<FileRow | undefined> {
  const [row] = await db.read
    .select()
    .from(submissionFiles)
    .where(and(eq(submissionFiles.id, id), eq(submissionFiles.submissionN, submissionN)))
  return row
}

export async function fileIds(db: Database): Promise<Set<string>> {
  const rows = await db.read.select({ id: submissionFiles.id }).from(submissionFiles)
  return new Set(rows.map(({ id }) => id))
}

export interface Juror extends JurorRow {
  name: string
  email: string
}

export const juryOf = async (db: Database, entryN: number): Promise<Juror[]> => {
  const rows = await db.read
    .select({ juror: jurors, name: users.name, email: users.email })
    .from(jurors)
    .innerJoin(users, eq(users.id, jurors.userId))
    .where(and(eq(jurors.entryN, entryN), eq(users.state, 'active')))
    .orderBy(asc(jurors.addedAt), asc(jurors.id))
  return rows.map(({ juror, ...rest }) => ({ ...juror, ...rest }))
}

/** Their seat in this very jury. */
export async function seatOf(db: Database, entryN: number, userId: string): Promise<JurorRow | undefined> {
  const [row] = await db.read
    .select()
    .from(jurors)
    .where(and(eq(jurors.entryN, entryN), eq(jurors.userId, userId)))
  return row
}

export const openInvitations = (db: Database, entryN: number, since: number) =>
  db.read
    .select()
    .from(juryInvitations)
    .where(
      and(
        eq(juryInvitations.entryN, entryN),
        isNull(juryInvitations.usedAt),
        sql`${juryInvitations.createdAt} >= ${since}`,
      ),
    )
    .orderBy(asc(juryInvitations.createdAt))

export async function invitationById(db: Database, id: string) {
  const [row] = await db.read.select().from(juryInvitations).where(eq(juryInvitations.id, id))
  return row
}

/** All that was said of the projects of one call, with who said it. */
export const verdictsOn = (db: Database, submissionNs: readonly number[]): Promise<VerdictRow[]> =>
  submissionNs.length === 0
    ? Promise.resolve([])
    : db.read
        .select()
        .from(verdicts)
        .where(inArray(verdicts.submissionN, [...submissionNs]))
        .orderBy(asc(verdicts.at))

export async function decisionOf(db: Database, entryN: number): Promise<DecisionRow | undefined> {
  const [row] = await db.read.select().from(callDecisions).where(eq(callDecisions.entryN, entryN))
  return row
}
