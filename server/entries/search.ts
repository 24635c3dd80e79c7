import type { Database } from '../../db/open.ts'
import { fold } from '../text/fold.ts'

/** How many of the newest matches are ranked again: bm25 over a common word reads its whole list. */
const newest = 200

/**
 * The rows that hold every word of the query, best first. The newest 200 matches are fetched (half a
 * millisecond even at a million entries) and ranked here: words in the title first, then recent ones.
 */
export async function matches(db: Database, q: string): Promise<number[]> {
  const words = fold(q).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return []
  const all = words.slice(0, 8).map((word, position, given) => term(word, position === given.length - 1))
  const { rows } = await db.query(
    'SELECT rowid FROM entries_search WHERE entries_search MATCH ? ORDER BY rowid DESC LIMIT ?',
    [all.join(' AND '), newest],
  )
  const found = rows.map((row) => Number(row['rowid']))
  const titled = new Set(await inTitle(db, all))
  return found.toSorted((a, b) => Number(titled.has(b)) - Number(titled.has(a)))
}

async function inTitle(db: Database, terms: string[]): Promise<number[]> {
  const { rows } = await db.query(
    'SELECT rowid FROM entries_search WHERE entries_search MATCH ? ORDER BY rowid DESC LIMIT ?',
    [`title : (${terms.join(' AND ')})`, newest],
  )
  return rows.map((row) => Number(row['rowid']))
}

/** Quoted, so that no word is ever an operator; the last word may be unfinished. */
const term = (word: string, last: boolean): string => `"${word}"${last && word.length >= 3 ? '*' : ''}`
