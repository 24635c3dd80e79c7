import type { Deps } from '../deps.ts'
import { confirmWithin } from './commands.ts'

/** How long personal data is kept, in days: after it was handled or the listing was over, and in any case. */
export const keptDays = 90
export const longestDays = 365

const day = 86_400_000

/** What nobody confirmed, what was handled long ago, what is about something long over or withdrawn. */
export async function forgetInquiries({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const at = now()
  const old = at - keptDays * day
  const which = `(confirmed_at IS NULL AND created_at < ?) OR handled_at < ? OR created_at < ?
    OR entry_n IN (SELECT n FROM entries WHERE n IN (SELECT entry_n FROM inquiries)
      AND ((state = 'withdrawn' AND ((told IS NULL AND waiting_since IS NULL) OR told = 'cancelled' OR updated_at < ?))
        OR closed_at < ? OR closes_at < ?))`
  // Who has a place at an event that is withdrawn, or waits for one, is told so first; but not kept for a relay that never comes back.
  const args = [at - confirmWithin, old, at - longestDays * day, at - 7 * day, old, old]
  const { rows } = await db.query(`SELECT EXISTS (SELECT 1 FROM inquiries WHERE ${which})`, args)
  if (rows[0]?.[0] === 1) await db.write([{ sql: `DELETE FROM inquiries WHERE ${which}`, args }])
}
