import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { loadEntries, type Entry } from '../entries/load.ts'

/** What the shelf is made of: open entries of this hub and of those that it follows, the newest first. */
export async function softwareEntries(
  reads: { db: Database; hub: { origin: string } },
  now: number,
): Promise<{ organisations: Entry[]; resources: Entry[] }> {
  const open = (kind: string) =>
    and(
      eq(entries.kind, kind),
      eq(entries.state, 'published'),
      sql`(${entries.closesAt} is null or ${entries.closesAt} >= ${now})`,
    )
  const orderBy = [sql`${entries.publishedAt} desc`, sql`${entries.n} desc`]
  return {
    organisations: await loadEntries(reads, {
      where: and(
        open('organisation'),
        sql`${entries.n} in (select entry_n from organisations where json_array_length(software) > 0)`,
      ),
      orderBy,
      limit: most,
    }),
    resources: await loadEntries(reads, {
      where: and(
        open('resource'),
        isNotNull(entries.direction),
        sql`${entries.n} in (select entry_n from resources where category = 'software')`,
      ),
      orderBy,
      limit: most,
    }),
  }
}

/** A page that one reads; more would be a search. */
const most = 500
