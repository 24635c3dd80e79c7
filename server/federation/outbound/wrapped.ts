import type { JsonObject } from '../json-object.ts'
import type { LocalActor } from '../local-actors.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'
import type { Outgoing } from './outgoing.ts'

/**
 * The group's Announce of an activity, which is left as it is: whoever gets it may check what its author signed. Only for
 * those who take it so. https://w3id.org/fep/1b12
 */
export async function wrapped(
  { apex, hub, now }: FederationDeps,
  group: LocalActor,
  activity: JsonObject,
  { id, objectId }: { id: string; objectId: string },
): Promise<Outgoing> {
  const { origin } = hub
  const body = await apex.activity('Announce', origin + group.id, [PUBLIC], {
    id: origin + id,
    object: String(activity['id']),
    cc: [`${origin}${group.id}/followers`],
    published: new Date(now()).toISOString(),
  })
  return {
    id,
    actor: group,
    type: 'Announce',
    objectId,
    // The outbox says it once, by its address.
    public: false,
    body: { ...body, object: activity },
    followersOf: [group],
    among: 'groups',
    inboxes: [],
  }
}
