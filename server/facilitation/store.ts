import { and, eq, isNotNull, type SQL } from 'drizzle-orm'
import { guard, type Database, type Statement, type Step } from '../../db/open.ts'
import { caseEvents, cases, tallies, type caseActs } from '../../db/schema/facilitation.ts'

// The pieces that every command on a case is put together from.

export type CaseRow = typeof cases.$inferSelect
export type CaseAct = (typeof caseActs)[number]

export interface Happening {
  act: CaseAct
  /** Whose account did it at the desk; null: whoever asked. */
  by: string | null
  at: number
  text?: string
  once?: string
  mails?: boolean
}

/** One line of the timeline. */
export const happens = (db: Database, caseN: number, { act, by, at, ...more }: Happening): Step =>
  db.make.insert(caseEvents).values({ caseN, act, desk: by !== null, byId: by, at, ...more })

/** Changes a confirmed case, if it still is as `still` says. */
export const change = (db: Database, caseN: number, changes: Partial<CaseRow>, still?: SQL): Step[] => [
  db.make
    .update(cases)
    .set(changes)
    .where(and(eq(cases.n, caseN), isNotNull(cases.confirmedAt), still)),
  guard(),
]

/** First counted when its writer has confirmed it. */
export const count = (db: Database, { n, side }: Pick<CaseRow, 'n' | 'side'>, now: number): Step =>
  db.make.insert(tallies).values({ caseN: n, side, month: new Date(now).toISOString().slice(0, 7) })

/** The counters as the case now is: last in whatever changes one. */
export const recount = (caseN: number): Statement => ({
  sql: `UPDATE facilitation_tallies SET
      answer_hours = (c.answered_at - c.confirmed_at) / 3600000,
      outcome = c.outcome, hours = c.hours, hours_by = c.hours_by, hours_month = substr(c.hours_on, 1, 7),
      lots = (SELECT count(*) FROM facilitation_links WHERE case_n = c.n AND sort = 'lot')
    FROM facilitation_cases c WHERE c.n = facilitation_tallies.case_n AND c.n = ?`,
  args: [caseN],
})

/** The case goes, with all that was said; its row of the counters stays, and is nobody's. */
export const eraseCases = (which: string, args: (string | number)[]): Statement[] => [
  {
    sql: `UPDATE facilitation_tallies SET outcome = 'abandoned' WHERE outcome IS NULL
      AND case_n IN (SELECT n FROM facilitation_cases WHERE ${which})`,
    args,
  },
  { sql: `DELETE FROM facilitation_cases WHERE ${which}`, args },
]
