import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { guard, type Database, type Statement, type Step } from '../../db/open.ts'
import { networkMemberships } from '../../db/schema/networks.ts'
import type { Deps } from '../deps.ts'
import { record } from '../entries/store.ts'
import type { MembershipRow, MembershipVerb, Side } from './sides.ts'

// The SQL of memberships. Actors are named by their `n`: ours and others' alike.

export interface Pair {
  networkN: number
  organisationN: number
}

const isPair = ({ networkN, organisationN }: Pair) =>
  and(eq(networkMemberships.networkN, networkN), eq(networkMemberships.organisationN, organisationN))

export const membershipOf = async (db: Database, pair: Pair): Promise<MembershipRow | undefined> =>
  (await db.read.select().from(networkMemberships).where(isPair(pair)))[0]

export const membershipByN = async (db: Database, n: number): Promise<MembershipRow | undefined> =>
  (await db.read.select().from(networkMemberships).where(eq(networkMemberships.n, n)))[0]

/** Said by one side. What was ended begins anew, with this word alone. */
export function said(db: Database, pair: Pair, side: Side, at: number, askId: string | null = null): Step[] {
  const own = side === 'network' ? { networkSaidAt: at } : { organisationSaidAt: at }
  const asked = askId === null ? {} : side === 'network' ? { inviteId: askId } : { joinId: askId }
  return [
    db.make
      .insert(networkMemberships)
      .values({ ...pair, ...own, ...asked, createdAt: at })
      .onConflictDoUpdate({
        target: [networkMemberships.networkN, networkMemberships.organisationN],
        set: { ...own, ...asked, endedAt: null, endedBy: null },
      }),
  ]
}

/** Only what the other has said, and has not taken back meanwhile, can be agreed to. */
export const agreed = (db: Database, pair: Pair, side: Side, at: number): Step[] => [
  db.make
    .update(networkMemberships)
    .set(side === 'network' ? { networkSaidAt: at } : { organisationSaidAt: at })
    .where(
      and(
        isPair(pair),
        isNull(networkMemberships.endedAt),
        isNotNull(
          side === 'network' ? networkMemberships.organisationSaidAt : networkMemberships.networkSaidAt,
        ),
      ),
    ),
  guard(),
]

/** Over, whoever of the two says so. */
export const ended = (db: Database, pair: Pair, side: Side, at: number): Step[] => [
  db.make
    .update(networkMemberships)
    .set({
      ...{ networkSaidAt: null, organisationSaidAt: null, joinId: null, inviteId: null },
      ...{ endedAt: at, endedBy: side },
    })
    .where(and(isPair(pair), isNull(networkMemberships.endedAt))),
]

/** For the federation to tell the other side, where it lives elsewhere. The subject keeps the words of a pair in order. */
export const told = (
  { db, now }: Pick<Deps, 'db' | 'now'>,
  pair: Pair,
  what: { verb: MembershipVerb; side: Side; activityId: string; askedId: string | null },
): Step[] => {
  const { activityId, ...data } = what
  const subject = `membership ${pair.networkN} ${pair.organisationN}`
  return record(db, {
    type: 'membership.said',
    subject,
    activityId,
    data: { ...pair, ...data },
    now: now(),
  })
}

/** Memberships of an actor that have not ended, on either side of them. */
export const livingOf = (db: Database, actorN: number): Promise<MembershipRow[]> =>
  db.read
    .select()
    .from(networkMemberships)
    .where(
      and(
        or(eq(networkMemberships.networkN, actorN), eq(networkMemberships.organisationN, actorN)),
        isNull(networkMemberships.endedAt),
      ),
    )

/** Whatever is kept of the memberships of some actors, and what they have relayed; `whose` is a query for their `n`. */
export const forgetMemberships = (whose: Statement): Statement[] => [
  {
    sql: `DELETE FROM network_memberships WHERE network_n IN (${whose.sql}) OR organisation_n IN (${whose.sql})`,
    args: [...listed(whose), ...listed(whose)],
  },
  { sql: `DELETE FROM network_relays WHERE network_n IN (${whose.sql})`, args: whose.args },
]

/** Of one alone, who is gone or lives elsewhere now. */
export const endMembershipsOf = (actorN: number): Statement[] =>
  forgetMemberships({ sql: 'SELECT ?', args: [actorN] })

const listed = ({ args }: Statement) => (Array.isArray(args) ? args : Object.values(args))
