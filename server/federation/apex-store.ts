import type { JsonObject } from './json-object.ts'

/** One item of a collection, and where to go on after it. */
export interface CollectionRow {
  cursor: string
  item: string | JsonObject
}

/** What apex's collections read, and all that they may touch. Only what everybody may see goes in. */
export interface ReadOnlyCollections {
  /**
   * In its own order, at most `limit`, beginning after the cursor. A cursor that cannot be read is a `Refusal`; one whose
   * row is gone goes on where it stood.
   */
  getStream(collection: string, limit: number, after: string | null): Promise<CollectionRow[]>
  getStreamCount(collection: string): Promise<number>
}

/** A collection served whole is a short one; were it not, it ends here. */
const longestWhole = 200

const refused =
  `setup getObject saveObject updateObject getActivity saveActivity updateActivity updateActivityMeta
  removeActivity findActivityByCollectionAndObjectId findActivityByCollectionAndActorId getContext saveContext
  getUserCount getUsercount deliveryEnqueue deliveryDequeue deliveryRequeue`.split(/\s+/)

/**
 * apex's `IApexStore` over our tables: it can list and count, and nothing else. What changes something is a command
 * of ours, in a transaction of ours.
 */
export function readOnlyStore(collections: ReadOnlyCollections): object {
  const methods = refused.map((method) => [
    method,
    () => {
      throw new Error(`apex may only read collections here, and called ${method}.`)
    },
  ])
  return {
    ...Object.fromEntries(methods),
    // Never seen outside: every activity gets the id of its event.
    generateId: () => 'unnamed',
    getStreamCount: (collection: string) => collections.getStreamCount(collection),
    async getStream(collection: string, limit: number | null, after: string | null) {
      const most = limit ?? longestWhole
      const rows = await collections.getStream(collection, most + 1, after)
      const page = rows.slice(0, most)
      // apex promises a next page after any last item that has an `_id`.
      const ends = rows.length <= most
      return page.map(({ cursor, item }, at) =>
        ends && at === page.length - 1 ? { item } : { _id: cursor, item },
      )
    },
  }
}
