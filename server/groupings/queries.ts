import { and, asc, count, desc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { memberships, users } from '../../db/schema/accounts.ts'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { groupingMembers, groupingMessages, groupings } from '../../db/schema/groupings.ts'
import type { Locale } from '../../views/language.tsx'

export type Grouping = typeof groupings.$inferSelect
export type Member = typeof groupingMembers.$inferSelect & { host: string | null }
export type Message = typeof groupingMessages.$inferSelect

/** Of what those who take part have written, the newest. */
export const mostShown = 200

export async function groupingById(db: Database, id: string): Promise<Grouping | undefined> {
  const [row] = await db.read.select().from(groupings).where(eq(groupings.id, id))
  return row
}

/** One of another hub, by its full id there. */
export async function groupingAt(db: Database, apId: string): Promise<Grouping | undefined> {
  const [row] = await db.read.select().from(groupings).where(eq(groupings.apId, apId))
  return row
}

export const membersOf = (db: Database, groupingN: number): Promise<Member[]> =>
  db.read
    .select({ member: groupingMembers, host: actors.host })
    .from(groupingMembers)
    .leftJoin(actors, eq(actors.n, groupingMembers.actorN))
    .where(eq(groupingMembers.groupingN, groupingN))
    .orderBy(asc(groupingMembers.n))
    .then((rows) => rows.map(({ member, host }) => ({ ...member, host })))

export async function memberById(db: Database, id: string): Promise<Member | undefined> {
  const [row] = await db.read
    .select({ member: groupingMembers, host: actors.host })
    .from(groupingMembers)
    .leftJoin(actors, eq(actors.n, groupingMembers.actorN))
    .where(eq(groupingMembers.id, id))
  return row && { ...row.member, host: row.host }
}

export const messagesOf = async (db: Database, groupingN: number): Promise<Message[]> =>
  (
    await db.read
      .select()
      .from(groupingMessages)
      .where(eq(groupingMessages.groupingN, groupingN))
      .orderBy(desc(groupingMessages.n))
      .limit(mostShown)
  ).toReversed()

/** How many of a call's members are so; written out, since a query of one table names its columns without it. */
const counted = (state: Member['state']) =>
  sql<number>`(select count(*) from grouping_members m where m.grouping_n = groupings.n and m.state = ${state})`

/** Calls of this hub about a lot, that still stand; their members are those who were accepted. */
export const callsOn = (
  db: Database,
  tenderN: number,
  lotNumber: number,
): Promise<{ id: string; leadName: string; seeks: string; state: Grouping['state']; members: number }[]> =>
  db.read
    .select({
      id: groupings.id,
      leadName: groupings.leadName,
      seeks: groupings.seeks,
      state: groupings.state,
      members: counted('accepted'),
    })
    .from(groupings)
    .where(
      and(
        eq(groupings.tenderN, tenderN),
        eq(groupings.lotNumber, lotNumber),
        sql`${groupings.apId} is null`,
        ne(groupings.state, 'ended'),
      ),
    )
    .orderBy(asc(groupings.n))
    .limit(50)

export interface Involved {
  grouping: Grouping
  /** Of the tender that it is about; null: it is not kept here. */
  language: string | null
  /** Asked, and not answered by those who lead it. */
  waiting: number
  /** Of the organisations asked for, those that take part or asked to. */
  own: { name: string; state: Member['state'] }[]
}

/** All that these organisations lead, take part in, or asked to. */
export async function involving(db: Database, organisationIds: readonly string[]): Promise<Involved[]> {
  if (organisationIds.length === 0) return []
  const theirs = await db.read
    .select()
    .from(groupingMembers)
    .where(inArray(groupingMembers.organisationId, [...organisationIds]))
  const rows = await db.read
    .select({
      grouping: groupings,
      language: entries.language,
      waiting: counted('asked'),
    })
    .from(groupings)
    .leftJoin(entries, eq(entries.n, groupings.tenderN))
    .where(
      or(
        inArray(groupings.leadId, [...organisationIds]),
        inArray(
          groupings.n,
          theirs.map(({ groupingN }) => groupingN),
        ),
      ),
    )
    .orderBy(desc(groupings.updatedAt))
    .limit(200)
  return rows.map(({ grouping, language, waiting }) => ({
    ...{ grouping, language },
    waiting: organisationIds.includes(grouping.leadId ?? '') ? waiting : 0,
    own: theirs.filter(({ groupingN }) => groupingN === grouping.n),
  }))
}

/** How many organisations wait for an answer of these; counted for the head of each of their pages. */
export async function waitingFor(db: Database, organisationIds: readonly string[]): Promise<number> {
  if (organisationIds.length === 0) return 0
  const [row] = await db.read
    .select({ waiting: count() })
    .from(groupingMembers)
    .innerJoin(groupings, eq(groupings.n, groupingMembers.groupingN))
    .where(
      and(
        inArray(groupings.leadId, [...organisationIds]),
        eq(groupings.state, 'open'),
        eq(groupingMembers.state, 'asked'),
      ),
    )
  return row?.waiting ?? 0
}

/** To whom it is told what happens to an organisation. */
export const editorsOf = (
  db: Database,
  organisationId: string,
): Promise<{ email: string; locale: Locale }[]> =>
  db.read
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(
      and(
        eq(users.state, 'active'),
        eq(memberships.organisationId, organisationId),
        eq(memberships.role, 'editor'),
      ),
    )
    .orderBy(asc(users.id))
    .limit(20)

/** The name of an organisation of this hub, while it is published. */
export async function organisationNamed(
  db: Database,
  id: string,
): Promise<{ id: string; name: string; actorN: number } | undefined> {
  const [row] = await db.read
    .select({ id: entries.id, name: entries.title, actorN: actors.n })
    .from(entries)
    .innerJoin(actors, and(eq(actors.entryId, entries.id), eq(actors.local, true)))
    .where(and(eq(entries.id, id), eq(entries.state, 'published'), sql`${entries.originN} is null`))
  return row
}
