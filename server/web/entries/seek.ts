import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { seekEntry } from '../../entries/queries.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'

/** The entry that the address names, as far as this reader may see it; else 404, or 410 for what is no more. */
export async function sought(deps: Deps, c: Ctx, kind: Kind): Promise<{ entry: Entry; moved: boolean }> {
  const found = await seekEntry(deps, c.var.viewer, kind, (c.req.param('ref') ?? '').replace(/\.ics$/, ''))
  if (found === 'gone') throw new Refusal('gone', 'This page was withdrawn.')
  if (found === 'absent') throw new Refusal('absent', 'There is no such page.')
  return found
}

/** For what is done to an entry: by any of its addresses. */
export const soughtEntry = async (deps: Deps, c: Ctx, kind: Kind): Promise<Entry> =>
  (await sought(deps, c, kind)).entry
