import { and, asc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import { guard, guardThat, type Database, type Step } from '../../db/open.ts'
import { memberships, sessions, tickets, users } from '../../db/schema/accounts.ts'
import { entries } from '../../db/schema/entries.ts'
import type { Viewer } from './viewer.ts'

// The SQL of people. Reads give rows; writes give the steps of one change, for a command to put together.

export type UserRow = typeof users.$inferSelect
export type Membership = Viewer['memberships'][number]

export async function userById(db: Database, id: string): Promise<UserRow | undefined> {
  const [row] = await db.read.select().from(users).where(eq(users.id, id))
  return row
}

export async function userByEmail(db: Database, email: string): Promise<UserRow | undefined> {
  const [row] = await db.read.select().from(users).where(eq(users.email, email.toLowerCase()))
  return row
}

/** Those who wait first, then by name. */
export const allUsers = (db: Database): Promise<UserRow[]> =>
  db.read
    .select()
    .from(users)
    .orderBy(sql`${users.state} <> 'pending'`, asc(users.name), asc(users.id))
    .limit(2000)

export const activeAdmins = (db: Database): Promise<UserRow[]> =>
  db.read
    .select()
    .from(users)
    .where(and(eq(users.role, 'admin'), eq(users.state, 'active')))

/** Who sees to reports: moderators and administrators. */
export const activeModerators = (db: Database): Promise<UserRow[]> =>
  db.read
    .select()
    .from(users)
    .where(and(inArray(users.role, ['moderator', 'admin']), eq(users.state, 'active')))

/** Who was given the desk of facilitation. */
export const activeFacilitators = (db: Database): Promise<UserRow[]> =>
  db.read
    .select()
    .from(users)
    .where(and(eq(users.role, 'facilitator'), eq(users.state, 'active')))

export const membershipsOf = (db: Database, userId: string): Promise<Membership[]> =>
  db.read
    .select({ organisationId: memberships.organisationId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.userId, userId))

export const viewerOf = async (db: Database, user: UserRow, sudoAt: number | null): Promise<Viewer> => ({
  id: user.id,
  name: user.name,
  email: user.email,
  locale: user.locale,
  role: user.role,
  memberships: await membershipsOf(db, user.id),
  pictureId: user.pictureId,
  sudoAt,
})

/** The organisations that people of this hub may speak for. */
export const hostedOrganisations = (db: Database): Promise<{ id: string; title: string }[]> =>
  db.read
    .select({ id: entries.id, title: entries.title })
    .from(entries)
    .where(
      and(
        eq(entries.kind, 'organisation'),
        isNull(entries.originN),
        inArray(entries.state, ['draft', 'review', 'published', 'closed']),
      ),
    )
    .orderBy(asc(entries.title))
    .limit(1000)

/** Invitations that were sent and not answered yet. */
export const openInvitations = (db: Database, now: number) =>
  db.read
    .select({
      id: tickets.id,
      email: tickets.email,
      createdAt: tickets.createdAt,
      expiresAt: tickets.expiresAt,
    })
    .from(tickets)
    .where(and(eq(tickets.purpose, 'invitation'), isNull(tickets.usedAt), gt(tickets.expiresAt, now)))
    .orderBy(asc(tickets.createdAt))
    .limit(500)

export const insertUser = (db: Database, row: typeof users.$inferInsert): Step[] => [
  db.make.insert(users).values({ ...row, email: row.email.toLowerCase() }),
]

/** Refused as a conflict if the account is gone. */
export const changeUser = (db: Database, id: string, changes: Partial<typeof users.$inferInsert>): Step[] => [
  db.make.update(users).set(changes).where(eq(users.id, id)),
  guard(),
]

/** What stands beside their words; null: their initial. */
export async function portraitOf(db: Database, id: string): Promise<string | null> {
  const [row] = await db.read.select({ pictureId: users.pictureId }).from(users).where(eq(users.id, id))
  return row?.pictureId ?? null
}

/** Of two that change it at once, one does; the other is refused as a conflict. */
export const changePortrait = (db: Database, id: string, from: string | null, to: string | null): Step[] => [
  db.make
    .update(users)
    .set({ pictureId: to })
    .where(and(eq(users.id, id), from === null ? isNull(users.pictureId) : eq(users.pictureId, from))),
  guard(),
]

/** Last in a command that may take an admin away: undone if nobody would be left to let anyone in. */
export const keepsAnAdmin = (): Step =>
  guardThat({ sql: "SELECT count(*) > 0 FROM users WHERE role = 'admin' AND state = 'active'", args: [] })

/** First in the command that sets the hub up: there is one first time. */
export const notBegun = (): Step =>
  guardThat({
    sql: "SELECT count(*) = 0 FROM settings WHERE key = 'initialisedAt' AND value <> 'null'",
    args: [],
  })

export const endSessions = (db: Database, userId: string, except?: string): Step[] => [
  db.make
    .delete(sessions)
    .where(
      except === undefined
        ? eq(sessions.userId, userId)
        : and(eq(sessions.userId, userId), ne(sessions.id, except)),
    ),
]

export const putMembership = (
  db: Database,
  row: { userId: string } & Membership,
  createdAt: number,
): Step[] => [
  db.make
    .insert(memberships)
    .values({ ...row, createdAt })
    .onConflictDoUpdate({
      target: [memberships.userId, memberships.organisationId],
      set: { role: row.role },
    }),
]

export const dropMembership = (db: Database, userId: string, organisationId: string): Step[] => [
  db.make
    .delete(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.organisationId, organisationId))),
]

/** Links that an account's new password or end makes void. */
export const dropTicketsOf = (db: Database, userId: string): Step[] => [
  db.make.delete(tickets).where(eq(tickets.userId, userId)),
]
