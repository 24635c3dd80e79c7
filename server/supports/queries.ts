import { and, count, desc, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { supports } from '../../db/schema/supports.ts'

export type SupportRow = typeof supports.$inferSelect

export async function supportBy(db: Database, entryN: number, mark: string): Promise<SupportRow | undefined> {
  const [row] = await db.read
    .select()
    .from(supports)
    .where(and(eq(supports.entryN, entryN), eq(supports.mark, mark)))
  return row
}

/** By e-mail. What the fediverse likes is counted where it is received, and never added to this. */
export async function countSupports(db: Database, entryN: number): Promise<number> {
  const [row] = await db.read.select({ all: count() }).from(supports).where(eq(supports.entryN, entryN))
  return row?.all ?? 0
}

/** The newest first names of those who want theirs to be read. */
export const namesShown = (db: Database, entryN: number): Promise<{ n: number; name: string | null }[]> =>
  db.read
    .select({ n: supports.n, name: supports.name })
    .from(supports)
    .where(and(eq(supports.entryN, entryN), isNotNull(supports.name)))
    .orderBy(desc(supports.n))
    .limit(30)
