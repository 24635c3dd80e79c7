import type { Statement, Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { kinds } from '../kinds/index.ts'
import { unannounced } from './forum-events.ts'
import { listed, takenBack } from './taken-back.ts'

// Erasing what others brought, said in SQL: whatever arrives until the command runs goes with the rest.

const theirs = (whose: Statement): Statement => ({
  sql: `origin_n IN (${whose.sql})`,
  args: whose.args,
})

const brought = (whose: Statement): Statement => ({
  sql: `origin_n IS NOT NULL AND via_n IN (${whose.sql})`,
  args: whose.args,
})

/**
 * Erases whole what actors published, and what came here on their word. `whose` is a query for their `n`.
 * `final`: their own entries never come back; else a later visit may bring them again. What our members answered to
 * them goes along, here and elsewhere.
 */
export const forgetEntries = (
  deps: Pick<Deps, 'newId'>,
  whose: Statement,
  final: boolean,
  now: number,
): Step[] => [
  ...(final ? [stones(theirs(whose), true, now)] : []),
  ...forget(deps, either(theirs(whose), brought(whose)), now, whose),
]

/** What is here on their word alone, which counts no more: its authors may say it again, and others bring it. */
export const forgetBrought = (deps: Pick<Deps, 'newId'>, whose: Statement, now: number): Step[] =>
  forget(deps, brought(whose), now)

function forget(deps: Pick<Deps, 'newId'>, gone: Statement, now: number, except?: Statement): Step[] {
  const those = { sql: `SELECT n FROM entries WHERE ${gone.sql}`, args: gone.args }
  const answers = { sql: `SELECT n FROM comments WHERE entry_n IN (${those.sql})`, args: gone.args }
  return [
    ...takenBack(deps, answers, now, except),
    unannounced(deps, those, now),
    { sql: `DELETE FROM entries_search WHERE rowid IN (${those.sql})`, args: gone.args },
    stones(gone, false, now),
    pictures(gone),
    { sql: `DELETE FROM entries WHERE ${gone.sql}`, args: gone.args },
  ]
}

const either = (one: Statement, other: Statement): Statement => ({
  sql: `(${one.sql}) OR (${other.sql})`,
  args: [...listed(one), ...listed(other)],
})

/** Addresses of pictures that nothing else shows: without its row no thumbnail is served. */
const pictures = (which: Statement): Statement => ({
  sql: `DELETE FROM media WHERE source_url IS NOT NULL AND id IN (SELECT image_id FROM entries WHERE ${which.sql})
    AND NOT EXISTS (SELECT 1 FROM entries WHERE image_id = media.id AND (${which.sql}) IS NOT 1)`,
  args: [...listed(which), ...listed(which)],
})

/** Their names stay, so that their addresses answer 410. */
const stones = (which: Statement, final: boolean, now: number): Statement => ({
  sql: `INSERT OR IGNORE INTO tombstones (id, path, former_type, final, deleted_at)
    SELECT coalesce(ap_id, id), CASE kind ${kinds.map(() => 'WHEN ? THEN ?').join(' ')} ELSE '' END || '/' || slug, kind, ?, ?
    FROM entries WHERE ${which.sql}`,
  args: [...kinds.flatMap(({ name, path }) => [name, path]), final ? 1 : 0, now, ...listed(which)],
})
