import { asc, desc, sql, type SQL } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import type { Kind } from '../kinds/kind.ts'
import { distanceTo, type Near } from './near.ts'

export type Sort = 'recent' | 'soon' | 'near'

interface Asked {
  kind: Kind | null
  sort: Sort
  past: boolean
  near: Near | null
}

/** As their indexes stand, so that a page is read and not sorted. */
export function order({ kind, sort, past, near }: Asked): SQL[] {
  if (sort === 'near' && near !== null) return [asc(distanceTo(near)), desc(entries.n)]
  if (sort === 'recent') return [desc(entries.publishedAt), desc(entries.n)]
  if (past) return [desc(entries.startsAt), desc(entries.n)]
  if (kind?.when !== undefined) return [asc(entries.startsAt), asc(entries.closesAt), asc(entries.n)]
  return [asc(sql`coalesce(${entries.startsAt}, ${entries.closesAt}, 9e15)`), desc(entries.n)]
}
