import type { Child } from 'hono/jsx'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import type { Lot } from '../../kinds/tender/fields.ts'
import type { Ctx } from '../env.ts'

/** What another room says on the page of a public lot: it looks, and gives null where it has nothing to say. */
export type LotPanel = (
  deps: Deps,
  c: Ctx,
  entry: WholeEntry,
  lot: Lot,
) => Promise<Child | null> | Child | null

/** In the order of the page, after what the lot is. */
const panels: readonly LotPanel[] = []

export const lotPanels = async (deps: Deps, c: Ctx, entry: WholeEntry, lot: Lot): Promise<Child[]> =>
  (await Promise.all(panels.map((panel) => panel(deps, c, entry, lot)))).filter((panel) => panel !== null)
