import { and, asc, gte, isNotNull } from 'drizzle-orm'
import { callDecisions, jurors, submissions } from '../../db/schema/submissions.ts'
import { lookingAfter } from './duties.ts'
import { tellOf } from './insert.ts'
import { again, readTo, type Source } from './source.ts'

// Calls for projects: what is submitted, for those who publish the call; a seat in its jury; and what was decided.

export const submitted: Source = {
  name: 'submissions',
  newest: 'SELECT max(submitted_at) FROM submissions',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select({ entryN: submissions.entryN, at: submissions.submittedAt })
      .from(submissions)
      .where(and(isNotNull(submissions.submittedAt), gte(submissions.submittedAt, after - again)))
      .orderBy(asc(submissions.submittedAt), asc(submissions.n))
      .limit(limit)
    const steps = rows.map(({ entryN, at }) => {
      const fact = `submitted ${entryN} ${at ?? 0}`
      return tellOf(
        {
          ...{ topic: 'project', why: 'submitted', fact, entryN },
          ...{ to: lookingAfter(entryN), folds: at ?? 0 },
        },
        now(),
      )
    })
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.at) }
  },
}

/** Named to a jury. Whoever took a seat by a link knows: its use and the seat bear the same moment. */
export const seated: Source = {
  name: 'jurors',
  newest: 'SELECT max(added_at) FROM jurors',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select()
      .from(jurors)
      .where(gte(jurors.addedAt, after - again))
      .orderBy(asc(jurors.addedAt), asc(jurors.id))
      .limit(limit)
    const steps = rows.map(({ id, entryN, userId, addedAt }) =>
      tellOf(
        {
          ...{ topic: 'project', why: 'juror', fact: `juror ${id}`, entryN },
          to: {
            sql: `SELECT ? WHERE NOT EXISTS (SELECT 1 FROM jury_invitations WHERE entry_n = ? AND used_at = ?)`,
            args: [userId, entryN, addedAt],
          },
        },
        now(),
      ),
    )
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.addedAt) }
  },
}

/** To members who submitted, who get a letter of their own, and to the jury. */
export const judged: Source = {
  name: 'call-decisions',
  newest: 'SELECT max(published_at) FROM call_decisions',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select({ entryN: callDecisions.entryN, at: callDecisions.publishedAt })
      .from(callDecisions)
      .where(and(isNotNull(callDecisions.publishedAt), gte(callDecisions.publishedAt, after - again)))
      .orderBy(asc(callDecisions.publishedAt), asc(callDecisions.entryN))
      .limit(limit)
    const steps = rows.flatMap(({ entryN }) => {
      const about = { topic: 'project', why: 'decided', fact: `decided ${entryN}`, entryN } as const
      const submitters = {
        sql: 'SELECT user_id FROM submissions WHERE entry_n = ? AND submitted_at IS NOT NULL',
        args: [entryN],
      }
      const jury = { sql: 'SELECT user_id FROM jurors WHERE entry_n = ?', args: [entryN] }
      return [
        tellOf({ ...about, to: submitters, ownLetter: true }, now()),
        tellOf({ ...about, to: jury }, now()),
      ]
    })
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.at) }
  },
}
