import { and, eq } from 'drizzle-orm'
import { followers, following } from '../../../db/schema/federation.ts'
import { localActorAt } from '../addresses.ts'
import type { Verb } from './verb.ts'

/** They want nothing more of this actor of ours: both follows end, and nothing more is sent to them. */
export const block: Verb = async (deps, { activity, sender }) => {
  const blocked =
    activity.objectId === null ? undefined : await localActorAt(deps.db, deps.hub.origin, activity.objectId)
  if (blocked === undefined) return []
  const { make, read } = deps.db
  const theirs = and(eq(followers.actorN, blocked.n), eq(followers.followerN, sender.n))
  const ours = and(eq(following.actorN, blocked.n), eq(following.targetN, sender.n))
  if ((await read.$count(followers, theirs)) + (await read.$count(following, ours)) === 0) return []
  return [make.delete(followers).where(theirs), make.delete(following).where(ours)]
}
