import type { MembershipVerb } from '../../networks/sides.ts'
import type { JsonObject } from '../json-object.ts'

/** Full ids of the two. */
export interface Ids {
  network: string
  organisation: string
}

/**
 * What one side says to the other, in the words of ActivityStreams: an organisation joins and leaves a group, a group
 * invites to itself and removes from itself. https://www.w3.org/TR/activitystreams-vocabulary/#dfn-join
 */
export function membershipBody(
  verb: MembershipVerb,
  { network, organisation }: Ids,
  side: 'network' | 'organisation',
  askedId: string | null,
): JsonObject {
  switch (verb) {
    case 'Join':
    case 'Leave':
      return { object: network }
    case 'Invite':
      return { object: organisation, target: network }
    case 'Remove':
      return { object: organisation, origin: network }
    case 'Accept':
    case 'Reject':
      return { object: askedOf(side, { network, organisation }, askedId) }
  }
}

/** What is answered, with the id that it came under: the network answers a Join, the organisation an Invite. */
const askedOf = (
  side: 'network' | 'organisation',
  { network, organisation }: Ids,
  askedId: string | null,
): JsonObject => ({
  ...(askedId === null ? {} : { id: askedId }),
  ...(side === 'network'
    ? { type: 'Join', actor: organisation, object: network }
    : { type: 'Invite', actor: network, object: organisation, target: network }),
})
