import type { Step } from '../../../db/open.ts'
import { sameOrigin } from '../address.ts'
import { hostOf, isOurs, targetAt } from '../addresses.ts'
import { objectAt, takeAnswer } from '../fetch-answer.ts'
import { FetchFault, mayPass } from '../fetch-fault.ts'
import type { Identified, NormalisedObject } from '../normalise.ts'
import type { FederationDeps } from '../room.ts'
import { branchesOf, readList } from './lists.ts'
import { conversationLimits, count, goTo, mayLeadTo, type Stop, type Walk } from './walk.ts'

/** Whose conversation is read. Null: an answer looks for the one that it belongs to. */
export type Read = { entryN: number; trusted: boolean } | null

/**
 * What stands at one address, taken in by the same gate as what is delivered. A fault is one more outcome: the others
 * are read all the same, and what could not be had is asked for again in the next reading.
 */
export async function visit(deps: FederationDeps, walk: Walk, stop: Stop, read: Read): Promise<Step[]> {
  try {
    if (stop.as === 'list') await readList(deps, walk, stop)
    else if (stop.as === 'answer') return await readAnswer(deps, walk, stop, read)
    else await readOwner(deps, walk, stop, read)
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error
    count(walk, mayPass(error) ? 'unreached' : 'fault')
    if (mayPass(error)) leave(walk, hostOf(stop.at))
    // Pleroma names a conversation that cannot be read.
    if (stop.as === 'list' && stop.whole) await branchOut(deps, walk, stop.replies, read)
  }
  return []
}

/** It does not answer, or has had enough of us: the rest of what is there can wait for the next reading. */
function leave(walk: Walk, host: string): void {
  const others = walk.stops.filter(({ at }) => hostOf(at) !== host)
  count(walk, 'unreached', walk.stops.length - others.length)
  walk.stops = others
}

/** Where answers are listed: the whole conversation, if the entry's own host names one, else what was said to each. */
async function readOwner(deps: FederationDeps, walk: Walk, stop: Stop, read: Read): Promise<void> {
  const owner = await objectAt(deps, stop.at)
  if (typeof owner === 'string') return count(walk, owner)
  const replies = ownAddress(owner, owner.replies)
  if (stop.as === 'branch') return replies === null ? undefined : goTo(walk, listOf(replies, false))
  const context = ownAddress(owner, owner.context)
  const trusted = read?.trusted ?? false
  if (context === null) return branchOut(deps, walk, replies, read)
  return goTo(walk, { as: 'list', at: context, whole: true, replies, trusted })
}

async function branchOut(
  deps: FederationDeps,
  walk: Walk,
  replies: string | null,
  read: Read,
): Promise<void> {
  walk.branching = true
  if (replies !== null) goTo(walk, listOf(replies, read?.trusted ?? false))
  if (read !== null) for (const branch of await branchesOf(deps, read.entryN)) goTo(walk, branch)
}

const listOf = (at: string, trusted: boolean): Stop => ({
  as: 'list',
  at,
  whole: false,
  replies: null,
  trusted,
})

async function readAnswer(
  deps: FederationDeps,
  walk: Walk,
  stop: Extract<Stop, { as: 'answer' }>,
  read: Read,
): Promise<Step[]> {
  const answer = await objectAt(deps, stop.at)
  if (typeof answer === 'string') {
    count(walk, answer)
    return []
  }
  const { inReplyTo } = answer
  if (inReplyTo === null || (await targetAt(deps.db, deps.hub.origin, inReplyTo)) === null) {
    if (!climb(deps, walk, stop, inReplyTo, read)) count(walk, 'unrelated')
    return []
  }
  const steps = await takeAnswer(deps, answer)
  count(walk, steps.length > 0 ? 'kept' : 'refused')
  const replies = ownAddress(answer, answer.replies)
  if (walk.branching && replies !== null && steps.length > 0) goTo(walk, listOf(replies, false))
  return steps
}

/** What it answers is not here: that is looked for first, and then the answer once more. */
function climb(
  { hub }: FederationDeps,
  walk: Walk,
  stop: Extract<Stop, { as: 'answer' }>,
  parent: string | null,
  read: Read,
): boolean {
  const { height } = conversationLimits
  if (parent === null || stop.height >= height || isOurs(hub.origin, parent)) return false
  if (walk.seen.includes(parent)) return false
  const near = read === null || sameOrigin(parent, stop.at)
  if (!near && !mayLeadTo(walk, hostOf(parent))) return false
  walk.seen.push(parent)
  const above = { as: 'answer' as const, at: parent, height: stop.height + 1 }
  walk.stops.unshift(above, { ...stop, height })
  return true
}

const ownAddress = (object: Identified<NormalisedObject>, address: string | null): string | null =>
  address !== null && sameOrigin(address, object.id) ? address : null
