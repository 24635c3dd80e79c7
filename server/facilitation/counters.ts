import { isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { caseOutcomes, hoursSources, tallies } from '../../db/schema/facilitation.ts'

/** Below this, a number could point at somebody: it is said to be small, and no more. */
export const smallestShown = 5

/** How many, if that points at nobody; `few`: more than none, and not told. */
export type Counted = number | 'few'

export const counted = (count: number): Counted => (count > 0 && count < smallestShown ? 'few' : count)

export type Outcome = (typeof caseOutcomes)[number]
export type HoursSource = (typeof hoursSources)[number]

/** All that everybody may know of the desk's work; null: nobody has asked anything yet. */
export interface Counters {
  opened: Counted
  answered: Counted
  /** Days from confirmation to the first answer, half of them are quicker; null: too few to tell. */
  medianDays: number | null
  outcomes: { outcome: Outcome; count: Counted }[]
  lots: Counted
  hours: {
    declarations: Counted
    /** Null: too few declared for a sum to be nobody's own. */
    total: number | null
    by: { source: HoursSource; count: Counted }[]
    /** `2026-11`: of the last declaration. */
    until: string | null
  }
}

export async function counters(db: Database): Promise<Counters | null> {
  const [all] = await db.read
    .select({
      opened: sql<number>`count(*)`,
      answered: sql<number>`count(${tallies.answerHours})`,
      lots: sql<number>`coalesce(sum(${tallies.lots}), 0)`,
      declared: sql<number>`count(${tallies.hours})`,
      hours: sql<number>`coalesce(sum(${tallies.hours}), 0)`,
      until: sql<string | null>`max(${tallies.hoursMonth})`,
    })
    .from(tallies)
  if (all === undefined || all.opened === 0) return null
  const outcomes = await db.read
    .select({ outcome: tallies.outcome, count: sql<number>`count(*)` })
    .from(tallies)
    .where(isNotNull(tallies.outcome))
    .groupBy(tallies.outcome)
  const sources = await db.read
    .select({ source: tallies.hoursBy, count: sql<number>`count(*)` })
    .from(tallies)
    .where(isNotNull(tallies.hours))
    .groupBy(tallies.hoursBy)
  const enough = all.declared >= smallestShown
  return {
    opened: counted(all.opened),
    answered: counted(all.answered),
    medianDays: all.answered >= smallestShown ? await medianDays(db, all.answered) : null,
    outcomes: caseOutcomes.map((outcome) => ({
      outcome,
      count: counted(outcomes.find((row) => row.outcome === outcome)?.count ?? 0),
    })),
    lots: counted(all.lots),
    hours: {
      declarations: counted(all.declared),
      total: enough ? all.hours : null,
      by: hoursSources.map((source) => ({
        source,
        count: counted(sources.find((row) => row.source === source)?.count ?? 0),
      })),
      until: enough ? all.until : null,
    },
  }
}

async function medianDays(db: Database, answered: number): Promise<number> {
  const rows = await db.read
    .select({ hours: tallies.answerHours })
    .from(tallies)
    .where(isNotNull(tallies.answerHours))
    .orderBy(tallies.answerHours)
    .limit(2 - (answered % 2))
    .offset(Math.floor((answered - 1) / 2))
  const hours = rows.reduce((sum, row) => sum + (row.hours ?? 0), 0) / Math.max(1, rows.length)
  return Math.round((hours / 24) * 10) / 10
}
