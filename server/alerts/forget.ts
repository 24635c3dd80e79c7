import type { Deps } from '../deps.ts'
import { confirmWithin } from './commands.ts'

/** How long an address is kept to which letters do not arrive, in days. */
export const pausedDays = 90

const day = 86_400_000

/** What nobody confirmed, and what nobody reads. */
export async function forgetAlerts({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const which = '(confirmed_at IS NULL AND created_at < ?) OR paused_at < ?'
  const args = [now() - confirmWithin, now() - pausedDays * day]
  const { rows } = await db.query(`SELECT EXISTS (SELECT 1 FROM alerts WHERE ${which})`, args)
  if (rows[0]?.[0] === 1) await db.write([{ sql: `DELETE FROM alerts WHERE ${which}`, args }])
}
