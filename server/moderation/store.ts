import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { decisions, reports } from '../../db/schema/moderation.ts'
import { quotations } from '../../db/schema/quotations.ts'
import { conversations } from '../entries/topics.ts'

// The SQL of moderation that is neither of reports, decisions nor blocks.

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
export async function waiting(
  db: Database,
): Promise<{ comments: number; topics: number; reports: number; quotations: number }> {
  const [held] = await db.read.select({ n: count() }).from(comments).where(eq(comments.state, 'held'))
  const topics = await db.read.$count(
    entries,
    and(eq(entries.state, 'review'), inArray(entries.kind, [...conversations])),
  )
  const [open] = await db.read.select({ n: count() }).from(reports).where(isNull(reports.closedAt))
  const quoting = await db.read.$count(quotations, eq(quotations.state, 'held'))
  return { comments: held?.n ?? 0, topics, reports: open?.n ?? 0, quotations: quoting }
}
