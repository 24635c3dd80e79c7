import { and, desc, inArray, sql, type SQL } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'
import { conditions, type Filter } from '../entries/list.ts'
import { loadEntries, type Entry } from '../entries/load.ts'
import { narrowing } from '../entries/narrowing.ts'
import { matches } from '../entries/search.ts'

/** What a letter tells of: published here in this time, received in these rows. */
export interface Stretch {
  since: number
  until: number
  sinceN: number
  untilN: number
}

/** What a command has not committed yet may bear an earlier moment: the next letter tells of it. */
const settled = 60_000

/** Up to where everything is told, once this letter has left. */
export async function untilNow({
  db,
  now,
}: Pick<Deps, 'db' | 'now'>): Promise<{ until: number; untilN: number }> {
  const { rows } = await db.query('SELECT coalesce(max(n), 0) FROM entries')
  return { until: now() - settled, untilN: Number(rows[0]?.[0] ?? 0) }
}

/** Of a list, what came in this stretch and is still open, the newest first; one more than `limit` says there is more. */
export async function newsOf(
  reads: Pick<Deps, 'db' | 'hub' | 'now'>,
  filter: Filter,
  stretch: Stretch,
  limit: number,
): Promise<Entry[]> {
  const where = and(arrived(stretch), conditions(filter, reads.now()))
  if (filter.q === '')
    return loadEntries(reads, { where, orderBy: [desc(entries.publishedAt), desc(entries.n)], limit })
  const narrowed = { ...(await narrowing(reads.db, filter)), where }
  const found = await matches(reads.db, filter.q, limit, narrowed)
  if (found.length === 0) return []
  return loadEntries(reads, {
    where: inArray(entries.n, found),
    orderBy: [desc(entries.publishedAt), desc(entries.n)],
    limit,
  })
}

/**
 * Ours by when they were published, for a draft has its row long before; received ones by their row, for the day of
 * their publication is their home's to say. Each half is read in an index, and not the list.
 */
export const arrived = ({ since, until, sinceN, untilN }: Stretch): SQL | undefined =>
  inArray(
    entries.n,
    sql`(select n from entries where state = 'published' and published_at >= ${since} and published_at < ${until} and origin_n is null
      union all select n from entries where n > ${sinceN} and n <= ${untilN} and origin_n is not null)`,
  )
