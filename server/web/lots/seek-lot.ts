import type { Deps } from '../../deps.ts'
import { whole, type WholeEntry } from '../../entries/whole.ts'
import { lotNumbered, tenderIn, type Lot, type TenderFields } from '../../kinds/tender/fields.ts'
import { tender } from '../../kinds/tender/index.tsx'
import { Refusal } from '../../refusal.ts'
import { kindNamed } from '../../kinds/index.ts'
import type { Ctx } from '../env.ts'
import { sought } from '../entries/seek.ts'

export interface SoughtLot {
  entry: WholeEntry
  tender: TenderFields
  lot: Lot
  /** The tender has another address by now. */
  moved: boolean
}

/** The lot that the address names: as public as its tender is, and gone with it. */
export async function soughtLot(deps: Deps, c: Ctx): Promise<SoughtLot> {
  const kind = kindNamed(tender.name)
  const number = c.req.param('number') ?? ''
  const { entry, moved } = kind === undefined ? absent() : await sought(deps, c, kind)
  const known = tenderIn(entry.fields)
  const lot = known === null || !/^[1-9]\d{0,2}$/.test(number) ? null : lotNumbered(known, Number(number))
  if (known === null || lot === null || lot === undefined) return absent()
  return { entry: whole(entry), tender: known, lot, moved }
}

function absent(): never {
  throw new Refusal('absent', 'There is no such lot.')
}
