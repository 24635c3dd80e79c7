import type { Deps } from '../deps.ts'
import { sweepAttachments } from '../media/attachments.ts'
import { confirmWithin } from './commands.ts'
import { fileIds } from './queries.ts'

/** How long projects are kept, in days: after the decision, after a deadline that no decision followed, at the longest. */
export const keptDays = 180
export const undecidedDays = 730
/** What was begun and never submitted, after the deadline or after the last change. */
export const draftDays = 60

const day = 86_400_000

/** What nobody confirmed or submitted, what was decided long ago, what belongs to a call that was withdrawn. */
export async function forgetSubmissions(deps: Pick<Deps, 'config' | 'db' | 'now'>): Promise<void> {
  const { db, now } = deps
  const at = now()
  const which = `(confirmed_at IS NULL AND created_at < ?)
    OR (submitted_at IS NULL AND updated_at < ?)
    OR updated_at < ?
    OR entry_n IN (SELECT entry_n FROM call_decisions WHERE published_at < ?)
    OR entry_n IN (SELECT n FROM entries WHERE n IN (SELECT entry_n FROM submissions)
      AND (state = 'withdrawn' OR (submissions.submitted_at IS NULL AND coalesce(closed_at, closes_at) < ?)))`
  const args = [
    at - confirmWithin,
    at - draftDays * day,
    at - undecidedDays * day,
    at - keptDays * day,
    at - draftDays * day,
  ]
  const { rows } = await db.query(`SELECT EXISTS (SELECT 1 FROM submissions WHERE ${which})`, args)
  if (rows[0]?.[0] === 1) await db.write([{ sql: `DELETE FROM submissions WHERE ${which}`, args }])
  await sweepAttachments(deps, await fileIds(db))
}
