import type { Locale } from '../../views/language.tsx'
import type { Fact } from './facts.tsx'
import { faultsOf, type Fault } from './faults.ts'
import type { Kind, Surroundings } from './kind.ts'

// A draft may wait for what its author does not know yet. What is there goes through the very gate of its kind, with
// the kind's own sample lent for what is not; nothing that was lent is ever kept or shown.

type Fields = Record<string, unknown>

/** All that the kind asks. */
export interface WholeFields {
  fields: Fields
  unfinished: null
}

/** What is known so far. */
export interface UnfinishedFields {
  fields: null
  unfinished: Fields
}

export type DraftFields = WholeFields | UnfinishedFields

/** What came through a gate, or what is to mend. */
export type Read<Known extends DraftFields> = { known: Known; faults: [] } | { known: null; faults: Fault[] }

export function readWhole(kind: Kind, sent: Readonly<Fields>): Read<WholeFields> {
  const read = kind.fields.safeParse(sent)
  return read.success
    ? { known: { fields: read.data, unfinished: null }, faults: [] }
    : { known: null, faults: faultsOf(read.error) }
}

/** Nothing where something is asked is no fault of a draft; a value that is there and wrong is one. */
export function readDraft(
  kind: Kind,
  sent: Readonly<Fields>,
  missing: readonly string[] = [],
): Read<DraftFields> {
  const read = readWhole(kind, { ...sent, ...only(kind.sample, missing) })
  if (read.known !== null)
    return missing.length === 0
      ? read
      : { known: { fields: null, unfinished: without(read.known.fields, missing) }, faults: [] }
  const isMissing = (fault: Fault) => !missing.includes(nameIn(fault)) && isBlank(sent[nameIn(fault)])
  const wrong = read.faults.filter((fault) => !isMissing(fault))
  // Asked again with what is missing lent: a gate may look at several fields only once each of them is there.
  return wrong.length > 0
    ? { known: null, faults: wrong }
    : readDraft(kind, sent, [...missing, ...namesIn(read.faults)])
}

/** All that can be understood so far, of a form that is still being filled: what is wrong is as good as empty. */
export function readSoFar(kind: Kind, sent: Readonly<Fields>): DraftFields {
  const read = readDraft(kind, sent)
  if (read.known !== null) return read.known
  return readDraft(kind, without(sent, namesIn(read.faults))).known ?? { fields: null, unfinished: {} }
}

/**
 * What our own form asks in addition, as far as the values it needs are sound: whoever mends a form should not be told
 * of the next fault only after the first. What is wrong or missing is lent from the sample, and nothing is said of it.
 */
export function brokenRules(
  kind: Kind,
  { fields, read }: { fields: Readonly<Fields>; read: Read<DraftFields> },
  around: Surroundings,
): Fault[] {
  if (kind.rules === undefined) return []
  // An unfinished draft is not held to them: nobody reads it.
  if (read.known !== null)
    return read.known.fields === null ? [] : told(kind.rules(read.known.fields, around))
  const lent = namesIn(read.faults)
  const whole = readWhole(kind, { ...fields, ...only(kind.sample, lent) })
  if (whole.known === null) return []
  const found = kind.rules(whole.known.fields, around)
  return told(found.filter(({ field, from = [] }) => ![field, ...from].some((name) => lent.includes(name))))
}

/** How it was found is of no use to whoever mends it. */
const told = (faults: readonly Fault[]): Fault[] => faults.map(({ from: _, ...fault }) => fault)

/** What the gate still asks. */
export const missingIn = (kind: Kind, unfinished: Readonly<Fields>): Fault[] =>
  readWhole(kind, unfinished).faults

/** The fields of the kind that faults are about, each once. */
export const namesIn = (faults: readonly Fault[]): string[] => [...new Set(faults.map(nameIn))]

/** What is known in the kind's own words; facts that are made of several fields are not among them. */
export const factsKnown = (kind: Kind, unfinished: Readonly<Fields>, locale: Locale): Fact[] =>
  kind
    .facts({ ...kind.sample, ...unfinished }, locale)
    .filter(({ name, value }) => Object.hasOwn(unfinished, name) && value !== '')

const nameIn = ({ field }: Fault): string => field.split('.')[0] ?? ''

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every(isBlank))

const only = (fields: Readonly<Fields>, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))

const without = (fields: Readonly<Fields>, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
