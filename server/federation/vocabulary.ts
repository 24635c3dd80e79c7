import { isJsonObject, type JsonObject } from './json-object.ts'
import { contextFor, isOurContext } from './vocabulary/context.ts'

/** ActivityStreams' namespace, and everybody in it. https://www.w3.org/TR/activitypub/#public-addressing */
export const as2 = 'https://www.w3.org/ns/activitystreams#'
export const PUBLIC = `${as2}Public`

export const activityTypes =
  words(`Accept Add Announce Block Create Delete Dislike EmojiReact Flag Follow Ignore
  Invite Join Leave Like Listen Move Offer QuoteRequest Read Reject Remove TentativeAccept TentativeReject Undo
  Update View`)
export const actorTypes = words('Application Group Organization Person Service')
export const collectionTypes = words('Collection CollectionPage OrderedCollection OrderedCollectionPage')
const linkTypes = words('Hashtag Link Mention')

/**
 * The wire form out: what every receiver of interop.md reads, whatever it is strict about. Lists are lists even when
 * empty (Mobilizon concatenates `to` and `cc` unseen), `type` is one string (Lemmy and Mobilizon), `publicKey` one
 * object (Mobilizon crashes on a list), Public the full IRI, keys in one order. Private keys (`_…`, `bto`, `bcc`) and
 * empty values go. An embedded document with a context that is not ours is somebody else's, and is left as it is.
 */
export function toWire(object: JsonObject): JsonObject {
  const node = wireNode(object)
  return { '@context': contextFor(namesWithin(node)), ...node }
}

function namesWithin(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) namesWithin(item, names)
  if (!isJsonObject(value) || isForeign(value)) return names
  for (const [key, member] of Object.entries(value)) {
    names.add(key === 'type' && typeof member === 'string' ? member : key)
    if (key !== opaque) namesWithin(member, names)
  }
  return names
}

/** Our own data is no ActivityStreams: it goes as it is. */
const opaque = 'maillonItem'
const single = words('type publicKey')
const audiences = words('to cc audience automaticApproval')
const lists = words(`to cc tag attachment items orderedItems alsoKnownAs assertionMethod attributionDomains
  automaticApproval`)
const never = words('@context bto bcc')
const first = ['id', 'type', 'actor', 'attributedTo', 'to', 'cc', 'audience', 'object', 'inReplyTo']

function wireNode(node: JsonObject): JsonObject {
  const members = new Map<string, unknown>(emptyLists(node).map((key) => [key, []]))
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('_') || never.has(key) || value === undefined || value === null) continue
    members.set(key, key === opaque ? value : wireValue(key, value))
  }
  const ordered = first.filter((key) => members.has(key))
  const rest = [...members.keys()].filter((key) => !first.includes(key))
  return Object.fromEntries([...ordered, ...rest].map((key) => [key, members.get(key)]))
}

/** The lists that a receiver reads without asking whether they are there. */
function emptyLists(node: JsonObject): string[] {
  const [type] = [node['type']].flat()
  if (typeof type !== 'string' || linkTypes.has(type) || collectionTypes.has(type)) return []
  if (actorTypes.has(type)) return ['tag', 'attachment']
  if (activityTypes.has(type)) return ['to', 'cc']
  return 'attributedTo' in node ? ['to', 'cc', 'tag', 'attachment'] : []
}

function wireValue(key: string, value: unknown): unknown {
  const items = [value].flat().map((item) => wireItem(key, item))
  if (lists.has(key)) return items
  return single.has(key) || !Array.isArray(value) ? items[0] : items
}

function wireItem(key: string, value: unknown): unknown {
  if (audiences.has(key) && (value === 'as:Public' || value === 'Public')) return PUBLIC
  return isJsonObject(value) && !isForeign(value) ? wireNode(value) : value
}

/** What carries a proof must stay as it was signed, whatever its context. */
function isForeign(node: JsonObject): boolean {
  return '@context' in node && ('proof' in node || 'signature' in node || !isOurContext(node['@context']))
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
