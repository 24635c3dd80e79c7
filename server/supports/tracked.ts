import { count, eq, inArray, and } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { local, ownEntries } from '../entries/list.ts'
import { isWhole, type WholeEntry } from '../entries/whole.ts'
import { proposals, type statuses } from '../kinds/proposal/table.ts'

export type Status = (typeof statuses)[number]

/** How many proposals of this hub there are of each status. Remote ones are counted at home. */
export async function countByStatus(db: Database): Promise<ReadonlyMap<Status, number>> {
  const rows = await db.read
    .select({ status: proposals.status, all: count() })
    .from(proposals)
    .innerJoin(entries, eq(entries.n, proposals.entryN))
    .where(and(local(), inArray(entries.state, ['published', 'closed'])))
    .groupBy(proposals.status)
  return new Map(rows.map(({ status, all }) => [status, all]))
}

/** How many of each the overview shows. */
export const mostTracked = 100

/** Of this hub, the newest first. */
export const tracked = async (
  reads: { db: Database; hub: { origin: string } },
  kind: 'proposal' | 'commitment',
): Promise<WholeEntry[]> =>
  (await ownEntries(reads, { where: eq(entries.kind, kind), limit: mostTracked })).filter(isWhole)
