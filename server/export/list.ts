import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'
import { loadEntries, type Entry } from '../entries/load.ts'

const page = 200

/** Everything of a kind that was written here, drafts and withdrawn entries too; what came from others is theirs. */
export async function* ownEntries(deps: Pick<Deps, 'db' | 'hub'>, kind: string): AsyncGenerator<Entry> {
  for (let after = 0; ;) {
    const found = await loadEntries(deps, {
      where: and(eq(entries.kind, kind), isNull(entries.originN), gt(entries.n, after)),
      orderBy: [asc(entries.n)],
      limit: page,
    })
    yield* found
    const last = found.at(-1)
    if (last === undefined) return
    after = last.envelope.n
  }
}
