import { sameOrigin } from '../address.ts'
import { localPath } from '../addresses.ts'
import { enqueue } from '../deliveries.ts'
import { quotable, stampOf } from '../quotes.ts'
import type { Verb } from './verb.ts'

/** They ask to quote an entry of ours in a post of theirs: yes, with the stamp that others will ask to see. */
export const quoteRequest: Verb = async (deps, { activity, sender }) => {
  const { origin } = deps.hub
  const { objectId, instrument } = activity
  const path = objectId === null ? null : localPath(origin, objectId)
  const entryId = path?.match(/^\/ap\/objects\/([0-9a-f-]{36})$/)?.[1]
  if (entryId === undefined || instrument === null || !sameOrigin(instrument, sender.id)) return []
  const author = await quotable(deps, entryId)
  if (author === null || sender.inbox === null) return []
  const id = `/ap/activities/${deps.newId()}`
  const body = await deps.apex.activity('Accept', origin + author.id, [sender.id], {
    id: origin + id,
    object: { id: activity.id, type: 'QuoteRequest', actor: sender.id, object: objectId, instrument },
    result: stampOf(origin, entryId, instrument),
  })
  return enqueue(deps, {
    id,
    actor: author,
    type: 'Accept',
    objectId: activity.id,
    public: false,
    body,
    followersOf: [],
    inboxes: [{ host: sender.host, inbox: sender.inbox }],
  })
}
