import { activeModerators } from '../accounts/store.ts'
import { letter, send } from '../accounts/letters.ts'
import type { Deps } from '../deps.ts'
import { unlessConflict } from '../refusal.ts'
import { announceReports, hasNews } from './report-store.ts'

/** Between two letters, however many reports come: one is enough to make somebody look. */
export const quiet = 4 * 3_600_000

/**
 * Those who moderate are written to when a report waits that no letter spoke of yet. Housekeeping calls: neither a
 * visitor nor another server waits for a letter, and nobody can make two of them leave.
 */
export async function alertModerators(deps: Deps): Promise<void> {
  const { db, hub } = deps
  if (deps.mailer === null || !(await hasNews(db, deps.now() - quiet))) return
  const isFirst = await unlessConflict(() =>
    db.write(announceReports(db, { now: deps.now(), since: deps.now() - quiet })),
  )
  if (!isFirst) return
  const words = { hub: hub.settings.name, link: `${hub.origin}/moderation/signalements` }
  for (const one of await activeModerators(db)) await send(deps, letter('report', one, words))
}
