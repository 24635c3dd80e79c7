import { localPath } from '../addresses.ts'
import { enqueue } from '../deliveries.ts'
import { actorOfRole } from '../local-actors.ts'
import type { Verb } from './verb.ts'

/** One registers on the event's page (`joinMode: external`): a Join gets a polite no instead of silence. */
export const join: Verb = async (deps, { activity, sender }) => {
  const { hub } = deps
  const host = await actorOfRole(deps.db, 'hub')
  if (host === undefined || activity.objectId === null || localPath(hub.origin, activity.objectId) === null)
    return []
  if (sender.inbox === null) return []
  const id = `/ap/activities/${deps.newId()}`
  const body = await deps.apex.activity('Reject', hub.origin + host.id, [sender.id], {
    id: hub.origin + id,
    object: { id: activity.id, type: 'Join', actor: sender.id, object: activity.objectId },
  })
  const inboxes = [{ host: sender.host, inbox: sender.inbox }]
  return enqueue(deps, {
    id,
    actor: host,
    type: 'Reject',
    objectId: activity.id,
    public: false,
    body,
    followersOf: [],
    inboxes,
  })
}
