import { and, countDistinct, eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { actors, following } from '../../db/schema/federation.ts'

/** How many other sites this hub follows, whose offers stand beside its own. */
export async function followedHosts(db: Database): Promise<number> {
  const [row] = await db.read
    .select({ count: countDistinct(actors.host) })
    .from(following)
    .innerJoin(actors, eq(actors.n, following.targetN))
    .where(and(eq(following.state, 'accepted'), eq(actors.local, false)))
  return row?.count ?? 0
}

/** The sites that this hub follows: their host, and where they begin. */
export async function followedSites(db: Database): Promise<{ host: string; origin: string }[]> {
  const rows = await db.read
    .selectDistinct({ host: actors.host, id: actors.id })
    .from(following)
    .innerJoin(actors, eq(actors.n, following.targetN))
    .where(and(eq(following.state, 'accepted'), eq(actors.local, false)))
    .limit(500)
  const sites = new Map(rows.map(({ host, id }) => [host, new URL(id).origin]))
  return [...sites].map(([host, origin]) => ({ host, origin })).toSorted((a, b) => (a.host < b.host ? -1 : 1))
}
