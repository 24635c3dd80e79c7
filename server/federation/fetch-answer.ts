import type { Step } from '../../db/open.ts'
import { sameOrigin } from './address.ts'
import { hostOf, targetAt } from './addresses.ts'
import { isBlocked } from './blocked.ts'
import { isCrowded, roomFor } from './crowd.ts'
import { fetchDocument } from './document.ts'
import { FetchFault } from './fetch-fault.ts'
import { keepObject } from './keep-object.ts'
import { normalise, type Identified, type NormalisedObject } from './normalise.ts'
import { askActor, keepActor, knownActor, type RemoteActor } from './remote-actors.ts'
import { revised } from './revised.ts'
import type { FederationDeps } from './room.ts'
import { signedBy } from './signed-fetch.ts'
import { isConflict } from '../refusal.ts'

/**
 * An answer to something here, read where it stands: what its forwarder said of it is not used, only that it is
 * there. Two requests at most, both to its own host, and the second only for an author we do not know (rule 28).
 */
export async function fetchAnswer(
  deps: FederationDeps,
  address: string,
  onWordOf: RemoteActor,
): Promise<Step[]> {
  if (await isBlocked(deps.db, onWordOf.id)) return []
  const object = await objectAt(deps, address)
  if (typeof object === 'string' || object.inReplyTo === null) return []
  const isAnswer = (await targetAt(deps.db, deps.hub.origin, object.inReplyTo)) !== null
  return isAnswer ? takeAnswer(deps, object) : []
}

/** What stands there, if it is an object and its host may be asked. Throws `FetchFault`. */
export async function objectAt(
  deps: FederationDeps,
  address: string,
): Promise<Identified<NormalisedObject> | 'blocked' | 'crowded'> {
  if (await isBlocked(deps.db, address)) return 'blocked'
  if (await isCrowded(deps, hostOf(address))) return 'crowded'
  const sign = await signedBy(deps, 'instance')
  const { document } = await fetchDocument(deps.fetcher, address, { sign, withinOrigin: true })
  const object = await normalise(document, deps.apex)
  if (object?.form !== 'object') throw new FetchFault('json', 'The document is not an object.')
  return object
}

/** By the gate of what is delivered. Its author is of its own host, which is asked who that is, if we do not know. */
export async function takeAnswer(
  deps: FederationDeps,
  object: Identified<NormalisedObject>,
): Promise<Step[]> {
  const authorId = object.attributedTo.find((id) => sameOrigin(id, object.id))
  if (authorId === undefined) return []
  const author = await authorOf(deps, authorId)
  if (author === null || author.deletedAt !== null) return []
  return (await revised(deps, author, object)) ?? keepObject(deps, author, object, { via: null })
}

async function authorOf(deps: FederationDeps, id: string): Promise<RemoteActor | null> {
  const known = await knownActor(deps, id)
  if (known !== undefined) return known
  const asked = await askActor(deps, id)
  try {
    await deps.db.write([...(await roomFor(deps, hostOf(id))), ...keepActor(deps, asked)])
  } catch (error) {
    if (isConflict(error)) return null
    throw error
  }
  return (await knownActor(deps, id)) ?? null
}
