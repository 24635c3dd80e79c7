import { localPath } from '../addresses.ts'
import { actorOfRole } from '../local-actors.ts'
import { reply } from '../reply.ts'
import type { Verb } from './verb.ts'

/** One registers on the event's page (`joinMode: external`): a Join gets a polite no instead of silence. */
export const join: Verb = async (deps, { activity, sender }) => {
  const { hub } = deps
  const host = await actorOfRole(deps.db, 'hub')
  if (host === undefined || activity.objectId === null || localPath(hub.origin, activity.objectId) === null)
    return []
  return reply(deps, sender, {
    actor: host,
    type: 'Reject',
    asked: { id: activity.id, type: 'Join', actor: sender.id, object: activity.objectId },
  })
}
