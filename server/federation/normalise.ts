import type { Apex } from './apex.ts'
import { activityStreamsContext, fediverseContext, securityContext } from './contexts/loader.ts'
import { oneSchema } from './contexts/meaning.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'
import { cleaned } from './normalise/cleaning.ts'
import { readNode } from './normalise/reading.ts'
import type { Identified, Normalised } from './normalise/shape.ts'

export type * from './normalise/shape.ts'

/**
 * The wire form in: one canonical shape for a document of whatever software, or null when it cannot be used. Never
 * throws, never touches the network. Most documents mean what their names say and are read as the JSON they are,
 * which gives what JSON-LD gives (a test holds the two together); the rest goes through apex's `fromJSONLD`, from
 * bundled contexts alone (interop rules 16-18, 32).
 */
export async function normalise(
  received: unknown,
  apex: Pick<Apex, 'fromJSONLD'>,
): Promise<Identified<Normalised> | null> {
  const clean = cleaned(received)
  if (clean === null || !isJsonObject(received)) return null
  const working = clean.plain ? clean.document : await throughJsonLd(clean.document, apex)
  return working === null ? null : identified(readNode(working, received))
}

function identified(node: Normalised | null): Identified<Normalised> | null {
  return node === null || node.id === null ? null : { ...node, id: node.id }
}

/** Exported for the test that compares the two ways. */
export async function throughJsonLd(
  document: JsonObject,
  apex: Pick<Apex, 'fromJSONLD'>,
): Promise<JsonObject | null> {
  try {
    const working = await apex.fromJSONLD(withOurTerms(document))
    return isJsonObject(working) ? withoutPrefixes(working) : null
  } catch {
    // jsonld throws at whatever it cannot process; to us that is a document that cannot be used.
    return null
  }
}

/** What a document does not define has its usual meaning; what it defines otherwise, it comes after ours and wins. */
function withOurTerms(document: JsonObject): JsonObject {
  const theirs = [document['@context'] ?? []].flat()
  const contexts = [activityStreamsContext, securityContext, fediverseContext, ...theirs]
  return { ...mapped(document), '@context': contexts.map(oneSpelling) }
}

function mapped(node: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '@context' ? oneSpelling(value) : inside(value),
    ]),
  )
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside)
  return isJsonObject(value) ? mapped(value) : value
}

/** Without default languages, which turn every text into a map, and with one spelling of schema.org. */
function oneSpelling(context: unknown): unknown {
  if (Array.isArray(context)) return context.map(oneSpelling)
  if (!isJsonObject(context)) return context
  const terms = Object.entries(context).filter(([term]) => term !== '@language')
  return Object.fromEntries(terms.map(([term, definition]) => [term, oneName(definition)]))
}

function oneName(definition: unknown): unknown {
  if (typeof definition === 'string') return oneSchema(definition)
  return isJsonObject(definition) && '@id' in definition
    ? { ...definition, '@id': oneName(definition['@id']) }
    : definition
}

const known = /^(?:as|sec|toot|schema|lemmy|pt|mz|gts|fep044f|fedibird):(?=\w+$)/

/** A term that its sender typed otherwise than we do comes back as `schema:location`: same meaning, plain name. */
function withoutPrefixes(node: JsonObject): JsonObject {
  const plain: JsonObject = {}
  for (const [key, value] of Object.entries(node)) {
    const name = key.replace(known, '')
    if (name === key || !(name in node))
      plain[name] = Array.isArray(value) ? value.map(nodeWithout) : nodeWithout(value)
  }
  return plain
}

function nodeWithout(value: unknown): unknown {
  return isJsonObject(value) ? withoutPrefixes(value) : value
}
