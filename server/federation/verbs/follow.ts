import { followers, handles } from '../../../db/schema/federation.ts'
import { eq } from 'drizzle-orm'
import { localActorAt } from '../addresses.ts'
import { reply } from '../reply.ts'
import type { Verb } from './verb.ts'

/**
 * Accepted at once, and again when asked again: Mastodon relies on that after a loss. The Accept embeds the
 * Follow with its id, and goes to the follower's own inbox.
 */
export const follow: Verb = async (deps, { activity, sender, now }) => {
  const { db, hub } = deps
  const followed =
    activity.objectId === null ? undefined : await localActorAt(db, hub.origin, activity.objectId)
  if (followed === undefined || followed.role === 'instance' || sender.inbox === null) return []
  const me = hub.origin + followed.id
  const row = { followId: activity.id, acceptedAt: now }
  return [
    db.make
      .insert(followers)
      .values({ actorN: followed.n, followerN: sender.n, ...row })
      .onConflictDoUpdate({ target: [followers.actorN, followers.followerN], set: row }),
    // From now on this name is known elsewhere, and is never given to another.
    db.make.update(handles).set({ federatedAt: now }).where(eq(handles.handle, followed.handle)),
    ...(await reply(deps, sender, {
      actor: followed,
      type: 'Accept',
      asked: { id: activity.id, type: 'Follow', actor: sender.id, object: me },
    })),
  ]
}
