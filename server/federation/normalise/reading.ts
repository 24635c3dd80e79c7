import { isJsonObject, type JsonObject } from '../json-object.ts'
import { activityTypes, actorTypes, collectionTypes } from '../vocabulary.ts'
import { readActor } from './actor.ts'
import { readAudience, readObject } from './object.ts'
import type { Normalised, NormalisedActivity, NormalisedCollection } from './shape.ts'
import { countOf, dateOf, idOf, idsOf, lengths, listOf, nodesOf, textOf, typeOf } from './values.ts'

/** Announce of a Create of a Note with its replies: nothing honest goes deeper. */
const deepest = 4
const most = { objects: 64, items: 500 }

/**
 * Reads a cleaned document, be it plain JSON or what `fromJSONLD` made of it: the two differ only in wrapping, which
 * `values.ts` takes off. `raw` is the same node as it was received.
 */
export function readNode(node: JsonObject, raw: JsonObject, depth = 1): Normalised | null {
  const type = typeOf(node)
  if (type === null) return null
  if (actorTypes.has(type)) return readActor(node, raw, type)
  if (collectionTypes.has(type)) return readCollection(node, raw, type, depth)
  // An activity nobody has heard of still has somebody who did something to something.
  const isActivity = activityTypes.has(type) || ('actor' in node && 'object' in node)
  return isActivity ? readActivity(node, raw, type, depth) : readObject(node, raw, type)
}

function readActivity(
  node: JsonObject,
  raw: JsonObject,
  type: string,
  depth: number,
): NormalisedActivity | null {
  const actor = idOf(node['actor'])
  if (actor === null) return null
  const objectIds = idsOf(node['object'], most.objects)
  return {
    form: 'activity',
    id: idOf(node['id']),
    type,
    raw,
    actor,
    ...readAudience(node),
    objectId: objectIds[0] ?? null,
    object: readEmbedded(listOf(node['object'])[0], raw['object'], depth),
    objectIds,
    target: idOf(node['target']),
    origin: idOf(node['origin']),
    result: idOf(node['result']),
    instrument: idOf(node['instrument']),
    content: textOf(node['content'], lengths.content),
    published: dateOf(node['published']),
  }
}

function readCollection(
  node: JsonObject,
  raw: JsonObject,
  type: string,
  depth: number,
): NormalisedCollection {
  const first = readEmbedded(listOf(node['first'])[0], raw['first'], depth)
  const key = 'orderedItems' in node ? 'orderedItems' : 'items'
  return {
    form: 'collection',
    id: idOf(node['id']),
    type,
    raw,
    totalItems: countOf(node['totalItems']),
    first: idOf(node['first']),
    firstPage: first?.form === 'collection' ? first : null,
    next: idOf(node['next']),
    partOf: idOf(node['partOf']),
    items: readItems(listOf(node[key]).slice(0, most.items), raw[key], depth),
  }
}

function readItems(items: unknown[], rawItems: unknown, depth: number): (string | Normalised)[] {
  return items.flatMap((item) => readEmbedded(item, rawItems, depth) ?? idOf(item) ?? [])
}

/** A reference in an object's clothes, `{ id }` alone, is no embedded object. */
function readEmbedded(value: unknown, rawSiblings: unknown, depth: number): Normalised | null {
  if (!isJsonObject(value) || depth >= deepest) return null
  return readNode(value, rawTwin(value, rawSiblings), depth + 1)
}

/** JSON-LD may reorder and drop; a node is found again by its id. What is not found has no raw data to be read. */
function rawTwin(node: JsonObject, rawSiblings: unknown): JsonObject {
  const id = textOf(node['id'])
  return nodesOf(rawSiblings).find((sibling) => textOf(sibling['id']) === id) ?? {}
}
