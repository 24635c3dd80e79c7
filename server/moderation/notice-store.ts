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
 * One letter for each address that reported it and is open still, by this report or about this thing: before the reports
 * are closed, in the same change. Accounts are told elsewhere, and other servers get no letters.
 */
export function noticesOfReports({
  sort,
  now,
  id,
  thing,
}: {
  sort: string
  now: number
  id: string | null
  thing: { subject: string; subjectId: string } | undefined
}): Step {
  return {
    sql: `INSERT INTO notices (id, sort, reader, created_at)
          SELECT min(id), ?, reporter, ? FROM reports
          WHERE closed_at IS NULL AND instr(reporter, '@') > 0 AND instr(reporter, '://') = 0
            AND (id = ? OR (subject = ? AND subject_id = ?))
          GROUP BY reporter
          ON CONFLICT DO NOTHING`,
    args: [sort, now, id, thing?.subject ?? null, thing?.subjectId ?? null],
  }
}
