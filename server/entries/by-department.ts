import { and, desc, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { conditions, type Filter } from './list.ts'
import { wordsCondition } from './narrowing.ts'

export interface ByDepartment {
  counts: ReadonlyMap<string, number>
  /** They say no commune. */
  nowhere: number
  /** There are more than were counted. */
  more: boolean
}

/** A page must not cost more because the hub is full: more than a map can say is counted no further. */
export const mostCounted = 20_000

/** How many of what a list shows are in each department: the newest, up to a bound. */
export async function countByDepartment(
  reads: { db: Database; now: () => number },
  filter: Filter,
  most = mostCounted,
): Promise<ByDepartment> {
  const meant = and(conditions(filter, reads.now()), await wordsCondition(reads.db, filter))
  const rows = await reads.db.read.values<[string | null, number]>(
    sql`select case when code is null then null when substr(code, 1, 2) in ('97', '98') then substr(code, 1, 3)
      else substr(code, 1, 2) end as department, count(*) from
      (select ${entries.placeCode} as code from ${entries} where ${meant}
        order by ${desc(entries.publishedAt)} limit ${most}) group by department`,
  )
  const counts = new Map(rows.flatMap(([code, count]) => (code === null ? [] : [[code, count] as const])))
  const nowhere = rows.find(([code]) => code === null)?.[1] ?? 0
  const all = [...counts.values()].reduce((sum, count) => sum + count, nowhere)
  return { counts, nowhere, more: all >= most }
}
