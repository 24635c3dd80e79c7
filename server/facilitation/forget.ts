import { and, asc, eq, isNotNull, or } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { cases } from '../../db/schema/facilitation.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { confirmWithin } from './ask.ts'
import { eventsOf } from './queries.ts'
import { eraseCases } from './store.ts'

/** How long a case is kept, in days: after it was closed, and after anything last happened to one that never was. */
export const keptDays = 365
export const longestDays = 730

const day = 86_400_000

/** What nobody confirmed, what was closed long ago, what everybody has left alone: the counters alone remain. */
export async function forgetCases({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const at = now()
  const which = '(confirmed_at IS NULL AND created_at < ?) OR closed_at < ? OR moved_at < ?'
  const args = [at - confirmWithin, at - keptDays * day, at - longestDays * day]
  const { rows } = await db.query(`SELECT EXISTS (SELECT 1 FROM facilitation_cases WHERE ${which})`, args)
  if (rows[0]?.[0] === 1) await db.write(eraseCases(which, args))
}

/** What this person asked goes with their account, also what they asked before they had one. */
export const farewell = ({ id, email }: Viewer): Step[] =>
  eraseCases('user_id = ? OR email = ?', [id, email.toLowerCase()])

/** What they asked and what was said to them and by them, for whoever takes their data along. */
export async function ownCases({ db }: Pick<Deps, 'db'>, { id, email }: Viewer) {
  const own = or(eq(cases.userId, id), eq(cases.email, email.toLowerCase()))
  const rows = await db.read
    .select()
    .from(cases)
    .where(and(own, isNotNull(cases.confirmedAt)))
    .orderBy(asc(cases.n))
  return Promise.all(
    rows.map(async ({ n, side, name, organisationName, subject, body, createdAt, outcome, hours }) => ({
      ...{ side, name, organisationName, subject, body, outcome, hours, createdAt: iso(createdAt) },
      exchange: (await eventsOf(db, n))
        .filter(({ act }) => act === 'answer' || act === 'reply')
        .map(({ desk, text, at }) => ({ desk, text, at: iso(at) })),
    })),
  )
}

const iso = (at: number): string => new Date(at).toISOString()
