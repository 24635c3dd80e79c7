import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { memberships, users } from '../../db/schema/accounts.ts'
import { checks } from '../../db/schema/checks.ts'
import { entries } from '../../db/schema/entries.ts'
import { userById, viewerOf } from '../accounts/store.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { mayPublish } from '../entries/entry.ts'
import { loadEntries, type Entry } from '../entries/load.ts'
import type { Envelope } from '../kinds/envelope.ts'
import { askAgainAfter, remindAfter } from './terms.ts'

export type CheckRow = typeof checks.$inferSelect

/** Of our own that are public and open: what should be asked about by this day. */
export const dueBy = `(SELECT entries.n FROM entries JOIN
    (SELECT entry_n, next_check FROM proposals UNION ALL SELECT entry_n, next_check FROM commitments) AS own
    ON own.entry_n = entries.n
  WHERE entries.origin_n IS NULL AND entries.state = 'published' AND own.next_check <= ?)`

/** What waits for its question. */
export const toAsk = ({ db }: Pick<Deps, 'db'>, day: string, now: number): Promise<number[]> =>
  numbers(
    db,
    `SELECT n FROM ${dueBy} AS due WHERE NOT EXISTS
      (SELECT 1 FROM checks WHERE entry_n = due.n AND closed_at IS NULL AND asked_at > ?) ORDER BY n LIMIT 100`,
    [day, now - askAgainAfter],
  )

/** Asked, and not answered for a fortnight. */
export const toRemind = ({ db }: Pick<Deps, 'db'>, now: number): Promise<number[]> =>
  numbers(
    db,
    'SELECT n FROM checks WHERE closed_at IS NULL AND reminded_at IS NULL AND asked_at <= ? ORDER BY n LIMIT 100',
    [now - remindAfter],
  )

/** All that is due, for those who look after it. */
export async function dueEntries(deps: Deps, day: string): Promise<Entry[]> {
  const found = await numbers(deps.db, `SELECT n FROM ${dueBy} AS due ORDER BY n LIMIT 200`, [day])
  return found.length === 0
    ? []
    : loadEntries(deps, { where: inArray(entries.n, found), orderBy: [asc(entries.n)], limit: found.length })
}

async function numbers(db: Database, query: string, args: (string | number)[]): Promise<number[]> {
  return (await db.query(query, args)).rows.map(({ n }) => Number(n))
}

export async function checkById(db: Database, id: string): Promise<CheckRow | undefined> {
  const [row] = await db.read.select().from(checks).where(eq(checks.id, id))
  return row
}

export async function checkOfRow(db: Database, n: number): Promise<CheckRow | undefined> {
  const [row] = await db.read.select().from(checks).where(eq(checks.n, n))
  return row
}

/** The question that waits for its answer; there is at most one. */
export async function openCheck(db: Database, entryN: number): Promise<CheckRow | undefined> {
  const [row] = await db.read
    .select()
    .from(checks)
    .where(and(eq(checks.entryN, entryN), isNull(checks.closedAt)))
  return row
}

/**
 * Who is asked about it: whoever wrote it, else who publishes for its organisation, else who publishes for the hub. It is
 * always somebody with an account who may change the page: their answer does, and no address has to be kept for it.
 */
export async function whoIsAsked(db: Database, envelope: Envelope): Promise<Viewer | null> {
  const rows = await db.read
    .select({ id: users.id, member: memberships.userId })
    .from(users)
    .leftJoin(
      memberships,
      and(
        eq(memberships.userId, users.id),
        eq(memberships.organisationId, envelope.organisationId ?? ''),
        eq(memberships.role, 'editor'),
      ),
    )
    .where(
      and(
        eq(users.state, 'active'),
        or(
          eq(users.id, envelope.authorId ?? ''),
          isNotNull(memberships.userId),
          inArray(users.role, ['editor', 'admin']),
        ),
      ),
    )
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(200)
  const rank = (row: (typeof rows)[number]): number =>
    row.id === envelope.authorId ? 0 : row.member !== null ? 1 : 2
  for (const { id } of rows.toSorted((a, b) => rank(a) - rank(b))) {
    const viewer = await answererOf(db, id, envelope)
    if (viewer !== null) return viewer
  }
  return null
}

/** This person, while their account is open and they may publish it. */
export async function answererOf(db: Database, userId: string, envelope: Envelope): Promise<Viewer | null> {
  const user = await userById(db, userId)
  if (user?.state !== 'active') return null
  const viewer = await viewerOf(db, user, null)
  return mayPublish(viewer, envelope) ? viewer : null
}
