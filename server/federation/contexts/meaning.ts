import { isJsonObject, type JsonObject } from '../json-object.ts'
import activitystreams from './activitystreams.json' with { type: 'json' }
import fediverse from './fediverse.json' with { type: 'json' }
import securityV1 from './security-v1.json' with { type: 'json' }

/**
 * What a document's contexts do to it. `plain`: every term we read means what its name says, so the document may be
 * read as the JSON it is. `foreign`: a term means something else, or goes by another name, and only JSON-LD can tell.
 * `hostile`: larger than any honest context, or of a kind that moves data to where it was not (CVE-2026-46349).
 */
export type Meaning = 'plain' | 'foreign' | 'hostile'

/** One for a whole document, however its contexts are spread over it. */
export class ContextBudget {
  #objects = 4
  #terms = 100

  allows(context: JsonObject): boolean {
    this.#objects -= 1
    this.#terms -= Object.keys(context).length
    return this.#objects >= 0 && this.#terms >= 0
  }
}

export function meaningOf(context: unknown, budget: ContextBudget): Meaning {
  // By name: bundled ones agree with ours (a test holds them to it), and others add nothing, see loader.ts.
  if (typeof context === 'string') return 'plain'
  if (Array.isArray(context))
    return worst(
      context.slice(0, 16).map((part) => meaningOf(part, budget)),
      context.length,
    )
  if (!isJsonObject(context) || !budget.allows(context)) return 'hostile'
  return worst(Object.keys(context).map((term) => meaningOfTerm(term, context)))
}

function worst(meanings: readonly Meaning[], length = meanings.length): Meaning {
  if (length > meanings.length || meanings.includes('hostile')) return 'hostile'
  return meanings.includes('foreign') ? 'foreign' : 'plain'
}

const harmlessKeywords = new Set(['@language', '@version', '@protected'])
const foreignKeywords = new Set(['@vocab', '@base', '@direction'])

function meaningOfTerm(term: string, context: JsonObject): Meaning {
  if (harmlessKeywords.has(term)) return 'plain'
  if (foreignKeywords.has(term)) return 'foreign'
  if (term.startsWith('@')) return 'hostile'
  const definition = context[term]
  if (definition === null) return ours.has(term) ? 'foreign' : 'plain'
  if (typeof definition === 'string') return meaningOfName(term, definition, context)
  if (!isJsonObject(definition)) return 'hostile'
  if ('@context' in definition || '@reverse' in definition || '@nest' in definition) return 'hostile'
  const named = meaningOfName(term, definition['@id'] ?? term, context)
  return named === 'plain' && ours.has(term) && reshapes(definition) ? 'foreign' : named
}

function meaningOfName(term: string, name: unknown, context: JsonObject): Meaning {
  if (typeof name !== 'string') return 'hostile'
  if (name.startsWith('@'))
    return (term === 'id' || term === 'type') && name === `@${term}` ? 'plain' : 'hostile'
  const iri = expanded(name, context)
  const usual = ours.get(term)
  if (usual !== undefined) return usual === iri ? 'plain' : 'foreign'
  return aliasable.has(iri) ? 'foreign' : 'plain'
}

/** Containers that are no more than "a list of": the others turn an object into a map. */
function reshapes(definition: JsonObject): boolean {
  const container = definition['@container']
  return (
    definition['@type'] === '@json' ||
    !(container === undefined || container === '@set' || container === '@list')
  )
}

/** Three spellings of one vocabulary; Mastodon's is the wrong one and the most common. */
export function oneSchema(iri: string): string {
  return iri.replace(/^https?:\/\/schema\.org[/#]/, 'http://schema.org#')
}

/** Four steps are more than any honest context takes; a circle of prefixes ends there. */
function expanded(name: string, context: JsonObject, steps = 4): string {
  const colon = name.indexOf(':')
  if (colon < 0) return ours.get(name) ?? `_:${name}`
  const [prefix, rest] = [name.slice(0, colon), name.slice(colon + 1)]
  if (rest.startsWith('//') || steps === 0) return oneSchema(name)
  const base = Object.hasOwn(context, prefix) ? idIn(context[prefix]) : ours.get(prefix)
  if (base === undefined) return name
  return oneSchema(expanded(base, context, steps - 1) + rest)
}

function idIn(definition: unknown): string | undefined {
  const id = isJsonObject(definition) ? definition['@id'] : definition
  return typeof id === 'string' ? id : undefined
}

/** Of security/v1 we read a key; the rest of it may go by any name. */
const keyTerms = new Set(['sec', 'publicKey', 'publicKeyPem', 'owner'])

const ours = vocabulary()
/** Prefixes may go by any name; what they lead to may not. */
const aliasable = new Set([...ours.values()].filter((iri) => !/[#/]$/.test(iri)))

function vocabulary(): ReadonlyMap<string, string> {
  const terms = new Map<string, string>()
  for (const context of [activitystreams['@context'], securityV1['@context'], fediverse['@context']]) {
    const definitions: JsonObject = context
    for (const [term, definition] of Object.entries(definitions)) {
      const name = idIn(definition)
      if (name === undefined || name.startsWith('@') || term.startsWith('@')) continue
      if (context === securityV1['@context'] && !keyTerms.has(term)) continue
      const colon = name.indexOf(':')
      const base = idIn(definitions[name.slice(0, colon)])
      terms.set(term, oneSchema(base === undefined ? name : base + name.slice(colon + 1)))
    }
  }
  return terms
}
