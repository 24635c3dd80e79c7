import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { actorTypes, activityTypes, collectionTypes } from '../../server/federation/vocabulary.ts'

/** What a document is to whoever gets it. */
export type Sort =
  | 'actor'
  | 'object'
  | 'activity'
  | 'collection'
  | 'stone'
  | 'stamp'
  | 'webfinger'
  | 'nodeinfo'
  | 'nodeinfo links'
  | 'host-meta'

/** How it came. */
export interface Context {
  way: 'fetched' | 'delivered' | 'carried'
  /** The address that was asked, or the inbox. */
  url: string
  status: number
  contentType: string
  bytes: number
  /** Whatever can be asked of the same server, by its address. */
  known: ReadonlyMap<string, JsonObject>
}

export interface Seen {
  document: JsonObject
  context: Context
}

/** One thing that a receiver refuses, or passes over. */
export interface Rule {
  /** Said of the document. */
  reason: string
  /** Where the receiver does so: a file of its own, or its document. */
  from: string
  on: Sort
  /** Of which of them, if not of all. */
  when?: (document: JsonObject, context: Context) => boolean
  refuses: (document: JsonObject, context: Context) => boolean
  /** A good document made bad: the proof that this rule can refuse at all. */
  spoil: (document: JsonObject, context: Context) => Partial<Seen>
  /** Where nothing of ours is good (see exceptions.ts): one of ours, made good. */
  mend?: (document: JsonObject) => Partial<Seen>
}

/** What a user there has before their eyes. */
export interface Shown {
  as: 'post' | 'article' | 'event' | 'comment' | 'nothing'
  title: string | null
  /** Behind it everything else is folded away. */
  warning: string | null
  /** HTML, as far as it is shown. */
  text: string
  /** Where a click leads. */
  link: string | null
  /** The page whose preview stands below. */
  card: string | null
}

export interface Receiver {
  name: string
  rules: readonly Rule[]
  shows: (object: JsonObject, context: Context) => Shown
}

/** Why a receiver would refuse or pass over a document; nothing, when it takes it. */
export function reasonsOf(receiver: Receiver, document: JsonObject, context: Context): string[] {
  const sort = sortOf(document)
  const own = receiver.rules
    .filter((rule) => rule.on === sort && applies(rule, document, context) && rule.refuses(document, context))
    .map(({ reason }) => reason)
  const inside = document['object']
  const carries = sort === 'activity' && isJsonObject(inside) && sortOf(inside) !== 'activity'
  // What an activity carries was not asked for.
  const within = { ...context, way: 'carried' as const }
  return carries ? [...own, ...reasonsOf(receiver, inside, within)] : own
}

export const applies = ({ when }: Rule, document: JsonObject, context: Context): boolean =>
  when === undefined || when(document, context)

export function sortOf(document: JsonObject): Sort {
  if ('subject' in document && 'links' in document) return 'webfinger'
  if ('protocols' in document) return 'nodeinfo'
  if ('links' in document) return 'nodeinfo links'
  if ('xrd' in document) return 'host-meta'
  const [type] = [document['type']].flat()
  if (typeof type !== 'string') return 'object'
  if (actorTypes.has(type) || 'inbox' in document) return 'actor'
  if (activityTypes.has(type) || ('actor' in document && 'object' in document)) return 'activity'
  if (collectionTypes.has(type) || 'orderedItems' in document || 'totalItems' in document) return 'collection'
  if (type === 'Tombstone' || 'formerType' in document) return 'stone'
  return type === 'QuoteAuthorization' || 'interactionTarget' in document ? 'stamp' : 'object'
}
