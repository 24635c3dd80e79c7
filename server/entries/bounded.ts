import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { fewRows, isAmong } from './few.ts'
import { conditions, type Filter } from './list.ts'
import { narrowing } from './narrowing.ts'
import { newestOf } from './search.ts'

/** Rows that hold the words: those of a common one are dearer than a page. */
const mostFound = 200

/** Rows of a tag or a place that are looked at, of whatever kind. */
const mostLooked = 1000

/**
 * The entries of a list, read in an order that ends soon: by the words, by the tag or the place; or, where every entry
 * of the kind is one of it, as far as is counted. Null: it would be read to its end.
 */
export async function bounded(
  { db, now }: { db: Database; now: () => number },
  filter: Filter,
  most: number,
): Promise<SQL | null> {
  const where = conditions(filter, now()) ?? sql`1`
  const these = (ns: readonly number[]) =>
    sql`(select * from ${entries} not indexed where ${isAmong(ns)} and ${where}) as entries`
  if (filter.q !== '') {
    const found = await newestOf(db, filter.q, mostFound + 1, { ...(await narrowing(db, filter)), where })
    return found.length > mostFound ? null : these(found)
  }
  if (filter.tag !== '' || filter.place !== '') {
    const few = await fewRows(db, filter, mostLooked)
    return few === null ? null : these(few)
  }
  if (filter.facets.length > 0 || filter.direction !== null) return null
  const all = sql`(select * from ${entries} where ${where} limit ${most + 1}) as entries`
  return (await isMore(db, filter, where, most)) ? null : all
}

/** Asked of an index first, so that a full hub does not read what it will not count. */
async function isMore(db: Database, { kind }: Filter, where: SQL, most: number): Promise<boolean> {
  const index = kind === null ? sql`` : sql` indexed by entries_starts`
  const [row] = await db.read.values<[number]>(
    sql`select count(*) from (select 1 from ${entries}${index} where ${where} limit ${most + 1})`,
  )
  return (row?.[0] ?? 0) > most
}
