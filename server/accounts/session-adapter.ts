import { and, eq, lte } from 'drizzle-orm'
import type { Adapter, DatabaseSession } from 'lucia'
import type { Step } from '../../db/open.ts'
import { sessions, users } from '../../db/schema/accounts.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { sealed } from './secret.ts'
import { endSessions, type UserRow } from './store.ts'

export interface SessionAttributes {
  createdAt: number
  userAgent: string
  sudoAt: number | null
}

export interface UserAttributes {
  row: UserRow
}

type Needs = Pick<Deps, 'db' | 'now' | 'log'>

/**
 * Lucia's seven verbs over our two doors: reads by `db.read`, writes by `db.write` (its own drizzle adapter
 * would write through the reader). The table holds the hash of the id alone. `also` comes first in the
 * command that makes a session. Lucia counts by the machine's clock and the house by `deps.now`: what is read is shifted.
 */
export function sessionAdapter(deps: Needs, lifetime: number, also: readonly Step[] = []): Adapter {
  const { db, now } = deps
  const expiry = () => Math.floor((now() + lifetime) / 1000)
  const seen = (
    { userId, expiresAt, ...row }: typeof sessions.$inferSelect,
    id: string,
  ): DatabaseSession => ({
    id,
    userId,
    expiresAt: new Date(expiresAt * 1000 - now() + Date.now()),
    attributes: { createdAt: row.createdAt, userAgent: row.userAgent, sudoAt: row.sudoAt },
  })
  return {
    async getSessionAndUser(id) {
      const [found] = await db.read
        .select({ session: sessions, user: users })
        .from(sessions)
        .innerJoin(users, and(eq(users.id, sessions.userId), eq(users.state, 'active')))
        .where(eq(sessions.id, sealed(id)))
      if (found === undefined) return [null, null]
      return [seen(found.session, id), { id: found.user.id, attributes: { row: found.user } }]
    },
    async getUserSessions(userId) {
      const rows = await db.read.select().from(sessions).where(eq(sessions.userId, userId))
      return rows.map((row) => seen(row, row.id))
    },
    async setSession({ id, userId, attributes }) {
      const row = { id: sealed(id), userId, expiresAt: expiry(), ...attributes }
      await db.write([...also, db.make.insert(sessions).values(row)])
    },
    updateSessionExpiration: (id) =>
      whenThereIsRoom(deps, [
        db.make
          .update(sessions)
          .set({ expiresAt: expiry() })
          .where(eq(sessions.id, sealed(id))),
      ]),
    deleteSession: (id) =>
      whenThereIsRoom(deps, [db.make.delete(sessions).where(eq(sessions.id, sealed(id)))]),
    async deleteUserSessions(userId) {
      await db.write(endSessions(db, userId))
    },
    async deleteExpiredSessions() {
      await db.write([db.make.delete(sessions).where(lte(sessions.expiresAt, Math.floor(now() / 1000)))])
    },
  }
}

/** Reading goes on when the disk is full: a session that could not be prolonged still holds. */
async function whenThereIsRoom({ db, log }: Needs, steps: readonly Step[]): Promise<void> {
  try {
    await db.write(steps)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    log.warn({ err: error }, 'a session could not be written')
  }
}
