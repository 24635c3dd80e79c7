import { and, count, desc, eq, gte, isNotNull, isNull, sql, sum } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { entries } from '../../db/schema/entries.ts'
import { visits } from '../../db/schema/visits.ts'
import { local } from '../entries/store.ts'

export type VisitRow = typeof visits.$inferSelect

export async function visitById(db: Database, id: string): Promise<VisitRow | undefined> {
  const [row] = await db.read.select().from(visits).where(eq(visits.id, id))
  return row
}

/** Of one entry, whose addresses are confirmed: what waits first. */
export const visitsTo = (db: Database, entryN: number): Promise<(VisitRow & { by: string | null })[]> =>
  db.read
    .select({ visit: visits, by: users.name })
    .from(visits)
    .leftJoin(users, eq(users.id, visits.changedBy))
    .where(and(eq(visits.entryN, entryN), isNotNull(visits.confirmedAt)))
    .orderBy(desc(eq(visits.state, 'asked')), desc(visits.confirmedAt), desc(visits.n))
    .limit(200)
    .then((rows) => rows.map(({ visit, by }) => ({ ...visit, by })))

export interface VisitCounts {
  held: number
  pupils: number
  /** When the newest was declared. */
  declaredAt: number | null
}

/** What structures of this hub declared: of one entry, or of all. Null: nobody declared anything, which is not 0. */
export async function heldVisits(db: Database, entryN?: number): Promise<VisitCounts | null> {
  const [row] = await db.read
    .select({
      held: count(),
      pupils: sum(visits.heldPupils),
      declaredAt: sql<number | null>`max(${visits.declaredAt})`,
    })
    .from(visits)
    .innerJoin(entries, eq(entries.n, visits.entryN))
    .where(
      and(
        local(),
        eq(visits.state, 'held'),
        isNotNull(visits.heldOn),
        entryN === undefined ? undefined : eq(visits.entryN, entryN),
      ),
    )
  return row === undefined || row.held === 0
    ? null
    : { held: row.held, pupils: Number(row.pupils ?? 0), declaredAt: row.declaredAt }
}

/** How many wait for an answer. */
export const askedVisits = (db: Database, entryN: number): Promise<number> =>
  db.read.$count(
    visits,
    and(eq(visits.entryN, entryN), isNotNull(visits.confirmedAt), eq(visits.state, 'asked')),
  )

/** The same class of the same person, that is not answered for good: another letter would ask for nothing new. */
export async function openTwin(
  db: Database,
  entryN: number,
  { email, level }: Pick<VisitRow, 'email' | 'level'>,
): Promise<VisitRow | undefined> {
  const [row] = await db.read
    .select()
    .from(visits)
    .where(
      and(
        eq(visits.entryN, entryN),
        eq(visits.email, email),
        eq(visits.level, level),
        isNotNull(visits.confirmedAt),
        sql`${visits.state} in ('asked', 'accepted')`,
      ),
    )
  return row
}

/** The same form, sent a moment ago and not confirmed yet. */
export const waitingTwin = async (
  db: Database,
  entryN: number,
  asked: Pick<VisitRow, 'email' | 'school' | 'level' | 'pupils' | 'dates' | 'body'>,
  since: number,
): Promise<boolean> =>
  (await db.read.$count(
    visits,
    and(
      ...[eq(visits.entryN, entryN), eq(visits.email, asked.email), eq(visits.school, asked.school)],
      ...[eq(visits.level, asked.level), eq(visits.pupils, asked.pupils)],
      ...[eq(visits.dates, asked.dates), eq(visits.body, asked.body)],
      ...[isNull(visits.confirmedAt), gte(visits.createdAt, since)],
    ),
  )) > 0
