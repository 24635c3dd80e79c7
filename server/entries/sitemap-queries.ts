import { and, asc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { kindNamed } from '../kinds/index.ts'
import { local } from './store.ts'

/** As many rows as one part of the sitemap covers: an entry stays in its part for ever. */
const partSize = 1000

/** The parts of the sitemap in which there is something to find. */
export async function publicParts(db: Database): Promise<number[]> {
  const rows = await db.read
    .selectDistinct({ part: sql<number>`${entries.n} / ${sql.raw(String(partSize))}` })
    .from(entries)
    .where(and(local(), eq(entries.state, 'published')))
  return rows.map(({ part }) => part).toSorted((a, b) => a - b)
}

/** One part of the pages for search engines: our own alone, and open. */
export const publicPages = async (
  db: Database,
  part: number,
): Promise<{ path: string; updatedAt: number }[]> => {
  const rows = await db.read
    .select({ kind: entries.kind, slug: entries.slug, updatedAt: entries.updatedAt })
    .from(entries)
    .where(
      and(
        local(),
        eq(entries.state, 'published'),
        gte(entries.n, part * partSize),
        lt(entries.n, (part + 1) * partSize),
      ),
    )
    .orderBy(asc(entries.n))
  return rows.flatMap(({ kind, slug, updatedAt }) => {
    const path = kindNamed(kind)?.path
    return path === undefined ? [] : [{ path: `${path}/${slug}`, updatedAt }]
  })
}
