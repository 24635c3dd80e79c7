import type { JsonObject } from './json-object.ts'
import type { FederationDeps } from './room.ts'

/**
 * What is answered, in the object itself: Mastodon takes the first page from there, and asks for the collection of
 * each object that only names it. A page of an outbox names it alone: twenty objects would be four hundred answers.
 */
export async function withReplies(
  { apex }: Pick<FederationDeps, 'apex'>,
  object: JsonObject,
): Promise<JsonObject> {
  const id = object['replies']
  if (typeof id !== 'string') return object
  const [collection, first] = await Promise.all([apex.collection(id), apex.collectionPage(id, 'true')])
  return { ...object, replies: { ...embedded(collection), first: embedded(first) } }
}

const embedded = ({ '@context': _, ...node }: JsonObject): JsonObject => node
