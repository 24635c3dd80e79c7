import { and, eq } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { followers, hosts } from '../../../db/schema/federation.ts'
import { isOurs } from '../addresses.ts'
import { sameOrigin } from '../address.ts'
import { fetchLater } from '../promises.ts'
import { isFollowed } from '../subscribed.ts'
import { react } from './like.ts'
import type { FederationDeps } from '../room.ts'
import type { Said, Verb } from './verb.ts'

/**
 * A boost of ours is counted. What someone we follow announces is fetched, from its own origin and only if that is
 * the announcer's too: a hub passes on its own sections, not the rest of the world. Lemmy announces whole
 * activities: what they are about is what counts. Who speaks so is spoken to so.
 */
export const announce: Verb = async (deps, said) => [
  ...(await taken(deps, said)),
  ...(await speaksOfActivities(deps, said)),
]

async function taken(deps: FederationDeps, said: Said): Promise<Step[]> {
  const { activity, sender } = said
  const relayed = activity.object?.form === 'activity' ? activity.object : null
  const about = relayed === null ? activity.objectId : relayed.objectId
  if (about === null) return []
  if (isOurs(deps.hub.origin, about)) {
    // A vote that a community passes on is no boost of it, nor is somebody's Delete.
    if (relayed !== null && relayed.type !== 'Create') return []
    return react(deps, { ...said, activity: { ...activity, objectId: about } }, 'boost')
  }
  if (!sameOrigin(about, sender.id) || !(await isFollowed(deps.db, sender.n))) return []
  return fetchLater(deps, about, sender.n)
}

async function speaksOfActivities({ db }: FederationDeps, { activity, sender }: Said): Promise<Step[]> {
  if (sender.type !== 'Group' || activity.object?.form !== 'activity') return []
  const known = and(eq(hosts.host, sender.host), eq(hosts.wraps, true))
  // Of strangers nothing is written: they are nobody to be spoken to.
  const isFollower = (await db.read.$count(followers, eq(followers.followerN, sender.n))) > 0
  if (!isFollower && !(await isFollowed(db, sender.n))) return []
  if ((await db.read.$count(hosts, known)) > 0) return []
  return [
    db.make
      .insert(hosts)
      .values({ host: sender.host, wraps: true })
      .onConflictDoUpdate({ target: hosts.host, set: { wraps: true } }),
  ]
}
