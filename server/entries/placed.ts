import { and, desc, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { kindNamed } from '../kinds/index.ts'
import { conditions, type Filter } from './list.ts'
import { wordsCondition } from './narrowing.ts'

/** What a map with streets can hold and still be read. */
const mostShown = 200

export interface Placed {
  title: string
  path: string
  latitude: number
  longitude: number
}

/** The newest of what a list shows that say exactly where they are. */
export async function placedEntries(
  { db, now }: { db: Database; now: () => number },
  filter: Filter,
): Promise<Placed[]> {
  const rows = await db.read
    .select({
      ...{ kind: entries.kind, slug: entries.slug, title: entries.title },
      ...{ latitude: entries.latitude, longitude: entries.longitude },
    })
    .from(entries)
    .where(and(isNotNull(entries.latitude), conditions(filter, now()), await wordsCondition(db, filter)))
    .orderBy(desc(entries.publishedAt))
    .limit(mostShown)
  return rows.flatMap(({ kind: name, slug, title, latitude, longitude }) => {
    const kind = kindNamed(name)
    return kind === undefined || latitude === null || longitude === null
      ? []
      : [{ title, path: `${kind.path}/${slug}`, latitude, longitude }]
  })
}
