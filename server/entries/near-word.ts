import { sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { fold } from '../text/fold.ts'
import { counted } from './count.ts'
import { isAmong } from './few.ts'
import { conditions, readFilter, type Filter } from './list.ts'
import { titled } from './search.ts'

/** Titles that are looked at for each word, the newest; and words that are looked at. */
const most = { titles: 60, words: 4 }

/**
 * The same search with its misspelt words as public titles spell them; null: nothing is near, or it finds nothing
 * either. Words are taken from titles that a search shows, never from the index, which knows those of every author.
 */
export async function nearSearch(
  reads: { db: Database; now: () => number },
  filter: Filter,
): Promise<string | null> {
  let near = filter.q
  for (const word of (filter.q.match(/[\p{L}\p{N}]{4,40}/gu) ?? []).slice(0, most.words)) {
    const better = nearest(fold(word), await wordsLike(reads, word))
    if (better !== null) near = near.replace(word, better)
  }
  if (near === filter.q) return null
  const { count } = await counted(reads, { ...readFilter(filter.kind, () => undefined), q: near })
  return count > 0 ? near : null
}

/** People mistype the first letters least: the words that share them. */
async function wordsLike(reads: { db: Database; now: () => number }, word: string): Promise<string[]> {
  const beginning = fold(word).slice(0, 3)
  const where = conditions(
    readFilter(null, (name) => (name === 'q' ? beginning : undefined)),
    reads.now(),
  )
  const ns = await titled(reads.db, beginning, most.titles, { where })
  if (ns.length === 0) return []
  const rows = await reads.db.read.values<[string]>(
    sql`select title from entries not indexed where ${isAmong(ns)}`,
  )
  return rows.flatMap(([title]) => title.toLowerCase().match(/[\p{L}\p{N}]{4,40}/gu) ?? [])
}

function nearest(word: string, words: readonly string[]): string | null {
  const allowed = word.length < 6 ? 1 : 2
  let best: { word: string; distance: number } | null = null
  for (const one of words) {
    const distance = distanceOf(word, fold(one))
    // It is spelled right: what is missing is something else.
    if (distance === 0) return null
    if (distance <= allowed && distance < (best?.distance ?? Infinity)) best = { word: one, distance }
  }
  return best?.word ?? null
}

/** Letters added, left out, changed, or two in the wrong order (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (same ? 0 : 1),
          turned ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
