import { and, asc, eq, gte, inArray, isNotNull, or } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { decisions, reports } from '../../db/schema/moderation.ts'
import { tellOf, those } from './insert.ts'
import { again, readTo, type Source } from './source.ts'

// What came of moderation: for whoever wrote what it is about, and for whoever reported it and wanted to know.

/** What is decided of somebody's words, and told to them. */
const told = new Set([
  ...['comment-shown', 'comment-hidden', 'comment-deleted'],
  ...['picture-removed', 'entry-removed', 'topic-accepted', 'topic-refused'],
])

export const decided: Source = {
  name: 'decisions',
  newest: 'SELECT max(at) FROM decisions',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select()
      .from(decisions)
      .where(gte(decisions.at, after - again))
      .orderBy(asc(decisions.at), asc(decisions.id))
      .limit(limit)
    const about = rows.filter(({ action }) => told.has(action))
    const places = await placesOf(
      db,
      about.map(({ subjectId }) => subjectId),
    )
    const steps = about.flatMap(({ id, action, subjectId, by }) => {
      const { writer = null, ...place } = places.get(subjectId) ?? {}
      // Whoever decides about their own words knows.
      return writer === null || writer === by
        ? []
        : [
            tellOf(
              {
                ...{ topic: 'moderation', fact: `decision ${id}`, why: action, ...place },
                to: those([writer]),
              },
              now(),
            ),
          ]
    })
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.at) }
  },
}

export const answered: Source = {
  name: 'outcomes',
  newest: 'SELECT max(closed_at) FROM reports',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select()
      .from(reports)
      .where(and(isNotNull(reports.closedAt), gte(reports.closedAt, after - again)))
      .orderBy(asc(reports.closedAt), asc(reports.id))
      .limit(limit)
    const wanted = rows.filter(({ wishesOutcome }) => wishesOutcome)
    const places = await placesOf(
      db,
      wanted.map(({ subjectId }) => subjectId),
    )
    const steps = wanted.map(({ id, reporter, closedAt, closedBy, outcome, subjectId }) => {
      const { commentN = null, entryN = null } = places.get(subjectId) ?? {}
      // Opened again and closed anew, it has another outcome.
      const fact = `outcome ${id} ${closedAt}`
      const why = `report-${outcome ?? 'handled'}`
      return tellOf(
        { topic: 'moderation', fact, why, commentN, entryN, to: those([reporter]), not: closedBy },
        now(),
      )
    })
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.closedAt) }
  },
}

interface Place {
  writer: string | null
  commentN: number | null
  /** Null: what was decided on is an account. */
  entryN: number | null
}

/** Where what was decided on stands, by the name that moderation gives it: a path of ours, or a full id. */
async function placesOf(db: Database, subjects: readonly string[]): Promise<Map<string, Place>> {
  if (subjects.length === 0) return new Map()
  const ids = subjects.map((subject) => subject.replace('/ap/objects/', ''))
  const answers = await db.read
    .select({
      ...{ id: comments.id, apId: comments.apId, writer: comments.userId },
      ...{ n: comments.n, entryN: comments.entryN },
    })
    .from(comments)
    .where(or(inArray(comments.id, ids), inArray(comments.apId, [...subjects])))
  const whole = await db.read
    .select({ id: entries.id, apId: entries.apId, writer: entries.authorId, entryN: entries.n })
    .from(entries)
    .where(or(inArray(entries.id, ids), inArray(entries.apId, [...subjects])))
  const people = await db.read
    .select({ id: actors.id, writer: users.id })
    .from(actors)
    .innerJoin(users, eq(users.actorN, actors.n))
    .where(inArray(actors.id, [...subjects]))
  const named = ({ id, apId }: { id: string; apId: string | null }) => apId ?? `/ap/objects/${id}`
  return new Map<string, Place>([
    ...answers.map(
      (row) => [named(row), { writer: row.writer, commentN: row.n, entryN: row.entryN }] as const,
    ),
    ...people.map(({ id, writer }) => [id, { writer, commentN: null, entryN: null }] as const),
    ...whole.map((row) => [named(row), { writer: row.writer, commentN: null, entryN: row.entryN }] as const),
  ])
}
