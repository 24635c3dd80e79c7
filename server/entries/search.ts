import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { fold } from '../text/fold.ts'

/** How many entries with the words in their title come first: bm25 over a common word reads its whole list. */
const titledFirst = 200

/** What a search is narrowed by: as words of the index where it knows them (`store.index`), and as SQL in any case. */
export interface Narrowing {
  kind?: string | undefined
  origin?: 'hub' | 'network' | undefined
  place?: string | undefined
  where?: SQL | undefined
}

/**
 * The first `count` rows that hold every word of the query and fulfil the conditions: the newest with the words in
 * their title, then all others, newest first. Each page of a list is a piece of this same row of numbers.
 */
export async function matches(
  db: Database,
  q: string,
  count = titledFirst,
  narrowed: Narrowing = {},
): Promise<number[]> {
  const words = fold(q).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return []
  const all = words.slice(0, 8).map((word, position, given) => term(word, position === given.length - 1))
  const asked = all.join(' AND ')
  const titled = await newest(db, `title : (${asked})`, narrowed, titledFirst)
  if (titled.length >= count) return titled.slice(0, count)
  const found = await newest(db, asked, narrowed, count)
  return [...new Set([...titled, ...found])].slice(0, count)
}

async function newest(
  db: Database,
  words: string,
  { kind, origin, place, where }: Narrowing,
  limit: number,
): Promise<number[]> {
  const facets = [kind && `k${kind}`, origin && `o${origin}`, place && `p${place}`].filter(Boolean)
  const asked = [words, ...facets.map((facet) => `"\u{e000}${facet}"`)].join(' AND ')
  const rows = await db.read.values<[number]>(
    // The words lead: the conditions are asked of each row that has them, until there are enough.
    sql`select entries.n from entries_search cross join entries on entries.n = entries_search.rowid
      where entries_search match ${asked}${where === undefined ? sql`` : sql` and ${where}`}
      order by entries_search.rowid desc limit ${limit}`,
  )
  return rows.map(([n]) => n)
}

/** Letters and numbers alone; quoted, so that no word is ever an operator; the last word may be unfinished. */
const term = (word: string, last: boolean): string => `"${word}"${last && word.length >= 3 ? '*' : ''}`
