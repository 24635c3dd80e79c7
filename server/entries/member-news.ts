import { eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { record } from './store.ts'

/** What a member shows of themselves has changed: whoever follows their actor, if they have one, is told. */
export async function memberChanged(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  userId: string,
): Promise<Step[]> {
  const [person] = await deps.db.read
    .select({ id: actors.id })
    .from(actors)
    .innerJoin(users, eq(users.actorN, actors.n))
    .where(eq(users.id, userId))
  if (person === undefined) return []
  const { newId, now, db } = deps
  return record(db, { type: 'actor.updated', subject: person.id, activityId: newId(), now: now() })
}
