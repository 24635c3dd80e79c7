import { and, eq, gte, lt, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { isAround, territoryOf } from '../places/neighbours.ts'
import type { Filter } from './list.ts'
import { holding, type Narrowing } from './search.ts'

/** The part of a filter that the search index knows. */
export async function narrowing(
  db: Database,
  { kind, origin, place, around }: Filter,
): Promise<Omit<Narrowing, 'where'>> {
  const near = around ? await territoryOf(db, place) : null
  return {
    kind: kind?.name,
    origin: origin === 'all' ? undefined : origin,
    places: near?.codes ?? (place === '' ? [] : [place]),
  }
}

/** That a row holds the words that were asked for; nothing where none were. */
export const wordsCondition = async (db: Database, filter: Filter): Promise<SQL | undefined> =>
  filter.q === '' ? undefined : holding(filter.q, await narrowing(db, filter))

/** Two or three characters are a department, five a commune. */
export function placeCondition({ place, around }: Filter): SQL | undefined {
  if (place === '') return undefined
  if (around) return isAround(entries.placeCode, place)
  // A range, because LIKE does not use the index.
  return place.length === 5
    ? eq(entries.placeCode, place)
    : and(gte(entries.placeCode, place), lt(entries.placeCode, `${place}~`))
}
