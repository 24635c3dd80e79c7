import type { Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'

export type Reads = Pick<Deps, 'db' | 'hub' | 'now'>

/** Where facts are read from, up to a cursor that is kept with what was told of them. */
export interface Source {
  name: string
  /** The newest there is: a hub that begins to tell does not tell of its past. */
  newest: string
  /** What to tell of that which came after the cursor, and how far it was read; null: nothing came. */
  read(deps: Reads, after: number, limit: number): Promise<{ steps: Step[]; read: number | null }>
}

/**
 * Rows without a number of their own are read by the moment they bear, and those of the last minute again: a command may
 * be committed a little after a later one. What was told is not told twice.
 */
export const again = 60_000

/** Of a full bite the next one begins where it ends: else more than a bite in a minute would be read for ever. */
export const readTo = (rows: number, limit: number, last: number | null | undefined): number | null =>
  last === null || last === undefined ? null : rows < limit ? last : last + again
