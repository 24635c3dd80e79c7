import { and, eq } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { reactions } from '../../../db/schema/federation.ts'
import { localPath, targetAt } from '../addresses.ts'
import type { FederationDeps } from '../room.ts'
import type { Said, Verb } from './verb.ts'

export const like: Verb = (deps, said) => react(deps, said, 'like')

/** Once for each actor, object and sort, whatever ids the activities have. Only of what is ours. */
export async function react(
  deps: FederationDeps,
  { activity, sender, now }: Said,
  type: 'like' | 'boost',
): Promise<Step[]> {
  const { db, hub } = deps
  if (activity.objectId === null || localPath(hub.origin, activity.objectId) === null) return []
  const target = await targetAt(db, hub.origin, activity.objectId)
  if (target === null) return []
  const same = and(
    eq(reactions.type, type),
    eq(reactions.actorN, sender.n),
    eq(reactions.objectId, target.objectId),
  )
  if ((await db.read.$count(reactions, same)) > 0) return []
  return [
    db.make
      .insert(reactions)
      .values({ type, actorN: sender.n, objectId: target.objectId, activityId: activity.id, createdAt: now })
      .onConflictDoNothing(),
  ]
}
