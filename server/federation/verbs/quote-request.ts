import { sameOrigin } from '../address.ts'
import { localPath } from '../addresses.ts'
import { quotable, stampOf } from '../quotes.ts'
import { reply } from '../reply.ts'
import type { Verb } from './verb.ts'

/** They ask to quote something of ours in a post of theirs: yes, with the stamp that others will ask to see. */
export const quoteRequest: Verb = async (deps, { activity, sender }) => {
  const { origin } = deps.hub
  const { objectId, instrument } = activity
  const path = objectId === null ? null : localPath(origin, objectId)
  const id = path?.match(/^\/ap\/objects\/([0-9a-f-]{36})$/)?.[1]
  if (objectId === null || id === undefined) return []
  if (instrument === null || !sameOrigin(instrument, sender.id)) return []
  const author = await quotable(deps, id)
  if (author === null) return []
  return reply(deps, sender, {
    actor: author,
    type: 'Accept',
    asked: { id: activity.id, type: 'QuoteRequest', actor: sender.id, object: objectId, instrument },
    more: { result: stampOf(origin, id, instrument) },
  })
}
