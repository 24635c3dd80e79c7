import { asc, eq } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { notices } from '../../db/schema/moderation.ts'

// The SQL of letters that moderation owes.

export type NoticeRow = typeof notices.$inferSelect

const inOneRound = 50

export const insertNotice = (db: Database, row: typeof notices.$inferInsert): Step =>
  db.make.insert(notices).values(row).onConflictDoNothing()

export const waitingNotices = (db: Database): Promise<NoticeRow[]> =>
  db.read.select().from(notices).orderBy(asc(notices.createdAt)).limit(inOneRound)

/** False: somebody else was quicker. */
export async function dropNotice(db: Database, id: string): Promise<boolean> {
  const [dropped] = await db.write([db.make.delete(notices).where(eq(notices.id, id))])
  return dropped?.rowsAffected === 1
}

/**
 * One for each open report of this id, or about this thing, that a person sent who can be written to: before the
 * reports are closed, in the same change. Other servers get no letters.
 */
export function noticesOfReports(
  which: { sort: string; now: number } & ({ id: string } | { thing: { subject: string; subjectId: string } }),
): Step {
  const [where, args] =
    'id' in which
      ? ['id = ?', [which.id]]
      : ['subject = ? AND subject_id = ?', [which.thing.subject, which.thing.subjectId]]
  return {
    sql: `INSERT INTO notices (id, sort, reader, created_at)
          SELECT id, ?, reporter, ? FROM reports
          WHERE closed_at IS NULL AND reporter <> '' AND instr(reporter, '://') = 0 AND ${where}
          ON CONFLICT DO NOTHING`,
    args: [which.sort, which.now, ...args],
  }
}
