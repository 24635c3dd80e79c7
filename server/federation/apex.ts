import activitypubExpress from 'activitypub-express'
import { readOnlyStore, type ReadOnlyCollections } from './apex-store.ts'
import { fediverseContext, loadContext } from './contexts/loader.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'
import { toWire } from './vocabulary.ts'

export type { CollectionRow, ReadOnlyCollections } from './apex-store.ts'

/** What an outgoing activity is made of, beside who does what to whom. The id is fixed by the event it tells of. */
export interface ActivityParts {
  id: string
  /** An embedded document of ours takes the wire form; one that brings its own context is relayed unchanged. */
  object?: string | JsonObject | readonly string[]
  cc?: readonly string[]
  audience?: readonly string[]
  published?: string
  target?: string
  result?: string
  /** Plain words: why something is reported. */
  content?: string
}

/** How a collection shows its items: in pages, all at once (short ones), or not at all. */
export type CollectionForm = 'paged' | 'whole' | 'counted'

export interface Apex {
  /** JSON-LD, compacted to the terms we read, every value in a list. From bundled contexts; throws on what it cannot read. */
  fromJSONLD(document: JsonObject): Promise<JsonObject>
  /** Every outgoing activity, in the wire form. */
  activity(type: string, actorId: string, to: readonly string[], parts: ActivityParts): Promise<JsonObject>
  tombstone(id: string, deleted: string, formerType?: string): Promise<JsonObject>
  collection(id: string, form?: CollectionForm): Promise<JsonObject>
  /** `page` is what stands in the query: `true` for the first, else the cursor that the page before ended with. */
  collectionPage(id: string, page: string): Promise<JsonObject>
}

export interface ApexOptions {
  baseUrl: string
  name: string
  domain: string
  store: ReadOnlyCollections
}

const pageLength = 20

/**
 * activitypub-express as a library: its vocabulary and its collections, never its server, its network or its
 * database, which do not exist here (`absent/`). What writes, resolves or publishes is not handed on: that would
 * happen outside our transaction.
 */
export function createApex({ baseUrl, name, domain, store }: ApexOptions): Apex {
  const apex = activitypubExpress({
    baseUrl,
    name,
    domain,
    routes,
    actorParam: 'actor',
    objectParam: 'id',
    activityParam: 'id',
    collectionParam: 'collection',
    context: [fediverseContext],
    itemsPerPage: pageLength,
    offlineMode: true,
    store: readOnlyStore(store),
  })
  apex.jsonldContextLoader = loadContext
  // No collections of likes and shares on activities: ours hang on objects.
  apex.utils.idToActivityCollections = () => ({})

  return {
    async fromJSONLD(document) {
      // apex sets `@language` in the contexts it is given.
      const working = await apex.fromJSONLD(structuredClone(document))
      if (!isJsonObject(working)) throw new TypeError('The document says nothing.')
      return working
    },

    async activity(type, actorId, to, { object, published, ...parts }) {
      const [first] = [object].flat()
      const named = typeof first === 'object' ? first['id'] : first
      const built = await apex.buildActivity(type, actorId, to, { ...parts, published, object: named })
      const { published: _, ...activity } = unboxed(built)
      return toWire({ ...activity, ...(object === undefined ? {} : { object }), published })
    },

    async tombstone(id, deleted, formerType) {
      const { published: _, updated: __, ...tombstone } = unboxed(await apex.buildTombstone({ id }))
      return toWire({ ...tombstone, deleted, formerType })
    },

    async collection(id, form = 'paged') {
      const { first, ...collection } = unboxed(await apex.getCollection(id, undefined, null, true))
      if (form === 'counted') return toWire(collection)
      if (form === 'paged') return toWire({ ...collection, first })
      const { orderedItems } = unboxed(await apex.getCollection(id, Infinity, ({ item }) => item, true))
      return toWire({ ...collection, orderedItems })
    },

    async collectionPage(id, page) {
      return toWire(unboxed(await apex.getCollection(id, page, ({ item }) => item, true)))
    },
  }
}

/** Of these, one alone is still a list: a page of one item must not become a page that is the item. */
const lists = new Set(['to', 'cc', 'audience', 'orderedItems'])

/** apex's working form has every value in a list. */
function unboxed(working: object): JsonObject {
  return Object.fromEntries(
    Object.entries(working).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) && value.length === 1 && !lists.has(key) ? value[0] : value,
    ]),
  )
}

/** apex wants them all; it makes no id that is used and answers no request, so they are only there to be read. */
const routes = {
  actor: '/ap/actors/:actor',
  object: '/ap/objects/:id',
  activity: '/ap/activities/:id',
  inbox: '/ap/actors/:actor/inbox',
  outbox: '/ap/actors/:actor/outbox',
  followers: '/ap/actors/:actor/followers',
  following: '/ap/actors/:actor/following',
  liked: '/ap/actors/:actor/liked',
  blocked: '/ap/actors/:actor/blocked',
  rejected: '/ap/actors/:actor/rejected',
  rejections: '/ap/actors/:actor/rejections',
  likes: '/ap/activities/:id/likes',
  shares: '/ap/activities/:id/shares',
  collections: '/ap/actors/:actor/:collection',
}
