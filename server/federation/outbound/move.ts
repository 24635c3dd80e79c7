import type { LocalActor } from '../local-actors.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'
import { renewed } from './organisation.ts'
import type { Outgoing } from './outgoing.ts'

/**
 * The document first, which now says where the actor went, then the Move: both about the same thing, so they keep this
 * order on every server. The words are those of FEP-7628, in its push mode: the old address speaks.
 * https://w3id.org/fep/7628
 */
export async function moved(
  deps: FederationDeps,
  event: DomainEvent,
  actor: LocalActor,
): Promise<Outgoing[]> {
  const { origin } = deps.hub
  const update = await renewed(deps, event, actor)
  // Taken back before it was ever said.
  if (actor.movedTo === null) return [update]
  const id = `/ap/activities/${event.activityId}-move`
  const me = origin + actor.id
  const move: Outgoing = {
    ...update,
    id,
    type: 'Move',
    body: await deps.apex.activity('Move', me, [PUBLIC], {
      id: origin + id,
      object: me,
      target: actor.movedTo,
      cc: [`${me}/followers`],
      published: new Date(event.createdAt).toISOString(),
    }),
  }
  return [update, move]
}
