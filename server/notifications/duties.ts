import { and, asc, eq, gt, gte, isNotNull, isNull } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { inquiries } from '../../db/schema/inquiries.ts'
import { messages } from '../../db/schema/messages.ts'
import { reports } from '../../db/schema/moderation.ts'
import { visits } from '../../db/schema/visits.ts'
import { dayOf } from '../kinds/checked.ts'
import { moderators } from './answers.ts'
import { tellOf } from './insert.ts'
import { again, readTo, type Reads, type Source } from './source.ts'

// What waits for somebody: reports and drafts for those whose role it is, letters for those who look after an entry. It
// is told of as long as it waits (`queries.ts`).

export const reported: Source = {
  name: 'reports',
  newest: 'SELECT max(created_at) FROM reports',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select({ id: reports.id, createdAt: reports.createdAt, reporter: reports.reporter })
      .from(reports)
      .where(gte(reports.createdAt, after - again))
      .orderBy(asc(reports.createdAt), asc(reports.id))
      .limit(limit)
    const steps = rows.map(({ id, reporter }) =>
      tellOf({ topic: 'duty', why: 'report', fact: `report ${id}`, to: moderators, not: reporter }, now()),
    )
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.createdAt) }
  },
}

export const inquired: Source = {
  name: 'inquiries',
  newest: 'SELECT max(confirmed_at) FROM inquiries',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select({
        ...{ id: inquiries.id, entryN: inquiries.entryN, confirmedAt: inquiries.confirmedAt },
        kind: entries.kind,
      })
      .from(inquiries)
      .innerJoin(entries, eq(entries.n, inquiries.entryN))
      .where(and(isNotNull(inquiries.confirmedAt), gte(inquiries.confirmedAt, after - again)))
      .orderBy(asc(inquiries.confirmedAt), asc(inquiries.n))
      .limit(limit)
    const steps = rows.map(({ id, entryN, confirmedAt, kind }) => {
      const about = { topic: 'request', entryN, to: lookingAfter(entryN) } as const
      const at = confirmedAt ?? 0
      return tellOf(
        // Applications are read one by one, those who come to an event are counted.
        kind === 'event'
          ? { ...about, why: 'registered', fact: `registered ${entryN} ${at}`, folds: at }
          : { ...about, why: 'inquiry', fact: `inquiry ${id}` },
        now(),
      )
    })
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.confirmedAt) }
  },
}

/** As `inquiries/queries.ts` writes to them: who wrote the entry, and who edits for its organisation. */
export const lookingAfter = (entryN: number) => ({
  sql: `SELECT author_id FROM entries WHERE n = ? UNION SELECT user_id FROM memberships
    WHERE role = 'editor' AND organisation_id = (SELECT organisation_id FROM entries WHERE n = ?)`,
  args: [entryN, entryN],
})

/** Schools that ask for a talk; what becomes of it is told by letters to both sides. */
export const visited: Source = {
  name: 'visits',
  newest: 'SELECT max(confirmed_at) FROM visits',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select({ id: visits.id, entryN: visits.entryN, confirmedAt: visits.confirmedAt })
      .from(visits)
      .where(and(isNotNull(visits.confirmedAt), gte(visits.confirmedAt, after - again)))
      .orderBy(asc(visits.confirmedAt), asc(visits.n))
      .limit(limit)
    const steps = rows.map(({ id, entryN }) =>
      tellOf(
        { topic: 'request', why: 'visit', fact: `visit ${id}`, entryN, to: lookingAfter(entryN) },
        now(),
      ),
    )
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.confirmedAt) }
  },
}

export const written: Source = {
  name: 'messages',
  newest: 'SELECT max(n) FROM messages',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select({ n: messages.n, id: messages.id })
      .from(messages)
      .where(gt(messages.n, after))
      .orderBy(asc(messages.n))
      .limit(limit)
    const to = { sql: `SELECT id FROM users WHERE role IN ('admin', 'editor', 'moderator')`, args: [] }
    const steps = rows.map(({ id }) =>
      tellOf({ topic: 'request', why: 'message', fact: `message ${id}`, to }, now()),
    )
    return { steps, read: rows.at(-1)?.n ?? null }
  },
}

/** Drafts that wait to be read over have no row of their own for it: their state is asked, and each revision told once. */
export async function tellOfReviews({ db, now }: Reads): Promise<Step[]> {
  const rows = await db.read
    .select({
      ...{ n: entries.n, revision: entries.revision, authorId: entries.authorId },
      organisationId: entries.organisationId,
    })
    .from(entries)
    .where(and(eq(entries.state, 'review'), isNull(entries.originN)))
    .orderBy(asc(entries.updatedAt))
    .limit(100)
  return rows.map(({ n, revision, authorId, organisationId }) =>
    tellOf(
      {
        ...{ topic: 'duty', why: 'review', fact: `review ${n} ${revision}`, entryN: n, not: authorId },
        to: {
          sql: `SELECT id FROM users WHERE role IN ('admin', 'editor') UNION SELECT user_id FROM memberships
            WHERE role = 'editor' AND organisation_id = ?`,
          args: [organisationId],
        },
      },
      now(),
    ),
  )
}

/**
 * The day has come to say what became of a proposal or a commitment: told also where no letter can ask (`checks`). Put
 * off, it is another day, and told then.
 */
export async function tellOfChecks({ db, now }: Reads): Promise<Step[]> {
  const { rows } = await db.query(
    `SELECT entries.n, own.next_check FROM entries JOIN
      (SELECT entry_n, next_check FROM proposals UNION ALL SELECT entry_n, next_check FROM commitments) AS own
      ON own.entry_n = entries.n
    WHERE entries.origin_n IS NULL AND entries.state = 'published' AND own.next_check <= ? AND NOT EXISTS
      (SELECT 1 FROM notifications WHERE entry_n = entries.n AND fact = 'check ' || entries.n || ' ' || own.next_check)
    ORDER BY entries.n LIMIT 100`,
    [dayOf(now())],
  )
  return rows.map((row) => {
    const entryN = Number(row['n'])
    const fact = `check ${entryN} ${String(row['next_check'])}`
    return tellOf({ topic: 'duty', why: 'check', fact, entryN, to: lookingAfter(entryN) }, now())
  })
}
