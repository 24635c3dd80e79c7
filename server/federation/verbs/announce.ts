import { isOurs } from '../addresses.ts'
import { sameOrigin } from '../address.ts'
import { fetchLater } from '../promises.ts'
import { isFollowed } from '../subscribed.ts'
import { react } from './like.ts'
import type { Verb } from './verb.ts'

/**
 * A boost of ours is counted. What someone we follow announces is fetched, from its own origin and only if that is
 * the announcer's too: a hub passes on its own sections, not the rest of the world. Lemmy announces whole
 * activities: what they are about is what counts.
 */
export const announce: Verb = async (deps, said) => {
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
