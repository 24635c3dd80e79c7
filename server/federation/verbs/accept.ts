import { and, eq, or } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { following } from '../../../db/schema/federation.ts'
import { receiveAnswer } from '../../groupings/receive.ts'
import { plainLine } from '../../text/plain-line.ts'
import { hasSaid, otherSide } from '../../networks/sides.ts'
import { agreed, ended } from '../../networks/store.ts'
import { localActorAt, localPath } from '../addresses.ts'
import { answeredOf } from '../memberships/received.ts'
import { backfillLater } from '../promises.ts'
import type { FederationDeps } from '../room.ts'
import type { Said, Verb } from './verb.ts'

type Asked = typeof following.$inferSelect

/** Only the one we asked can say yes, and only to what we asked (Pixelfed CVE-2025-30741): anything else is nothing. */
export const accept: Verb = async (deps, said) => {
  const asked = await askedOf(deps, said)
  if (asked === undefined)
    return [...(await agreedTo(deps, said)), ...(await answeredOffer(deps, said, 'accepted'))]
  // Said again, it is no reason to read their outbox again.
  if (asked.state === 'accepted') return []
  return [
    setState(deps, asked, { state: 'accepted', acceptedAt: said.now }),
    ...backfillLater(deps, said.sender),
  ]
}

/** Also withdraws an earlier yes. */
export const reject: Verb = async (deps, said) => {
  const asked = await askedOf(deps, said)
  if (asked === undefined)
    return [...(await refused(deps, said)), ...(await answeredOffer(deps, said, 'declined'))]
  return asked.state === 'rejected' ? [] : [setState(deps, asked, { state: 'rejected', acceptedAt: null })]
}

/** A membership that one of ours has asked for: they say it too. */
async function agreedTo(deps: FederationDeps, said: Said): Promise<Step[]> {
  const answered = await answeredOf(deps, said)
  if (answered === undefined || hasSaid(answered.row, answered.side)) return []
  const { row, side } = answered
  // We have taken it back meanwhile: the other is told so already.
  return hasSaid(row, otherSide(side)) ? agreed(deps.db, row, side, said.now) : []
}

async function refused(deps: FederationDeps, said: Said): Promise<Step[]> {
  const answered = await answeredOf(deps, said)
  return answered === undefined || answered.row.endedAt !== null
    ? []
    : ended(deps.db, answered.row, answered.side, said.now)
}

/** One of ours offered to take part in a call for partners: whoever leads it says yes or no. */
async function answeredOffer(
  deps: FederationDeps,
  { activity, sender }: Said,
  outcome: 'accepted' | 'declined',
): Promise<Step[]> {
  const offerId = activity.objectId === null ? null : localPath(deps.hub.origin, activity.objectId)
  if (offerId === null) return []
  const answer = activity.content === null ? null : plainLine(activity.content, 500)
  return receiveAnswer(deps, sender, { offerId, outcome, answer: answer === '' ? null : answer })
}

/** By the id of our Follow alone (a bare Accept is common), or by who follows whom in an embedded one. */
async function askedOf({ db, hub }: FederationDeps, { activity, sender }: Said): Promise<Asked | undefined> {
  const embedded =
    activity.object?.form === 'activity' && activity.object.type === 'Follow' ? activity.object : null
  const follower = embedded === null ? undefined : await localActorAt(db, hub.origin, embedded.actor)
  const path = activity.objectId === null ? null : localPath(hub.origin, activity.objectId)
  const byId = path === null ? undefined : eq(following.followId, path)
  const byPair =
    follower === undefined || embedded?.objectId !== sender.id ? undefined : eq(following.actorN, follower.n)
  if (byId === undefined && byPair === undefined) return undefined
  const [row] = await db.read
    .select()
    .from(following)
    .where(and(eq(following.targetN, sender.n), or(byId, byPair)))
  return row
}

const setState = ({ db }: FederationDeps, asked: Asked, state: Partial<Asked>): Step =>
  db.make
    .update(following)
    .set(state)
    .where(and(eq(following.actorN, asked.actorN), eq(following.targetN, asked.targetN)))
