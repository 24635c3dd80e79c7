import { inArray } from 'drizzle-orm'
import type { Database, Statement, Step } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { loadEntries, type Entry } from '../entries/load.ts'
import { listed } from '../entries/taken-back.ts'
import { isAside } from './standing.ts'

// What is kept here of those who were set aside: nothing of it is lost, and nothing of it is shown.

/** Why an answer is hidden, or waits: its author, not its words. */
const heldForSilence = 'silence'

/**
 * Hides or shows again what these actors brought, as blocks and the chosen hosts now have it. Said in SQL: whatever
 * arrives until the command runs is settled with the rest. What moderators decided about single answers stays so.
 */
export function settled(whose: Statement): Step[] {
  const args = listed(whose)
  const theirs = `origin_n IS NOT NULL AND (origin_n IN (${whose.sql}) OR via_n IN (${whose.sql}))`
  // An entry may be brought by another than who wrote it: both count. Asked of what is here alone, not of all whom we know.
  const isHeld = `EXISTS (SELECT 1 FROM actors WHERE n IN (entries.origin_n, entries.via_n) AND ${isAside('actors')})`
  const isSilent = `EXISTS (SELECT 1 FROM actors WHERE n = comments.actor_n AND ${isAside('actors')})`
  return [
    {
      sql: `UPDATE entries SET state_at_home = state, state = 'hidden'
        WHERE state IN ('published', 'closed') AND ${theirs} AND ${isHeld}`,
      args: [...args, ...args],
    },
    {
      sql: `UPDATE entries SET state = coalesce(state_at_home, 'published'), state_at_home = NULL
        WHERE state = 'hidden' AND ${theirs} AND NOT ${isHeld}`,
      args: [...args, ...args],
    },
    {
      sql: `UPDATE comments SET state = 'hidden', held_for = '${heldForSilence}'
        WHERE state = 'shown' AND actor_n IN (${whose.sql}) AND ${isSilent}`,
      args,
    },
    {
      sql: `UPDATE quotations SET state = 'held' WHERE state = 'shown' AND actor_n IN (${whose.sql})
        AND EXISTS (SELECT 1 FROM actors WHERE n = quotations.actor_n AND ${isAside('actors')})`,
      args,
    },
    {
      sql: `UPDATE comments SET state = 'shown', held_for = NULL
        WHERE state = 'hidden' AND held_for = '${heldForSilence}' AND actor_n IN (${whose.sql}) AND NOT ${isSilent}`,
      args,
    },
  ]
}

export const asideOnPage = 20

/** A page of what these actors brought and nobody is shown, newest first, and whether there is another. */
export async function asideEntries(
  reads: { db: Database; hub: { origin: string } },
  whose: Statement,
  page: number,
): Promise<{ entries: Entry[]; more: boolean }> {
  const { rows } = await reads.db.query(
    `SELECT n FROM entries WHERE state = 'hidden' AND (origin_n IN (${whose.sql}) OR via_n IN (${whose.sql}))
      ORDER BY published_at DESC, n DESC LIMIT ? OFFSET ?`,
    [...listed(whose), ...listed(whose), asideOnPage + 1, (page - 1) * asideOnPage],
  )
  const found = rows.slice(0, asideOnPage).map((row) => Number(row['n']))
  if (found.length === 0) return { entries: [], more: false }
  const loaded = await loadEntries(reads, { where: inArray(entries.n, found), limit: found.length })
  const byN = new Map(loaded.map((entry) => [entry.envelope.n, entry]))
  return { entries: found.flatMap((n) => byN.get(n) ?? []), more: rows.length > asideOnPage }
}

/** Their pictures go, and with them the rows by which thumbnails are made. */
export const withoutPictures = (whose: Statement): Step[] => [
  {
    sql: `DELETE FROM media WHERE source_url IS NOT NULL
      AND id IN (SELECT image_id FROM entries WHERE origin_n IN (${whose.sql}))
      AND NOT EXISTS (SELECT 1 FROM entries WHERE image_id = media.id AND (origin_n IN (${whose.sql})) IS NOT 1)`,
    args: [...listed(whose), ...listed(whose)],
  },
  {
    sql: `UPDATE entries SET image_id = NULL, image_alt = NULL WHERE image_id IS NOT NULL AND origin_n IN (${whose.sql})`,
    args: listed(whose),
  },
]
