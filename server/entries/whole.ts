import type { Fault } from '../kinds/faults.ts'
import { missingIn } from '../kinds/unfinished.ts'
import type { Entry } from './load.ts'

/** With all that its kind asks: nothing else is published, indexed or sent. */
export interface WholeEntry extends Entry {
  fields: Record<string, unknown>
}

export const isWhole = (entry: Entry): entry is WholeEntry => entry.fields !== null

/** Where the query or the state of an entry of ours already says so. */
export function whole(entry: Entry): WholeEntry {
  if (!isWhole(entry)) throw new Error(`The local entry ${entry.envelope.id} has no fields.`)
  return entry
}

/** What publishing still asks of an unfinished draft; of anything else, nothing. */
export const missingOf = ({ kind, unfinished }: Entry): Fault[] =>
  unfinished === null ? [] : missingIn(kind, unfinished)
