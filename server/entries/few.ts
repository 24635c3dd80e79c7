import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import type { Filter } from './list.ts'
import { placeCondition } from './narrowing.ts'

/** So many rows are sorted sooner than a list is read in its order until a page of them is full. */
const few = 500

/**
 * The rows that a tag or a place leaves, of any kind and state, where they are few. Null: they are many, or neither is
 * asked for. The engine keeps no statistics, and would read a whole list to find the three entries of a village.
 */
export async function fewRows(db: Database, filter: Filter, most = few): Promise<number[] | null> {
  const { tag, place } = filter
  if (tag === '' && place === '') return null
  const rows = await db.read.values<[number]>(
    tag === ''
      ? sql`select n from entries indexed by entries_place where ${placeCondition(filter)} limit ${most + 1}`
      : sql`select entry_n from entry_tags where tag = ${tag} limit ${most + 1}`,
  )
  return rows.length > most ? null : rows.map(([n]) => n)
}

/** Of these rows, those that fulfil the conditions, in this order: each is looked up by its number. */
export async function among(
  db: Database,
  ns: readonly number[],
  {
    where,
    orderBy,
    offset,
    limit,
  }: { where: SQL | undefined; orderBy: SQL[]; offset: number; limit: number },
): Promise<number[]> {
  const rows = await db.read.values<[number]>(
    sql`select ${entries.n} from ${entries} not indexed where ${isAmong(ns)} and ${where ?? sql`1`}
      order by ${sql.join(orderBy, sql`, `)} limit ${limit} offset ${offset}`,
  )
  return rows.map(([n]) => n)
}

export const isAmong = (ns: readonly number[]): SQL =>
  sql`${entries.n} in (select value from json_each(${JSON.stringify(ns)}))`
