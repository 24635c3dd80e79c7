import { ContextBudget, meaningOf } from '../contexts/meaning.ts'
import { isJsonObject, type JsonObject } from '../json-object.ts'
import { as2 } from '../vocabulary.ts'

/** JSON-LD costs a hundred times what reading costs: 4,000 nodes are some 50 ms. */
const limits = { depth: 32, nodes: 10_000, jsonLdNodes: 4_000, itemBytes: 64 * 1024, itemDepth: 8 }

/** Longer arrays are cut, not refused: a post that names a hundred people is still a post. */
const longest: Readonly<Record<string, number>> = { tag: 64, attachment: 16, oneOf: 100, anyOf: 100 }
const longestOther = 500

/** They move data to where it was not, and no software of the fediverse sends them (CVE-2026-46349, CVE-2026-42462). */
const refused = new Set(['@graph', '@included', '@reverse', '@nest'])

/** Keys that reach an object's prototype when a careless line copies them. */
const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Ours is taken from the JSON as sent; a proof repeats whole contexts, and is read by who verifies it. */
const unread = new Set(['maillonItem', 'proof'])

export interface Cleaned {
  document: JsonObject
  /** Whether every term means what its name says; if not, only JSON-LD can tell. */
  plain: boolean
}

/** A copy cut to size, without private and prototype keys. Null: nobody honest sends that. */
export function cleaned(received: unknown): Cleaned | null {
  if (!isJsonObject(received)) return null
  const walk = new Walk()
  const document = walk.object(received, 1)
  const tooLarge = !walk.plain && walk.nodes > limits.jsonLdNodes
  return walk.hostile || tooLarge ? null : { document, plain: walk.plain }
}

class Walk {
  hostile = false
  plain = true
  nodes = 0
  readonly #budget = new ContextBudget()

  object(node: JsonObject, depth: number): JsonObject {
    const copy: JsonObject = {}
    for (const key of Object.keys(node)) {
      if (this.hostile) break
      if (key.startsWith('_') || prototypeKeys.has(key) || unread.has(key)) continue
      if (key === '@context') {
        this.#weigh(node[key])
        copy[key] = node[key]
        continue
      }
      if (refused.has(key)) this.hostile = true
      // Terms spelled in full, and JSON-LD's own keys: correct, rare, and not to be read off the names.
      if (key.startsWith('@') || key.startsWith('as:') || key.startsWith(as2)) this.plain = false
      copy[key] = this.#value(key, node[key], depth + 1)
    }
    return copy
  }

  #value(key: string, value: unknown, depth: number): unknown {
    this.nodes += 1
    if (depth > limits.depth || this.nodes > limits.nodes) this.hostile = true
    if (this.hostile) return null
    if (Array.isArray(value)) {
      const kept = value.slice(0, longest[key] ?? longestOther)
      return kept.map((item: unknown) => this.#value(key, item, depth + 1))
    }
    return isJsonObject(value) ? this.object(value, depth) : value
  }

  #weigh(context: unknown): void {
    const meaning = meaningOf(context, this.#budget)
    if (meaning === 'hostile') this.hostile = true
    if (meaning === 'foreign') this.plain = false
  }
}

/** Maillon's own property is no JSON-LD: it is taken from the JSON as sent, or not at all. */
export function itemOf(raw: JsonObject): JsonObject | null {
  const item = raw['maillonItem']
  if (!isJsonObject(item)) return null
  const copy = opaqueCopy(item, limits.itemDepth)
  return isJsonObject(copy) && Buffer.byteLength(JSON.stringify(copy)) <= limits.itemBytes ? copy : null
}

/** Undefined when it is deeper than allowed or holds a JSON-LD key, which our own items never do. */
function opaqueCopy(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return undefined
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => opaqueCopy(item, depth - 1))
    return items.includes(undefined) ? undefined : items
  }
  const members: [string, unknown][] = []
  for (const [key, member] of Object.entries(value)) {
    if (prototypeKeys.has(key)) continue
    const copy = key.startsWith('@') ? undefined : opaqueCopy(member, depth - 1)
    if (copy === undefined) return undefined
    members.push([key, copy])
  }
  return Object.fromEntries(members)
}
