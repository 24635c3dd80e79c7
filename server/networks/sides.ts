import type { networkMemberships, sides } from '../../db/schema/networks.ts'

export type Side = (typeof sides)[number]
export type MembershipRow = typeof networkMemberships.$inferSelect

export const otherSide = (side: Side): Side => (side === 'network' ? 'organisation' : 'network')

/** What both sides together make of it: `asked` by the organisation alone, `invited` by the network alone. */
export type MembershipState = 'confirmed' | 'asked' | 'invited' | 'ended'

type Said = Pick<MembershipRow, 'networkSaidAt' | 'organisationSaidAt' | 'endedAt'>

/** Confirmed only when both have said it, and neither has ended it since. */
export function stateOf({ networkSaidAt, organisationSaidAt, endedAt }: Said): MembershipState {
  if (endedAt !== null || (networkSaidAt === null && organisationSaidAt === null)) return 'ended'
  if (networkSaidAt !== null && organisationSaidAt !== null) return 'confirmed'
  return networkSaidAt === null ? 'asked' : 'invited'
}

export const hasSaid = (row: Said, side: Side): boolean =>
  row.endedAt === null && (side === 'network' ? row.networkSaidAt : row.organisationSaidAt) !== null

/** The words of ActivityStreams by which a side tells the other what it has said. */
export type MembershipVerb = 'Join' | 'Invite' | 'Accept' | 'Reject' | 'Leave' | 'Remove'

/** What has not been answered is asked; what the other has asked is answered. */
export const verbOfSaying = (before: Said | undefined, side: Side): MembershipVerb =>
  before !== undefined && hasSaid(before, otherSide(side)) ? 'Accept' : side === 'network' ? 'Invite' : 'Join'

export const verbOfEnding = (before: Said, side: Side): MembershipVerb =>
  hasSaid(before, side) ? (side === 'network' ? 'Remove' : 'Leave') : 'Reject'

/** A no is heard for a day: whoever asks again before is told the same, and nobody here is asked. */
export const restsFor = 24 * 3_600_000
