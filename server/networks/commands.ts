import type { Step } from '../../db/open.ts'
import type { Viewer, Visitor } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { isPublic, mayPublish } from '../entries/entry.ts'
import type { Entry } from '../entries/load.ts'
import { Refusal } from '../refusal.ts'
import { partyByN, partyOfEntry, type Party } from './parties.ts'
import { hasSaid, otherSide, verbOfEnding, verbOfSaying, type MembershipRow, type Side } from './sides.ts'
import { agreed, ended, livingOf, membershipByN, membershipOf, said, told, type Pair } from './store.ts'

/** Those who answer for the organisation's own page: nobody of another one, whatever their role there. */
export const mayAnswerFor = (
  viewer: Visitor,
  { envelope, kind }: Pick<Entry, 'envelope' | 'kind'>,
): boolean => kind.name === 'organisation' && envelope.origin === null && mayPublish(viewer, envelope)

export const isNetwork = ({ kind, fields }: Pick<Entry, 'kind' | 'fields'>): boolean =>
  kind.name === 'organisation' && fields?.['status'] === 'network'

/** What the editors of one side say of the other: that they belong together. Said again, it is said once. */
export async function say(
  deps: Deps,
  viewer: Viewer,
  own: Entry,
  { side, other }: { side: Side; other: number },
): Promise<void> {
  const me = await voiceOf(deps, viewer, own)
  const them = await partyByN(deps.db, other)
  if (them === undefined) throw new Refusal('absent', 'There is no such organisation.')
  await deps.db.write(await sayingSteps(deps, side, me, them))
}

/** Also for whom the federation has only just found. No steps: it was said before. */
export async function sayingSteps(deps: Deps, side: Side, me: Party, them: Party): Promise<Step[]> {
  const [network, organisation] = side === 'network' ? [me, them] : [them, me]
  if (!network.isNetwork)
    throw new Refusal('invalid', 'This is no network.', { fields: { other: 'not-a-network' } })
  if (network.n === organisation.n || !me.speaks || !them.speaks)
    throw new Refusal('invalid', 'These cannot belong together.', { fields: { other: 'wrong' } })
  const pair = { networkN: network.n, organisationN: organisation.n }
  const before = await membershipOf(deps.db, pair)
  if (before !== undefined && hasSaid(before, side)) return []
  const verb = verbOfSaying(before, side)
  const activityId = deps.newId()
  const now = deps.now()
  return [
    ...(verb === 'Accept'
      ? agreed(deps.db, pair, side, now)
      : said(deps.db, pair, side, now, `/ap/activities/${activityId}`)),
    ...(them.local
      ? []
      : told(deps, pair, { verb, side, activityId, askedId: before ? askOf(before, side) : null })),
  ]
}

/** Either side ends it, or says no to what the other has asked. */
export async function end(
  deps: Deps,
  viewer: Viewer,
  own: Entry,
  { side, membership }: { side: Side; membership: number },
): Promise<void> {
  const me = await voiceOf(deps, viewer, own)
  const row = await ofTheirs(deps, me, side, membership)
  if (row.endedAt !== null) return
  await deps.db.write(await endingSteps(deps, row, side))
}

export async function endingSteps(deps: Deps, row: MembershipRow, side: Side): Promise<Step[]> {
  const pair: Pair = row
  const them = await partyByN(deps.db, side === 'network' ? row.organisationN : row.networkN)
  const verb = verbOfEnding(row, side)
  const isTold = them !== undefined && !them.local && (verb === 'Reject' || hasSaid(row, side))
  return [
    ...ended(deps.db, pair, side, deps.now()),
    ...(isTold ? told(deps, pair, { verb, side, activityId: deps.newId(), askedId: askOf(row, side) }) : []),
  ]
}

/** An account of ours that leaves for another server says goodbye to its networks and its members first. */
export async function partingSteps(deps: Deps, actorN: number): Promise<Step[]> {
  const living = await livingOf(deps.db, actorN)
  const steps = living.map((row) =>
    endingSteps(deps, row, row.networkN === actorN ? 'network' : 'organisation'),
  )
  return (await Promise.all(steps)).flat()
}

/** The other's ask that this side answers. */
const askOf = (row: MembershipRow, side: Side): string | null =>
  otherSide(side) === 'network' ? row.inviteId : row.joinId

async function voiceOf(deps: Deps, viewer: Viewer, own: Entry): Promise<Party> {
  if (!mayAnswerFor(viewer, own)) throw new Refusal('forbidden', 'You do not answer for this organisation.')
  if (!isPublic(own.envelope.state)) throw new Refusal('conflict', 'Publish this organisation first.')
  const me = await partyOfEntry(deps.db, own.envelope.id)
  if (me === undefined)
    throw new Refusal('unavailable', 'Its account is being made; try again in a moment.', { retryAfter: 2 })
  if (!me.speaks) throw new Refusal('invalid', 'This organisation has moved.', { fields: { other: 'moved' } })
  return me
}

/** Of this very organisation: the number of another's says nothing, not even that it exists. */
async function ofTheirs(deps: Deps, me: Party, side: Side, membership: number): Promise<MembershipRow> {
  const row = Number.isSafeInteger(membership) ? await membershipByN(deps.db, membership) : undefined
  const own = side === 'network' ? row?.networkN : row?.organisationN
  if (row === undefined || own !== me.n) throw new Refusal('absent', 'There is no such membership.')
  return row
}
