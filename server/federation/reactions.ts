import { count, inArray } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { reactions } from '../../db/schema/federation.ts'

/** How often others liked and boosted something of ours. */
export interface Counts {
  likes: number
  shares: number
}

export const none: Counts = { likes: 0, shares: 0 }

/** Of several entries at once, by their ids. */
export async function countsOf(
  { db }: { db: Database },
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map<string, Counts>()
  if (entryIds.length === 0) return counts
  const paths = entryIds.map((id) => `/ap/objects/${id}`)
  const rows = await db.read
    .select({ path: reactions.objectId, type: reactions.type, total: count() })
    .from(reactions)
    .where(inArray(reactions.objectId, paths))
    .groupBy(reactions.objectId, reactions.type)
  for (const { path, type, total } of rows) {
    const id = path.slice('/ap/objects/'.length)
    const known = counts.get(id) ?? none
    counts.set(id, type === 'like' ? { ...known, likes: total } : { ...known, shares: total })
  }
  return counts
}
