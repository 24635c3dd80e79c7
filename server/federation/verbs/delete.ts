import type { Step } from '../../../db/open.ts'
import { tombstones } from '../../../db/schema/entries.ts'
import { takeBackQuotation } from '../../entries/quotations.ts'
import { eraseReceived } from '../../entries/receive.ts'
import { receiveEnd } from '../../groupings/receive.ts'
import { takeBackMessage } from '../../messages/receive.ts'
import { sameOrigin } from '../address.ts'
import { forgetActor } from '../forget.ts'
import { relayGone } from '../relays.ts'
import type { FederationDeps } from '../room.ts'
import { earlyStone } from '../stones.ts'
import { takeDown } from '../take-down.ts'
import type { Said, Verb } from './verb.ts'

/**
 * Theirs only: what is erased is looked for under the sender's own name. A Delete may come before its Create (a
 * stone is left for that), and an actor that deletes itself takes everything along.
 */
export const del: Verb = async (deps, said) => {
  const { activity, sender } = said
  const id = activity.objectId
  if (id === null || !sameOrigin(id, sender.id)) return []
  if (id === sender.id) return forgetActor(deps, sender, true)
  const erased = [
    ...(await entry(deps, said, id)),
    ...(await takeDown(deps, sender, id, said.now)),
    ...(await message(deps, said, id)),
    ...(await takeBackQuotation(deps.db, sender.n, id)),
    ...(await receiveEnd(deps, sender, id)),
  ]
  return erased.length > 0
    ? [...relayGone(deps, said, id), ...erased]
    : [stone(deps, said, earlyStone(sender.id, id))]
}

const entry = async (deps: FederationDeps, { sender }: Said, apId: string): Promise<Step[]> =>
  (await eraseReceived(deps, { apId, originN: sender.n }, true)).steps

async function message(deps: FederationDeps, said: Said, id: string): Promise<Step[]> {
  const steps = await takeBackMessage(deps, id, said.sender)
  return steps.length === 0 ? [] : [...steps, stone(deps, said, id)]
}

const stone = ({ db }: FederationDeps, { now }: Said, id: string, formerType: string | null = null): Step =>
  db.make.insert(tombstones).values({ id, formerType, deletedAt: now }).onConflictDoNothing()
