import type { Child } from 'hono/jsx'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import { checkPanel } from '../checks/list.tsx'
import type { Ctx } from '../env.ts'
import { lotsPanel } from '../lots/lots-panel.tsx'
import { fittingLotsPanel } from '../matching/lots.tsx'
import { positionPanel } from '../maps/panel.tsx'
import { programmePanel } from '../programme/panel.tsx'
import { villagesPanel } from '../stands/public.tsx'
import { submissionPanel } from '../submissions/panel.tsx'
import { specificationPanel } from '../specifications/panel.tsx'
import { knownPanel } from '../proposals/known.tsx'
import { measuredPanel } from '../proposals/measured.tsx'
import { supportPanel } from '../supports/panel.tsx'
import { truthPanel } from '../registers/panel.tsx'
import { visitPanel } from '../visits/panel.tsx'
import { networkPanel } from '../networks/panel.tsx'

/** What another room says on the page of a public entry: it looks, and gives null where it has nothing to say. */
export type Panel = (deps: Deps, c: Ctx, entry: WholeEntry) => Promise<Child | null> | Child | null

/** In the order of the page, between the entry and its discussion. */
const panels: readonly Panel[] = [
  positionPanel,
  truthPanel,
  networkPanel,
  visitPanel,
  lotsPanel,
  fittingLotsPanel,
  programmePanel,
  villagesPanel,
  submissionPanel,
  specificationPanel,
  knownPanel,
  measuredPanel,
  checkPanel,
  supportPanel,
]

export const panelsOf = async (deps: Deps, c: Ctx, entry: WholeEntry): Promise<Child[]> =>
  (await Promise.all(panels.map((panel) => panel(deps, c, entry)))).filter((panel) => panel !== null)
