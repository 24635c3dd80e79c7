import type { Child } from 'hono/jsx'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import type { Ctx } from '../env.ts'
import { networkPanel } from '../networks/panel.tsx'

/** What another room says on the page of a public entry: it looks, and gives null where it has nothing to say. */
export type Panel = (deps: Deps, c: Ctx, entry: WholeEntry) => Promise<Child | null> | Child | null

/** In the order of the page, between the entry and its discussion. */
const panels: readonly Panel[] = [networkPanel]

export const panelsOf = async (deps: Deps, c: Ctx, entry: WholeEntry): Promise<Child[]> =>
  (await Promise.all(panels.map((panel) => panel(deps, c, entry)))).filter((panel) => panel !== null)
