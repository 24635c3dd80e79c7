import type { Child } from 'hono/jsx'
import type { Deps } from '../../deps.ts'
import type { Kind } from '../../kinds/kind.ts'
import { countedTenders } from '../lots/counted.tsx'
import type { Ctx } from '../env.ts'

/** What a room says under a kind's list: it looks, and gives null where it has nothing to say. */
export type ListPanel = (deps: Deps, c: Ctx, kind: Kind) => Promise<Child | null> | Child | null

const panels: readonly ListPanel[] = [countedTenders]

export const listPanels = async (deps: Deps, c: Ctx, kind: Kind): Promise<Child[]> =>
  (await Promise.all(panels.map((panel) => panel(deps, c, kind)))).filter((panel) => panel !== null)
