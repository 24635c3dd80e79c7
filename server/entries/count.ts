import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { conditions, pageSize, type Filter } from './list.ts'
import { narrowing } from './narrowing.ts'
import { matching } from './search.ts'

/** How many a list holds; `atLeast`: there are more than anybody counts. */
export interface Count {
  count: number
  atLeast: boolean
}

/** A page must not cost more because the hub is full: so many are counted in an index, so many rows are looked at. */
const bounds = { index: 1000, rows: 200 }

/** The page that was read says it, if it was the last; else an index does, or the newest that could be meant. */
export async function countEntries(
  reads: { db: Database; now: () => number },
  filter: Filter,
  page: { entries: readonly unknown[]; more: boolean },
  most = bounds,
): Promise<Count> {
  const seen = (filter.page - 1) * pageSize + page.entries.length
  if (!page.more && (page.entries.length > 0 || filter.page === 1)) return { count: seen, atLeast: false }
  const found = await counted(reads, filter, most)
  return found.atLeast && !isWhole(filter)
    ? { count: Math.max(found.count, seen + (page.more ? 1 : 0)), atLeast: true }
    : found
}

/** The same of a list that nobody has read: nothing found among what is looked at is no promise that there is nothing. */
export async function counted(
  reads: { db: Database; now: () => number },
  filter: Filter,
  most = bounds,
): Promise<Count> {
  const meant = conditions(filter, reads.now()) ?? sql`1`
  if (filter.near !== null && filter.q === '') {
    // As few as lie in the box.
    const [{ count } = { count: 0 }] = await reads.db.read
      .select({ count: sql<number>`count(*)` })
      .from(sql`(select 1 from ${entries} where ${meant} limit ${most.index + 1})`)
    return { count: Math.min(count, most.index), atLeast: count > most.index }
  }
  if (isWhole(filter)) {
    // Kind, state and dates are all in it: no row is read.
    const [{ count } = { count: 0 }] = await reads.db.read
      .select({ count: sql<number>`count(*)` })
      .from(sql`(select 1 from entries indexed by entries_starts where ${meant} limit ${most.index + 1})`)
    return { count: Math.min(count, most.index), atLeast: count > most.index }
  }
  const words = matching(filter.q, await narrowing(reads.db, filter))
  const [row] = await reads.db.read
    .select({ all: sql<number>`count(*)`, meant: sql<number>`count(*) filter (where ${meant})` })
    .from(entries)
    .where(inArray(entries.n, newest(reads.db, filter, words, most.rows)))
  const { all, meant: found } = row ?? { all: 0, meant: 0 }
  return { count: found, atLeast: all >= most.rows }
}

/** One kind, and nothing else asked of it. */
const isWhole = ({ kind, q, tag, place, org, origin, direction, facets }: Filter): boolean =>
  kind !== null &&
  [q, tag, place, org].every((text) => text === '') &&
  origin === 'all' &&
  direction === null &&
  facets.length === 0

/** Read in the order of an index, and no further than asked. */
function newest(db: Database, { kind, past }: Filter, words: string | null, most: number) {
  if (words !== null)
    return sql`(select rowid from entries_search where entries_search match ${words} order by rowid desc limit ${most})`
  return db.read
    .select({ n: entries.n })
    .from(entries)
    .where(
      and(
        kind === null ? undefined : eq(entries.kind, kind.name),
        past ? inArray(entries.state, ['published', 'closed']) : eq(entries.state, 'published'),
      ),
    )
    .orderBy(...(past ? [] : [desc(entries.publishedAt)]))
    .limit(most)
}
