/** What a stranger's JSON may be before anybody looks into it. */
export interface JsonLimits {
  bytes: number
  depth: number
  /** Members and array places together. */
  nodes: number
  /** With a doubled key two readers can see two documents; what is signed must have one meaning. */
  doubledKeys: 'refused' | 'last'
}

export const inboxLimits: JsonLimits = { bytes: 256 * 1024, depth: 32, nodes: 2_000, doubledKeys: 'refused' }
/** A page of a collection carries twenty activities with their contexts. */
export const documentLimits: JsonLimits = { bytes: 1_000_000, depth: 32, nodes: 10_000, doubledKeys: 'last' }

/** Longer arrays are cut, not refused: a post that names a hundred people is still a post. */
const arrayCaps: ReadonlyMap<string, number> = new Map([
  ['tag', 64],
  ['attachment', 16],
  ['oneOf', 100],
  ['anyOf', 100],
  ['to', 250],
  ['cc', 250],
])
const smallestCap = Math.min(...arrayCaps.values())

/** Keys that reach an object's prototype when a careless line copies them. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

export type JsonFault =
  | 'too large'
  | 'not UTF-8'
  | 'too deep'
  | 'too many nodes'
  | 'a doubled key'
  | 'not JSON'
export type JsonResult = { ok: true; value: unknown } | { ok: false; reason: JsonFault }

/**
 * Parses JSON that a stranger sent. The limits are checked in one pass over the text before anything is built, so
 * that no nesting and no length costs more than reading it.
 */
export function parseLimited(bytes: Uint8Array, limits: JsonLimits): JsonResult {
  if (bytes.byteLength > limits.bytes) return { ok: false, reason: 'too large' }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, reason: 'not UTF-8' }
  }
  const survey = surveyOf(text, limits)
  if ('reason' in survey) return { ok: false, reason: survey.reason }
  try {
    const value: unknown = JSON.parse(text)
    if (survey.needsTidying) tidy(value)
    return { ok: true, value }
  } catch {
    return { ok: false, reason: 'not JSON' }
  }
}

interface Container {
  /** Null in an array. */
  keys: Set<string> | null
  places: number
}

/** Counts depth, nodes and keys. It trusts nothing about the grammar: what is not JSON fails in `JSON.parse` after it. */
function surveyOf(text: string, limits: JsonLimits): { needsTidying: boolean } | { reason: JsonFault } {
  const open: Container[] = []
  let nodes = 1
  let needsTidying = false
  let keyNext = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    const inside = open.at(-1)
    if (char === quote) {
      const end = closingQuote(text, at + 1)
      if (keyNext && inside?.keys) {
        const key = keyText(text.slice(at + 1, end))
        if (forbiddenKeys.has(key)) needsTidying = true
        if (limits.doubledKeys === 'refused' && inside.keys.has(key)) return { reason: 'a doubled key' }
        inside.keys.add(key)
      }
      keyNext = false
      at = end
    } else if (char === openBrace || char === openBracket) {
      if (open.length === limits.depth) return { reason: 'too deep' }
      open.push({ keys: char === openBrace ? new Set() : null, places: 1 })
      keyNext = char === openBrace
      if (char === openBracket) nodes++
    } else if (char === closeBrace || char === closeBracket) {
      open.pop()
      keyNext = false
    } else if (char === comma && inside !== undefined) {
      keyNext = inside.keys !== null
      if (!keyNext && ++inside.places > smallestCap) needsTidying = true
      if (!keyNext) nodes++
    } else if (char === colon) nodes++
    if (nodes > limits.nodes) return { reason: 'too many nodes' }
  }
  return { needsTidying }
}

const [quote, backslash, openBrace, closeBrace] = [0x22, 0x5c, 0x7b, 0x7d]
const [openBracket, closeBracket, comma, colon] = [0x5b, 0x5d, 0x2c, 0x3a]

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === quote) return at
    if (char === backslash) at++
  }
  return text.length
}

/** `"\u0061"` and `"a"` are one key. */
function keyText(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw
  }
}

/** Depth is bounded by now, so this may recurse. */
function tidy(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const cap = arrayCaps.get(key)
    if (forbiddenKeys.has(key)) Reflect.deleteProperty(value, key)
    else if (cap !== undefined && Array.isArray(member)) member.length = Math.min(member.length, cap)
    tidy(member)
  }
}
