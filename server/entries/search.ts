import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { fold } from '../text/fold.ts'

/** How many entries with the words in their title come first: bm25 over a common word reads its whole list. */
const titledFirst = 200

/** What a search is narrowed by: as words of the index where it knows them (`store.index`), and as SQL in any case. */
export interface Narrowing {
  kind?: string | undefined
  origin?: 'hub' | 'network' | undefined
  /** One of these codes. */
  places?: readonly string[] | undefined
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
  const asked = wordsOf(q)
  if (asked === null) return []
  const titled = await newest(db, `title : (${asked})`, narrowed, titledFirst)
  if (titled.length >= count) return titled.slice(0, count)
  const found = await newest(db, asked, narrowed, count)
  return [...new Set([...titled, ...found])].slice(0, count)
}

/** The newest with every word in their title, and no others. */
export async function titled(db: Database, q: string, count: number, narrowed: Narrowing): Promise<number[]> {
  const asked = wordsOf(q)
  return asked === null ? [] : newest(db, `title : (${asked})`, narrowed, count)
}

/** The newest with every word anywhere. */
export async function newestOf(
  db: Database,
  q: string,
  count: number,
  narrowed: Narrowing,
): Promise<number[]> {
  const asked = wordsOf(q)
  return asked === null ? [] : newest(db, asked, narrowed, count)
}

/** What the index is asked for all rows that a search means; null: there is no word in it. */
export function matching(q: string, narrowed: Omit<Narrowing, 'where'>): string | null {
  const asked = wordsOf(q)
  return asked === null ? null : within(asked, narrowed)
}

/** The same as a condition: all rows that have the words, whatever their order. No word at all: nothing has it. */
export function holding(q: string, narrowed: Omit<Narrowing, 'where'>): SQL {
  const words = matching(q, narrowed)
  return words === null
    ? sql`0`
    : sql`entries.n in (select rowid from entries_search where entries_search match ${words})`
}

/** Of a CPV code, `77310000-6`: whether it is written or not, it says nothing. */
const checkDigit = /(?<!\d)(\d{8})-\d(?!\d)/g

/** Every word of the query, as the index spells them. */
function wordsOf(q: string): string | null {
  const words = fold(q.replaceAll(checkDigit, '$1')).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return null
  return words
    .slice(0, 8)
    .map((word, position, given) => term(word, position === given.length - 1))
    .join(' AND ')
}

function within(words: string, { kind, origin, places = [] }: Omit<Narrowing, 'where'>): string {
  const facets = [[kind && `k${kind}`], [origin && `o${origin}`], places.map((place) => `p${place}`)]
  const asked = facets
    .map((any) => any.filter(Boolean).map((facet) => `"\u{e000}${facet}"`))
    .filter((any) => any.length > 0)
  return [words, ...asked.map((any) => (any.length === 1 ? any.join('') : `(${any.join(' OR ')})`))].join(
    ' AND ',
  )
}

async function newest(
  db: Database,
  words: string,
  { where, ...narrowed }: Narrowing,
  limit: number,
): Promise<number[]> {
  const asked = within(words, narrowed)
  const rows = await db.read.values<[number]>(
    // The words lead: the conditions are asked of each row that has them, until there are enough.
    sql`select entries.n from entries_search cross join entries on entries.n = entries_search.rowid
      where entries_search match ${asked}${where === undefined ? sql`` : sql` and ${where}`}
      order by entries_search.rowid desc limit ${limit}`,
  )
  return rows.map(([n]) => n)
}

/**
 * Letters and numbers alone; quoted, so that no word is ever an operator; the last word may be unfinished. Nobody
 * thinks of one or several when they look for something: a word is its singular too, and its plural.
 */
function term(word: string, last: boolean): string {
  const typed = `"${word}"${last && word.length >= 3 ? '*' : ''}`
  const others = numbers(word, last)
  return others.length === 0 ? typed : `(${[typed, ...others.map((other) => `"${other}"`)].join(' OR ')})`
}

/** French marks the plural by s or x; what the last word begins is found already. */
function numbers(word: string, last: boolean): string[] {
  if (word.length >= 5 && /[sx]$/.test(word)) return [word.slice(0, -1)]
  return !last && word.length >= 4 && /[a-z]$/.test(word) ? [`${word}s`, `${word}x`] : []
}
