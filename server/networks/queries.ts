import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { networkMemberships } from '../../db/schema/networks.ts'
import { organisations } from '../kinds/organisation/table.ts'
import { isAside } from '../moderation/standing.ts'
import { columns, partyOf, type Party } from './parties.ts'
import { stateOf, type MembershipRow, type MembershipState, type Side } from './sides.ts'

// Who belongs together, for pages. Whom moderators have set aside is in none of them.

export interface Membership {
  n: number
  state: MembershipState
  /** The other of the two, as seen from the page it stands on. */
  party: Party
  row: MembershipRow
}

/** The memberships of one of the two, by the name of the other; what has ended is left out, unless it is asked for. */
export async function membershipsOf(
  db: Database,
  actorN: number,
  side: Side,
  withEnded = false,
): Promise<Membership[]> {
  const [own, other] =
    side === 'network'
      ? [networkMemberships.networkN, networkMemberships.organisationN]
      : [networkMemberships.organisationN, networkMemberships.networkN]
  const rows = await db.read
    .select({ row: networkMemberships, ...columns })
    .from(networkMemberships)
    .innerJoin(actors, eq(actors.n, other))
    .leftJoin(entries, eq(entries.id, actors.entryId))
    .leftJoin(organisations, eq(organisations.entryN, entries.n))
    .where(
      and(
        eq(own, actorN),
        withEnded ? undefined : isNull(networkMemberships.endedAt),
        isNull(actors.deletedAt),
        isShown(),
      ),
    )
    .orderBy(asc(sql`lower(coalesce(${entries.title}, ${actors.name}))`), asc(networkMemberships.n))
    .limit(1_000)
  return rows.map(({ row, ...party }) => ({
    n: row.n,
    state: stateOf(row),
    party: partyOf(party),
    row,
  }))
}

export const confirmed = (memberships: readonly Membership[]): Membership[] =>
  memberships.filter(({ state }) => state === 'confirmed')

/** Of ours its page is public, of others nobody has set them aside. */
const isShown = (): SQL | undefined =>
  or(
    and(eq(actors.local, true), inArray(entries.state, ['published', 'closed'])),
    and(eq(actors.local, false), sql`not ${sql.raw(isAside('actors'))}`),
  )

/** Said by both. */
const isConfirmed = (): SQL | undefined =>
  and(
    isNull(networkMemberships.endedAt),
    isNotNull(networkMemberships.networkSaidAt),
    isNotNull(networkMemberships.organisationSaidAt),
  )

/** Networks of other servers to which an organisation of this hub belongs, by both their words. */
export async function networksElsewhere(db: Database): Promise<Party[]> {
  const rows = await db.read
    .selectDistinct(columns)
    .from(networkMemberships)
    .innerJoin(actors, eq(actors.n, networkMemberships.networkN))
    .leftJoin(entries, eq(entries.id, actors.entryId))
    .leftJoin(organisations, eq(organisations.entryN, entries.n))
    .where(and(eq(actors.local, false), isNull(actors.deletedAt), isConfirmed(), isShown()))
    .orderBy(asc(actors.name))
    .limit(300)
  return rows.map(partyOf)
}

/** How many members each of these has, by both their words. */
export async function memberCounts(db: Database, entryIds: readonly string[]): Promise<Map<string, number>> {
  if (entryIds.length === 0) return new Map()
  const network = alias(actors, 'network')
  const rows = await db.read
    .select({ entryId: network.entryId, count: sql<number>`count(*)` })
    .from(networkMemberships)
    .innerJoin(network, eq(network.n, networkMemberships.networkN))
    .innerJoin(actors, eq(actors.n, networkMemberships.organisationN))
    .leftJoin(entries, eq(entries.id, actors.entryId))
    .where(and(inArray(network.entryId, [...entryIds]), isNull(actors.deletedAt), isConfirmed(), isShown()))
    .groupBy(network.entryId)
  return new Map(rows.map(({ entryId, count }) => [entryId ?? '', count]))
}

/** Organisations hosted here that could still be asked, or ask: not itself, and none that is in or waits. */
export async function partiesHere(
  db: Database,
  { except, networks }: { except: readonly number[]; networks: boolean },
): Promise<Party[]> {
  const rows = await db.read
    .select(columns)
    .from(actors)
    .innerJoin(entries, eq(entries.id, actors.entryId))
    .innerJoin(organisations, eq(organisations.entryN, entries.n))
    .where(
      and(
        eq(actors.role, 'organisation'),
        eq(actors.local, true),
        isNull(actors.deletedAt),
        isNull(actors.movedTo),
        eq(entries.state, 'published'),
        networks ? eq(organisations.status, 'network') : undefined,
        except.length === 0 ? undefined : notInArray(actors.n, [...except]),
      ),
    )
    .orderBy(asc(entries.title))
    .limit(500)
  return rows.map(partyOf)
}
