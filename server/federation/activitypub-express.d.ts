/** What we use of apex, which brings no types of its own. */
declare module 'activitypub-express' {
  interface Settings {
    name: string
    domain: string
    baseUrl: string
    /** JSON-LD contexts beside ActivityStreams and security/v1. */
    context: unknown[]
    actorParam: string
    objectParam: string
    activityParam: string
    collectionParam: string
    itemsPerPage: number
    offlineMode: boolean
    routes: Record<string, string>
    store: object
  }

  interface Instance {
    jsonldContextLoader: (url: string) => Promise<object>
    utils: { idToActivityCollections: (id: string) => Record<string, string> }
    fromJSONLD: (document: object) => Promise<unknown>
    buildActivity: (type: string, actorId: string, to: readonly string[], rest: object) => Promise<object>
    buildTombstone: (object: { id: string }) => Promise<object>
    getCollection: (
      id: string,
      page: string | number | undefined,
      remapper: ((row: { item: unknown }) => unknown) | null,
      includePrivate: boolean,
    ) => Promise<object>
  }

  export default function activitypubExpress(settings: Settings): Instance
}
