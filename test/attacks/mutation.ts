import * as fc from 'fast-check'
import type { JsonObject } from '../../server/federation/json-object.ts'

export interface Edit {
  /** Which of all places in the document. */
  place: number
  how: 'replace' | 'drop' | 'wrap' | 'double' | 'known'
  value: unknown
}

const deep = (levels: number): unknown => (levels === 0 ? [] : [deep(levels - 1)])

export const nasty = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a\udc00b',
    '\u202e',
    'constructor',
    '__proto__',
    'x'.repeat(5_000),
    '<'.repeat(3_000),
  ],
  ...[
    'http://',
    'https://[::1]/',
    'http://x:99999/',
    'https://%00/',
    'javascript:alert(1)',
    'acct:x@y',
    'https://xn--/',
    'HTTP://A.test/%',
  ],
  ...[
    '9999-99-99T99:99:99Z',
    '+275760-09-13T00:00:00Z',
    '2026-02-30',
    '0000-00-00',
    '2026-11-23T08:00:00+99:99',
  ],
  ...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 53)],
  ...[
    [],
    {},
    [[]],
    [null],
    [{}],
    deep(20),
    deep(40),
    { id: null },
    { id: 5 },
    { id: {} },
    { '@value': {} },
    { '@list': [[]] },
  ],
  ...[
    { type: 'constructor' },
    { '@context': {} },
    { '@graph': [] },
    { '@id': 'x' },
    { und: 'x' },
    { 'fr-\u0000': 'x' },
  ],
  Array.from({ length: 600 }, (_, at) => `https://many.test/${at}`),
  Array.from({ length: 300 }, () => ({ type: 'Hashtag', name: '#x' })),
)

export const edits = fc.array(
  fc.record({
    place: fc.nat(),
    how: fc.constantFrom('replace', 'replace', 'drop', 'wrap', 'double', 'known'),
    value: fc.oneof(nasty, fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary', maxLength: 40 })),
  }),
  { maxLength: 4 },
)

/** The document with each edit made at its place. */
export function edited(document: JsonObject, changes: readonly Edit[], known: readonly string[]): JsonObject {
  const copy = structuredClone(document)
  for (const { place, how, value } of changes) {
    const places = placesOf(copy)
    const found = places[place % places.length]
    if (found === undefined) continue
    const [holder, key] = found
    const before = holder[key]
    if (how === 'drop') Reflect.deleteProperty(holder, key)
    // A value of its own each time, or it would hold itself.
    else holder[key] = changedBy(how, before, structuredClone(value), known[place % known.length])
  }
  return copy
}

function changedBy(
  how: Exclude<Edit['how'], 'drop'>,
  before: unknown,
  value: unknown,
  known: string | undefined,
): unknown {
  if (how === 'wrap') return [before]
  if (how === 'double') return [before, value]
  return how === 'known' ? known : value
}

/** Every member and array place, as who holds it and under which key. */
function placesOf(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [
    [holder, key] as [typeof holder, string],
    ...placesOf(holder[key]),
  ])
}
