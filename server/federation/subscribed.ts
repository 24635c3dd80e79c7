import { and, eq, sql } from 'drizzle-orm'
import { guardThat, type Database, type Statement } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { following } from '../../db/schema/federation.ts'

/** Whether this hub asked for what an actor says, and it agreed. */
export async function isFollowed(db: Database, actorN: number): Promise<boolean> {
  const [row] = await agreedBy(db).all({ actorN })
  return row !== undefined
}

const agreedBy = prepared((read) =>
  read
    .select({ state: following.state })
    .from(following)
    .where(and(eq(following.targetN, sql.placeholder('actorN')), eq(following.state, 'accepted')))
    .limit(1)
    .prepare(),
)

/** Somebody may stop following while what was said is still being kept: it would stay for ever. */
export const stillFollowed = (actorN: number): Statement =>
  guardThat({
    sql: "SELECT EXISTS (SELECT 1 FROM following WHERE target_n = ? AND state = 'accepted')",
    args: [actorN],
  })
