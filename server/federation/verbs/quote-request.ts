import { leaveToQuote } from '../../entries/quotations.ts'
import { sameOrigin } from '../address.ts'
import { localPath } from '../addresses.ts'
import { quotable, stampOf } from '../quotes.ts'
import { reply } from '../reply.ts'
import type { Verb } from './verb.ts'

/**
 * They ask to quote something of ours in a post of theirs: yes, with the stamp that others will ask to see; no, where a
 * moderator took it back before.
 */
export const quoteRequest: Verb = async (deps, { activity, sender }) => {
  const { origin } = deps.hub
  const { objectId, instrument } = activity
  const path = objectId === null ? null : localPath(origin, objectId)
  const id = path?.match(/^\/ap\/objects\/([0-9a-f-]{36})$/)?.[1]
  if (objectId === null || path === null || id === undefined) return []
  if (instrument === null || !sameOrigin(instrument, sender.id)) return []
  const found = await quotable(deps, id)
  if (found === null) return []
  const { author, entryN } = found
  const asked = { id: activity.id, type: 'QuoteRequest', actor: sender.id, object: objectId, instrument }
  const wish = { apId: instrument, objectId: path, entryN, voiceN: author.n }
  const leave = await leaveToQuote(deps, sender, wish)
  if (leave === 'too-many') return []
  if (leave === 'refused') return reply(deps, sender, { actor: author, type: 'Reject', asked })
  const result = stampOf(origin, { objectId: path, id: leave.id })
  const answer = await reply(deps, sender, { actor: author, type: 'Accept', asked, more: { result } })
  return answer.length === 0 ? [] : [...leave.steps, ...answer]
}
