import type { Step } from '../../../db/open.ts'
import { hasSaid } from '../../networks/sides.ts'
import { said as saidBy } from '../../networks/store.ts'
import { localPath } from '../addresses.ts'
import { actorOfRole, localActor, type LocalActor } from '../local-actors.ts'
import { isCrowded, mayBelong, partyAt, rests, rowOf } from '../memberships/received.ts'
import { reply } from '../reply.ts'
import type { FederationDeps } from '../room.ts'
import type { Said, Verb } from './verb.ts'

/**
 * An organisation elsewhere says that it belongs to a network of ours, whose editors answer it; where they have invited
 * it, they have answered already. Of an event one registers on its page (`joinMode: external`), and of anything else
 * there is nothing to join: a polite no instead of silence.
 */
export const join: Verb = async (deps, said) => {
  const { activity, sender, now } = said
  const network = await partyAt(deps, activity.objectId)
  if (network === undefined || !network.isNetwork || !mayBelong(sender))
    return answered(deps, said, await actorOfRole(deps.db, 'hub'), 'Reject')
  const me = await localActor(deps.db, network.handle)
  const row = await rowOf(deps, sender, 'organisation', network)
  if (rests(row, 'network', now)) return answered(deps, said, me, 'Reject')
  const isAwaited = row !== undefined && hasSaid(row, 'network')
  if (row !== undefined && hasSaid(row, 'organisation'))
    return isAwaited ? answered(deps, said, me, 'Accept') : []
  if (!isAwaited && (await isCrowded(deps.db, sender, 'organisation', network))) return []
  const pair = { networkN: network.n, organisationN: sender.n }
  return [
    ...saidBy(deps.db, pair, 'organisation', now, activity.id),
    ...(isAwaited ? await answered(deps, said, me, 'Accept') : []),
  ]
}

async function answered(
  deps: FederationDeps,
  { activity, sender }: Said,
  me: LocalActor | undefined,
  type: 'Accept' | 'Reject',
): Promise<Step[]> {
  const { objectId } = activity
  if (me === undefined || objectId === null || localPath(deps.hub.origin, objectId) === null) return []
  return reply(deps, sender, {
    actor: me,
    type,
    asked: { id: activity.id, type: 'Join', actor: sender.id, object: objectId },
  })
}
