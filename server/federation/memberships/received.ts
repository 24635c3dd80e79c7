import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database, Step } from '../../../db/open.ts'
import { actors } from '../../../db/schema/federation.ts'
import { networkMemberships } from '../../../db/schema/networks.ts'
import { partyByN, type Party } from '../../networks/parties.ts'
import { restsFor, type MembershipRow, type Side } from '../../networks/sides.ts'
import { ended, membershipOf } from '../../networks/store.ts'
import { localActorAt, localPath } from '../addresses.ts'
import type { RemoteActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import { boxOf } from '../outbound/participants.ts'
import type { Said } from '../verbs/verb.ts'

// What others say of a membership: of their own side alone, whoever they name as the other.

/** Waiting for our editors at a time: of one host, and of everybody for one of ours. */
export const mostAsking = { host: 10, party: 200 }

/** Who may join a network or be one: people are in none, and what only signs is nobody. */
const joins: ReadonlySet<string> = new Set(['Organization', 'Group'])

export const mayBelong = ({ type, inbox, movedTo }: RemoteActor): boolean =>
  joins.has(type) && inbox !== null && movedTo === null

/** The organisation or network hosted here that an address names, while it speaks. */
export async function partyAt(deps: FederationDeps, iri: string | null): Promise<Party | undefined> {
  const actor = iri === null ? undefined : await localActorAt(deps.db, deps.hub.origin, iri)
  const party = actor?.role === 'organisation' ? await partyByN(deps.db, actor.n) : undefined
  return party?.speaks === true ? party : undefined
}

/** Of the sender on their side, and one of ours on the other. */
export const rowOf = (
  { db }: Pick<FederationDeps, 'db'>,
  sender: Pick<RemoteActor, 'n'>,
  side: Side,
  ours: Pick<Party, 'n'>,
): Promise<MembershipRow | undefined> =>
  membershipOf(
    db,
    side === 'network'
      ? { networkN: sender.n, organisationN: ours.n }
      : { networkN: ours.n, organisationN: sender.n },
  )

/** We said no, or ended it, less than a day ago: nobody here is asked again. */
export const rests = (row: MembershipRow | undefined, ours: Side, now: number): boolean =>
  row?.endedBy === ours && (row.endedAt ?? 0) > now - restsFor

/** As many wait as may (rule 29): more is thanked for, and dropped. */
export async function isCrowded(
  db: Database,
  sender: Pick<RemoteActor, 'host'>,
  side: Side,
  ours: Pick<Party, 'n'>,
): Promise<boolean> {
  const { networkN, organisationN, networkSaidAt, organisationSaidAt, endedAt } = networkMemberships
  const [theirs, own, said, unsaid] =
    side === 'network'
      ? [networkN, organisationN, networkSaidAt, organisationSaidAt]
      : [organisationN, networkN, organisationSaidAt, networkSaidAt]
  const waiting = and(isNotNull(said), isNull(unsaid), isNull(endedAt))
  const [row] = await db.read
    .select({
      party: sql<number>`coalesce(sum(${own} = ${ours.n}), 0)`,
      host: sql<number>`coalesce(sum(${actors.host} = ${sender.host}), 0)`,
    })
    .from(networkMemberships)
    .innerJoin(actors, eq(actors.n, theirs))
    .where(and(eq(actors.local, false), waiting))
  return (row?.party ?? 0) >= mostAsking.party || (row?.host ?? 0) >= mostAsking.host
}

/** They end it, on their side of it; there may be nothing to end. */
export async function endedBy(
  deps: FederationDeps,
  { sender, now }: Pick<Said, 'sender' | 'now'>,
  side: Side,
  ours: string | null,
): Promise<Step[]> {
  const party = await partyAt(deps, ours)
  const row = party === undefined ? undefined : await rowOf(deps, sender, side, party)
  return row === undefined || row.endedAt !== null ? [] : ended(deps.db, row, side, now)
}

export interface Answered {
  row: MembershipRow
  /** Who answers: the network a Join, the organisation an Invite. */
  side: Side
}

/**
 * What one of ours has asked of the sender, found by the asking's id alone (a bare answer is common), or by who asked whom in
 * an embedded one. Nobody answers for another, nor what was never asked (as with follows: Pixelfed CVE-2025-30741).
 */
export async function answeredOf(
  deps: FederationDeps,
  { activity, sender }: Said,
): Promise<Answered | undefined> {
  const asked = activity.object?.form === 'activity' ? activity.object : null
  if (asked?.type === 'Join' && asked.objectId === sender.id)
    return found(deps, sender, 'network', await partyAt(deps, asked.actor))
  if (asked?.type === 'Invite' && asked.objectId === sender.id)
    return found(deps, sender, 'organisation', await partyAt(deps, asked.actor))
  const path = activity.objectId === null ? null : localPath(deps.hub.origin, activity.objectId)
  if (asked !== null || path === null) return undefined
  const { networkN, organisationN, joinId, inviteId } = networkMemberships
  const [joined] = await deps.db.read
    .select()
    .from(networkMemberships)
    .where(and(eq(networkN, sender.n), eq(joinId, path)))
  if (joined !== undefined) return { row: joined, side: 'network' }
  const [invited] = await deps.db.read
    .select()
    .from(networkMemberships)
    .where(and(eq(organisationN, sender.n), eq(inviteId, path)))
  return invited === undefined ? undefined : { row: invited, side: 'organisation' }
}

async function found(
  deps: FederationDeps,
  sender: RemoteActor,
  side: Side,
  ours: Party | undefined,
): Promise<Answered | undefined> {
  const row = ours === undefined ? undefined : await rowOf(deps, sender, side, ours)
  return row === undefined ? undefined : { row, side }
}

/** Inboxes of those who belong together with one of ours: they hear when it is no more. */
export async function companions({ db }: Pick<FederationDeps, 'db'>, actorN: number) {
  const rows = await db.read
    .selectDistinct({ host: actors.host, inbox: actors.inbox, shared: actors.sharedInbox })
    .from(actors)
    .where(
      and(
        eq(actors.local, false),
        sql`${actors.n} in (select network_n from network_memberships where organisation_n = ${actorN}
          union select organisation_n from network_memberships where network_n = ${actorN})`,
      ),
    )
  return rows.flatMap(boxOf)
}
