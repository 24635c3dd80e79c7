import { eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { eraseReceived } from '../entries/receive.ts'
import { sameOrigin } from './address.ts'
import { fetchDocument } from './document.ts'
import { FetchFault } from './fetch-fault.ts'
import type { JsonObject } from './json-object.ts'
import { keepObject, keepOrganisation } from './keep-object.ts'
import { normalise } from './normalise.ts'
import { kept as keptActor, remoteActor, type RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { signedBy } from './signed-fetch.ts'
import { isFollowed } from './subscribed.ts'

/**
 * Fetches an object on the word of someone we follow, from the origin that both share. It may be said by another
 * actor of that origin: a hub announces what its organisations say. At most two fetches: object and author.
 */
export async function fetchEntry(
  deps: FederationDeps,
  address: string,
  onWordOf: RemoteActor,
): Promise<Step[]> {
  if (!sameOrigin(address, onWordOf.id) || !(await isFollowed(deps.db, onWordOf.n))) return []
  const sign = await signedBy(deps, 'instance')
  try {
    const { document } = await fetchDocument(deps.fetcher, address, { sign, withinOrigin: true })
    return await kept(deps, document, onWordOf)
  } catch (error) {
    const status = error instanceof FetchFault ? error.status : undefined
    if (status !== 410 && status !== 404) throw error
    return erased(deps, address, status === 410)
  }
}

async function kept(deps: FederationDeps, document: JsonObject, onWordOf: RemoteActor): Promise<Step[]> {
  const object = await normalise(document, deps.apex)
  if (object?.form === 'actor')
    return sameOrigin(object.id, onWordOf.id)
      ? keepOrganisation(deps, await keptActor(deps, object), object, onWordOf)
      : []
  if (object?.form !== 'object') throw new FetchFault('json', 'The document is not an object.')
  const authorId = object.attributedTo.find((id) => sameOrigin(id, onWordOf.id))
  if (authorId === undefined) return []
  const author = authorId === onWordOf.id ? onWordOf : await remoteActor(deps, authorId)
  return author === null ? [] : keepObject(deps, author, object, { via: onWordOf })
}

/** Its own server says that it is no longer there. After a 404 it may be back one day; 410 is for good. */
async function erased(deps: FederationDeps, apId: string, final: boolean): Promise<Step[]> {
  const [known] = await deps.db.read
    .select({ originN: entries.originN })
    .from(entries)
    .where(eq(entries.apId, apId))
  return known === undefined || known.originN === null
    ? []
    : (await eraseReceived(deps, { apId, originN: known.originN }, final)).steps
}
