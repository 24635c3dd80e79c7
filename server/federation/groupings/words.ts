import type { Step } from '../../../db/open.ts'
import { mostWords } from '../../groupings/input.ts'
import { callOf, receiveWords } from '../../groupings/receive.ts'
import { plainText } from '../../text/html.ts'
import { localPath } from '../addresses.ts'
import type { Identified, NormalisedObject } from '../normalise.ts'
import type { RemoteActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'

/**
 * A private word of one who takes part in a call with us: it names the call as its conversation. Null: it belongs to
 * none, and is a message like others.
 */
export async function keepCallWords(
  deps: FederationDeps,
  author: RemoteActor,
  object: Identified<NormalisedObject>,
): Promise<Step[] | null> {
  const { context } = object
  if (object.type !== 'Note' || context === null) return null
  const path = localPath(deps.hub.origin, context)
  const ownId = path?.match(/^\/ap\/objects\/([0-9a-f-]{36})$/)?.[1] ?? null
  const call = await callOf(deps.db, author, { ownId, apId: context })
  if (call === null) return null
  const text =
    object.source?.mediaType === 'text/plain' ? object.source.content : plainText(object.content ?? '')
  const words = text.trim().slice(0, mostWords)
  if (words === '') return []
  const published = Date.parse(object.published ?? '')
  return receiveWords(deps, author, call, {
    ...{ apId: object.id, text: words, name: author.name || author.handle },
    // A claim: never later than now, or it would stay at the end for good.
    publishedAt: Number.isNaN(published) ? deps.now() : Math.min(published, deps.now()),
  })
}
