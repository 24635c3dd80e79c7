import { and, eq, or } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { followers, reactions } from '../../../db/schema/federation.ts'
import { receiveLeave } from '../../groupings/receive.ts'
import { localActorAt, localPath } from '../addresses.ts'
import { endedBy } from '../memberships/received.ts'
import type { NormalisedActivity } from '../normalise.ts'
import type { FederationDeps } from '../room.ts'
import type { Said, Verb } from './verb.ts'

/** Taken back by its own sender only: what is matched is theirs, by the activity's id or by whom and what it was about. */
export const undo: Verb = async (deps, said) => {
  const { activity, sender } = said
  const undone = activity.object?.form === 'activity' ? activity.object : null
  if (undone !== null && undone.actor !== sender.id) return []
  if (undone?.type === 'Join') return endedBy(deps, said, 'organisation', undone.objectId)
  if (undone?.type === 'Invite') return endedBy(deps, said, 'network', undone.objectId)
  return [
    ...(await unfollow(deps, said, undone)),
    ...(await unreact(deps, said, undone)),
    ...(await receiveLeave(deps, sender, activity.objectId ?? '')),
  ]
}

/** Servers lose the ids of old follows: the pair of actors is enough (FEP-8fcf's readers do the same). */
async function unfollow(
  deps: FederationDeps,
  { activity, sender }: Said,
  undone: NormalisedActivity | null,
): Promise<Step[]> {
  const { db, hub } = deps
  const followed =
    undone?.type === 'Follow' && undone.objectId !== null
      ? await localActorAt(db, hub.origin, undone.objectId)
      : undefined
  const byId = eq(followers.followId, activity.objectId ?? '')
  const theirs = and(
    eq(followers.followerN, sender.n),
    followed === undefined ? byId : or(byId, eq(followers.actorN, followed.n)),
  )
  const known = await db.read.$count(followers, theirs)
  return known === 0 ? [] : [db.make.delete(followers).where(theirs)]
}

async function unreact(
  { db, hub }: FederationDeps,
  { activity, sender }: Said,
  undone: NormalisedActivity | null,
): Promise<Step[]> {
  const byId = eq(reactions.activityId, activity.objectId ?? '')
  const about = undone?.objectId ?? null
  const path = about === null ? null : localPath(hub.origin, about)
  const type =
    undone?.type === 'Announce'
      ? 'boost'
      : undone?.type === 'Like' || undone?.type === 'EmojiReact'
        ? 'like'
        : null
  const byPair =
    path === null || type === null ? undefined : and(eq(reactions.objectId, path), eq(reactions.type, type))
  const theirs = and(eq(reactions.actorN, sender.n), or(byId, byPair))
  const known = await db.read.$count(reactions, theirs)
  return known === 0 ? [] : [db.make.delete(reactions).where(theirs)]
}
