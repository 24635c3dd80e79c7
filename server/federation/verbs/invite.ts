import { hasSaid } from '../../networks/sides.ts'
import { said as saidBy } from '../../networks/store.ts'
import { localActor } from '../local-actors.ts'
import { isCrowded, mayBelong, partyAt, rests, rowOf } from '../memberships/received.ts'
import { reply } from '../reply.ts'
import type { Verb } from './verb.ts'

/**
 * A network elsewhere says that an organisation of ours belongs to it; the organisation's editors answer. Only a Group
 * can, and only to itself: nobody is invited in another's name. Of what the organisation has asked for itself it is the yes.
 */
export const invite: Verb = async (deps, { activity, sender, now }) => {
  if (sender.type !== 'Group' || !mayBelong(sender)) return []
  if (activity.target !== null && activity.target !== sender.id) return []
  const organisation = await partyAt(deps, activity.objectId)
  if (organisation === undefined) return []
  const row = await rowOf(deps, sender, 'network', organisation)
  if (rests(row, 'organisation', now)) {
    const me = await localActor(deps.db, organisation.handle)
    const asked = { type: 'Invite', actor: sender.id, object: deps.hub.origin + organisation.id }
    return me === undefined
      ? []
      : reply(deps, sender, {
          actor: me,
          type: 'Reject',
          asked: { ...asked, id: activity.id, target: sender.id },
        })
  }
  if (row !== undefined && hasSaid(row, 'network')) return []
  const isAwaited = row !== undefined && hasSaid(row, 'organisation')
  if (!isAwaited && (await isCrowded(deps.db, sender, 'network', organisation))) return []
  const pair = { networkN: sender.n, organisationN: organisation.n }
  return saidBy(deps.db, pair, 'network', now, activity.id)
}
