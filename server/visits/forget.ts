import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { visits } from '../../db/schema/visits.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { confirmWithin } from './commands.ts'
import type { VisitRow } from './queries.ts'

/** How long personal data is kept, in days: after the visit was held, refused or cancelled, and in any case. */
export const keptDays = 90
export const longestDays = 365

const day = 86_400_000

/**
 * What nobody confirmed goes. Of the rest, who asked is forgotten after its term; that a visit was held, and for how
 * many, stays, with nobody's name.
 */
export async function forgetVisits({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const at = now()
  const old = at - keptDays * day
  const unconfirmed = 'confirmed_at IS NULL AND created_at < ?'
  const ended = `forgotten_at IS NULL AND confirmed_at IS NOT NULL AND (
    (state IN ('held', 'refused', 'cancelled') AND changed_at < ?) OR created_at < ?
    OR entry_n IN (SELECT n FROM entries WHERE state = 'withdrawn'))`
  const args = [at - confirmWithin, old, at - longestDays * day]
  const { rows } = await db.query(
    `SELECT EXISTS (SELECT 1 FROM visits WHERE (${unconfirmed}) OR (${ended}))`,
    args,
  )
  if (rows[0]?.[0] !== 1) return
  await db.write([
    { sql: `DELETE FROM visits WHERE ${unconfirmed}`, args: args.slice(0, 1) },
    // What was never held leaves no trace at all.
    { sql: `DELETE FROM visits WHERE state <> 'held' AND ${ended}`, args: args.slice(1) },
    {
      sql: `UPDATE visits SET school = '', name = '', email = '', place_code = '', place_label = '', dates = '',
        body = '', note = '', forgotten_at = ? WHERE ${ended}`,
      args: [at, ...args.slice(1)],
    },
  ])
}

/**
 * Its writer has it erased: before it was sent, or once it is over. Of what was held the day and the number stay, with
 * nobody's name; what the structure still waits for is cancelled first, so that it hears of it.
 */
export async function eraseVisit({ db, now }: Pick<Deps, 'db' | 'now'>, visit: VisitRow): Promise<void> {
  if (visit.confirmedAt !== null && (visit.state === 'asked' || visit.state === 'accepted'))
    throw new Refusal('conflict', 'Cancel it first: the structure waits for it.')
  const over = or(isNull(visits.confirmedAt), inArray(visits.state, ['refused', 'cancelled']))
  const nobody = {
    school: '',
    name: '',
    email: '',
    placeCode: '',
    placeLabel: '',
    dates: '',
    body: '',
    note: '',
  }
  await db.write([
    db.make.delete(visits).where(and(eq(visits.id, visit.id), over)),
    db.make
      .update(visits)
      .set({ ...nobody, forgottenAt: now() })
      .where(and(eq(visits.id, visit.id), eq(visits.state, 'held'))),
  ])
}
