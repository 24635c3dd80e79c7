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
