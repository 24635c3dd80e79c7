import { desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { registerFindings } from '../../db/schema/registers.ts'
import { listOf } from '../kinds/received.ts'

export type Finding = typeof registerFindings.$inferSelect

/** All that was recorded about one organisation, the newest day first, with the name of who did it while they are here. */
export const findingsOf = (db: Database, entryN: number): Promise<(Finding & { by: string | null })[]> =>
  db.read
    .select({ finding: registerFindings, by: users.name })
    .from(registerFindings)
    .leftJoin(users, eq(users.id, registerFindings.recordedBy))
    .where(eq(registerFindings.entryN, entryN))
    .orderBy(desc(registerFindings.foundOn), desc(registerFindings.n))
    .limit(50)
    .then((rows) => rows.map(({ finding, by }) => ({ ...finding, by })))

/** The newest one that is about a number which the organisation still gives. */
export async function standingFinding(
  db: Database,
  entryN: number,
  fields: Readonly<Record<string, unknown>>,
): Promise<Finding | null> {
  const numbers = numbersIn(fields)
  return (await findingsOf(db, entryN)).find(({ number }) => numbers.includes(number)) ?? null
}

/** What may be looked up: its own numbers, well formed or not. */
export const numbersIn = (fields: Readonly<Record<string, unknown>>): string[] =>
  ['siren', 'siret', 'rna'].flatMap((name) =>
    listOf(fields[name]).filter((number) => typeof number === 'string'),
  )
