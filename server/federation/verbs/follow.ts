import { followers, handles } from '../../../db/schema/federation.ts'
import { eq } from 'drizzle-orm'
import { localActorAt } from '../addresses.ts'
import { enqueue } from '../deliveries.ts'
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
  const id = `/ap/activities/${deps.newId()}`
  const me = hub.origin + followed.id
  const answer = await deps.apex.activity('Accept', me, [sender.id], {
    id: hub.origin + id,
    object: { id: activity.id, type: 'Follow', actor: sender.id, object: me },
  })
  const row = { followId: activity.id, acceptedAt: now }
  return [
    db.make
      .insert(followers)
      .values({ actorN: followed.n, followerN: sender.n, ...row })
      .onConflictDoUpdate({ target: [followers.actorN, followers.followerN], set: row }),
    // From now on this name is known elsewhere, and is never given to another.
    db.make.update(handles).set({ federatedAt: now }).where(eq(handles.handle, followed.handle)),
    ...(await enqueue(deps, {
      id,
      actor: followed,
      type: 'Accept',
      objectId: activity.id,
      public: false,
      body: answer,
      followersOf: [],
      inboxes: [{ host: sender.host, inbox: sender.inbox }],
    })),
  ]
}
