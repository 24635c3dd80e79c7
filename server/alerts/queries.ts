import { and, asc, desc, eq, gte, isNotNull, isNull, lte, min, ne, or } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { alerts } from '../../db/schema/alerts.ts'
import type { SavedSearch } from './search.ts'
import type { Locale } from '../../views/language.tsx'

export type AlertRow = typeof alerts.$inferSelect

/** A search, or the lots of an organisation. */
export type Wanted = SavedSearch & { organisationId: string }

export async function alertById(db: Database, id: string): Promise<AlertRow | undefined> {
  const [row] = await db.read.select().from(alerts).where(eq(alerts.id, id))
  return row
}

const same = (reader: string, { kind, query, organisationId }: Wanted) =>
  and(
    ...[eq(alerts.reader, reader), eq(alerts.kind, kind), eq(alerts.query, query)],
    eq(alerts.organisationId, organisationId),
  )

/** What this reader is told of already. */
export async function confirmedTwin(
  db: Database,
  reader: string,
  wanted: Wanted,
): Promise<AlertRow | undefined> {
  const [row] = await db.read
    .select()
    .from(alerts)
    .where(and(same(reader, wanted), isNotNull(alerts.confirmedAt)))
  return row
}

/** The same, asked for a moment ago and not confirmed yet. */
export const waitingTwin = async (
  db: Database,
  reader: string,
  wanted: Wanted,
  since: number,
): Promise<boolean> =>
  (await db.read.$count(
    alerts,
    and(same(reader, wanted), isNull(alerts.confirmedAt), gte(alerts.createdAt, since)),
  )) > 0

/** Of one reader, confirmed, the newest first. */
export const alertsOf = (db: Database, reader: string): Promise<AlertRow[]> =>
  db.read
    .select()
    .from(alerts)
    .where(and(eq(alerts.reader, reader), isNotNull(alerts.confirmedAt)))
    .orderBy(desc(alerts.n))
    .limit(100)

/** Of an account: its own, and those that its address had before. */
export const alertsOfAccount = (db: Database, account: { id: string; reader: string }): Promise<AlertRow[]> =>
  db.read
    .select()
    .from(alerts)
    .where(
      and(
        isNotNull(alerts.confirmedAt),
        or(eq(alerts.reader, account.id), eq(alerts.reader, account.reader)),
      ),
    )
    .orderBy(desc(alerts.n))
    .limit(200)

/** Whose letters are due, the longest first: two rhythms are two letters. */
export const dueReaders = (
  db: Database,
  now: number,
  limit: number,
): Promise<{ reader: string; rhythm: AlertRow['rhythm'] }[]> =>
  db.read
    .select({ reader: alerts.reader, rhythm: alerts.rhythm })
    .from(alerts)
    .where(and(awake, lte(alerts.dueAt, now)))
    .groupBy(alerts.reader, alerts.rhythm)
    .orderBy(asc(min(alerts.dueAt)))
    .limit(limit)

/** Nothing is written of what is kept without letters. */
const awake = and(isNotNull(alerts.confirmedAt), isNull(alerts.pausedAt), ne(alerts.rhythm, 'none'))

export interface DueAlert {
  alert: AlertRow
  /** Null: the account is closed. */
  to: { email: string; locale: Locale } | null
}

/** All that goes into one letter. */
export const dueAlerts = async (
  db: Database,
  { reader, rhythm }: { reader: string; rhythm: AlertRow['rhythm'] },
  now: number,
): Promise<DueAlert[]> => {
  const rows = await db.read
    .select({ alert: alerts, email: users.email, locale: users.locale, state: users.state })
    .from(alerts)
    .leftJoin(users, eq(users.id, alerts.userId))
    .where(and(awake, eq(alerts.reader, reader), eq(alerts.rhythm, rhythm), lte(alerts.dueAt, now)))
    .orderBy(asc(alerts.n))
    .limit(100)
  return rows.map(({ alert, email, locale, state }) => ({
    alert,
    to:
      alert.email !== null
        ? { email: alert.email, locale: alert.locale }
        : state === 'active' && email !== null && locale !== null
          ? { email, locale }
          : null,
  }))
}

/** When this reader's next letter of this rhythm leaves: another alert joins it. */
export async function nextLetter(
  db: Database,
  reader: string,
  rhythm: AlertRow['rhythm'],
): Promise<number | null> {
  const [row] = await db.read
    .select({ dueAt: min(alerts.dueAt) })
    .from(alerts)
    .where(and(awake, eq(alerts.reader, reader), eq(alerts.rhythm, rhythm)))
  return row?.dueAt ?? null
}
