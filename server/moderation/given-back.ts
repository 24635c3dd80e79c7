import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { decisions } from '../../db/schema/moderation.ts'

/** A draft given back is its author's and its editors' own affair: recorded beside, and shown with it alone. */
export const givenBack = 'entry-given-back'

export async function lastGivenBack(
  db: Database,
  subjectId: string,
): Promise<{ reason: string; byName: string | null; at: number } | undefined> {
  const [row] = await db.read
    .select({ reason: decisions.reason, byName: users.name, at: decisions.at })
    .from(decisions)
    .leftJoin(users, eq(users.id, decisions.by))
    .where(and(eq(decisions.action, givenBack), eq(decisions.subjectId, subjectId)))
    .orderBy(desc(decisions.id))
    .limit(1)
  return row
}
