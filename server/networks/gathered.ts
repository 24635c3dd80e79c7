import { and, asc, desc, eq, gte, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { networkNeeds, networkRelays } from '../../db/schema/networks.ts'
import { local } from '../entries/list.ts'
import { loadEntries, type Entry } from '../entries/load.ts'
import { organisations } from '../kinds/organisation/table.ts'
import type { Party } from './parties.ts'
import { confirmed, type Membership } from './queries.ts'

// What a network gathers: its members' entries, and how much of all.

interface Reads {
  db: Database
  hub: { origin: string }
  now: () => number
}

/** Networks of the directory that are hosted here. */
export const networksHere = (reads: Reads): Promise<Entry[]> =>
  loadEntries(reads, {
    where: and(
      local(),
      eq(entries.kind, 'organisation'),
      eq(entries.state, 'published'),
      inArray(entries.n, sql`(select entry_n from ${organisations} where status = 'network')`),
    ),
    orderBy: [asc(entries.title)],
    limit: 300,
  })

/**
 * What members have open, theirs here and theirs elsewhere: said by the member's own account, or on its server in its
 * name by a section, which that server answers for.
 */
export async function entriesOfMembers(
  reads: Reads,
  members: readonly Party[],
  limit: number,
): Promise<Entry[]> {
  const here = members.flatMap(({ local: isLocal, entryId }) => (isLocal ? (entryId ?? []) : []))
  const away = members.filter((member) => !member.local)
  const by = [
    ...(here.length === 0 ? [] : [and(local(), inArray(entries.organisationId, here))]),
    ...(away.length === 0 ? [] : [saidBy(away)]),
  ]
  if (by.length === 0) return []
  return loadEntries(reads, {
    // What they say, and not what they are: that is the list of members.
    where: and(
      ...[eq(entries.state, 'published'), ne(entries.kind, 'organisation'), isOpen(reads.now())],
      or(...by),
    ),
    orderBy: [desc(entries.publishedAt), desc(entries.n)],
    limit,
  })
}

const saidBy = (away: readonly Party[]): SQL | undefined =>
  or(
    inArray(
      entries.originN,
      away.map(({ n }) => n),
    ),
    sql`exists (select 1 from actors source join json_each(${JSON.stringify(away.map(({ host, name }) => ({ host, name })))}) member
      where source.n = ${entries.originN} and source.host = json_extract(member.value, '$.host')
      and ${entries.organisationName} = json_extract(member.value, '$.name'))`,
  )

const isOpen = (now: number): SQL | undefined =>
  and(
    or(isNull(entries.closesAt), gte(entries.closesAt, now)),
    or(isNull(entries.startsAt), gte(entries.closesAt, now), gte(entries.startsAt, now - 12 * 3_600_000)),
  )

/** Entries of this hub that a network has passed on. */
export async function relayedBy(db: Database, networkN: number): Promise<Set<string>> {
  const rows = await db.read
    .select({ id: networkRelays.entryId })
    .from(networkRelays)
    .where(eq(networkRelays.networkN, networkN))
  return new Set(rows.map(({ id }) => id))
}

export interface Counts {
  members: number
  relayed: number
  /** Null: it asks for nothing, which is not 0 of something. */
  needs: { all: number; met: number } | null
}

/** How much a network gathers, counted from what stands here. */
export async function countsOf(
  db: Database,
  network: { n: number; entryId: string },
  members: readonly Membership[],
): Promise<Counts> {
  const needs = await db.read
    .select({ state: networkNeeds.state, count: sql<number>`count(*)` })
    .from(networkNeeds)
    .where(and(eq(networkNeeds.entryId, network.entryId), ne(networkNeeds.state, 'dropped')))
    .groupBy(networkNeeds.state)
  const of = (state: string) => needs.find((row) => row.state === state)?.count ?? 0
  const all = of('open') + of('met')
  return {
    members: confirmed(members).length,
    relayed: await db.read.$count(networkRelays, eq(networkRelays.networkN, network.n)),
    needs: all === 0 ? null : { all, met: of('met') },
  }
}
