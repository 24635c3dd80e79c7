import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { guard } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { tell } from '../entries/tell.ts'

/** After an upgrade: networks that were hosted before they were Groups become so, and their followers are told. */
export async function completeNetworks(deps: Deps): Promise<void> {
  const { db } = deps
  const former = await db.read
    .select({ n: actors.n, id: actors.id })
    .from(actors)
    .innerJoin(entries, eq(entries.id, actors.entryId))
    .where(
      and(
        eq(actors.role, 'organisation'),
        eq(actors.local, true),
        isNull(actors.deletedAt),
        ne(actors.type, 'Group'),
        inArray(entries.n, sql`(select entry_n from organisations where status = 'network')`),
      ),
    )
  if (former.length === 0) return
  const now = deps.now()
  await db.write(
    former.flatMap(({ n, id }) => [
      db.make.update(actors).set({ type: 'Group' }).where(eq(actors.n, n)),
      guard(),
      ...tell(deps, 'actor.updated', id, now),
    ]),
  )
}
