import type { Entry } from '../entries/load.ts'
import { tenderIn, type Lot } from '../kinds/tender/fields.ts'

/** The kind whose entries have lots. */
export const tenderName = 'tender'

/** The lots of a tender, as far as they are understood; of anything else none. */
export const lotsOf = ({ kind, fields }: Entry): readonly Lot[] =>
  kind.name === tenderName ? (tenderIn(fields)?.lots ?? []) : []
