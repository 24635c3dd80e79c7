import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { foldTag } from '../text/fold.ts'
import { conditions, readFilter } from './list.ts'
import { loadEntries, type Entry } from './load.ts'
import { titled } from './search.ts'
import { isAmong } from './few.ts'

// What somebody may mean while they type. Only what a search would show them: published, open, and of authors who
// consent to be found. Every look-up ends in an index, after a few rows.

interface Reads {
  db: Database
  hub: { origin: string }
  now: () => number
}

/** Rows of an index that are looked at: the beginning of a word may be that of many. */
const mostLooked = 300

/** Entries with these words in their title: organisations apart, for whoever types a name means them. */
export async function suggestedEntries(
  reads: Reads,
  q: string,
  limit: number,
): Promise<{ organisations: Entry[]; others: Entry[] }> {
  const filter = readFilter(null, (name) => (name === 'q' ? q : undefined))
  const where = conditions(filter, reads.now())
  const found = await titled(reads.db, filter.q, limit, { where })
  const named = await titled(reads.db, filter.q, 2, { where, kind: 'organisation' })
  const ns = [...new Set([...named, ...found])]
  if (ns.length === 0) return { organisations: [], others: [] }
  const rows = await loadEntries(reads, { where: isAmong(ns), limit: ns.length })
  const inOrder = ns.flatMap((n) => rows.find(({ envelope }) => envelope.n === n) ?? [])
  return {
    organisations: inOrder.filter(({ kind }) => kind.name === 'organisation').slice(0, 2),
    others: inOrder.filter(({ kind }) => kind.name !== 'organisation').slice(0, limit),
  }
}

/** Tags that begin so, the most frequent first. */
export async function suggestedTags(
  reads: Reads,
  q: string,
  limit: number,
): Promise<{ tag: string; label: string }[]> {
  const tag = foldTag(q)
  if (tag.length < 2) return []
  const filter = readFilter(null, (name) => (name === 'q' ? q : undefined))
  const found = await reads.db.read.values<[string, string]>(
    sql`select begun.tag, min(begun.label) from
      (select entry_n, tag, label from entry_tags where tag >= ${tag} and tag < ${`${tag}\uffff`} order by tag limit ${mostLooked}) as begun
      cross join ${entries} on ${entries.n} = begun.entry_n
      where ${conditions(filter, reads.now())} group by begun.tag order by count(*) desc, begun.tag limit ${limit}`,
  )
  return found.map(([name, label]) => ({ tag: name, label }))
}

/** Of what kinds there is something in a commune. */
export async function kindsIn(reads: Reads, place: string): Promise<string[]> {
  const filter = readFilter(null, () => undefined)
  const rows = await reads.db.read.values<[string]>(
    sql`select distinct kind from (select ${entries.kind} from ${entries} indexed by entries_place
      where ${eq(entries.placeCode, place)} and ${entries.indexable} and ${conditions(filter, reads.now())} limit ${mostLooked})`,
  )
  return rows.map(([kind]) => kind)
}
