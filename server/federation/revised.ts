import type { Step } from '../../db/open.ts'
import { commentAt, reviseComment } from '../entries/received-comments.ts'
import { standingOf, stillStands } from '../moderation/standing.ts'
import { isForAll } from './keep-object.ts'
import type { Identified, NormalisedObject } from './normalise.ts'
import { receivedWords } from './received-words.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { takeDown } from './take-down.ts'

/**
 * A comment of this very sender, with its new words, unless newer ones are here. Said to fewer, it is taken down as
 * if it were deleted: no second Update brings it past a moderator who had hidden it. Null: it is no comment here.
 */
export async function revised(
  deps: FederationDeps,
  sender: RemoteActor,
  object: Identified<NormalisedObject>,
): Promise<Step[] | null> {
  const now = deps.now()
  const known = await commentAt(deps.db, object.id)
  if (known === undefined) return null
  const isTheirs = known.actorN === sender.n && object.attributedTo.includes(sender.id)
  // What a moderator has erased stays erased.
  if (!isTheirs || known.state === 'deleted') return []
  const saidAt = Math.min(Date.parse(object.updated ?? object.published ?? '') || now, now)
  if (saidAt < known.saidAt) return []
  if (!isForAll(object)) return takeDown(deps, sender, object.id, now)
  const { html, summary, language } = receivedWords(deps, object)
  const { aside } = await standingOf(deps.db, sender.id)
  const words = { html, summary, language, saidAt }
  const steps = await reviseComment(deps, { ...known, actorN: sender.n, aside }, words)
  return steps.length === 0 ? [] : [stillStands([sender.id], aside), ...steps]
}
