import { and, eq, gt, lte } from 'drizzle-orm'
import { Lucia, TimeSpan } from 'lucia'
import type { Step } from '../../db/open.ts'
import { sessions, users } from '../../db/schema/accounts.ts'
import type { Deps } from '../deps.ts'
import { newSecret, sealed } from './secret.ts'
import { sessionAdapter, type SessionAttributes, type UserAttributes } from './session-adapter.ts'
import { endSessions, viewerOf } from './store.ts'
import type { Viewer } from './viewer.ts'

// Lucia is frozen upstream: this file and its adapter are all that knows it.

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

type Needs = Pick<Deps, 'db' | 'hub' | 'now' | 'random' | 'log'>

const lifetime = new TimeSpan(30, 'd')
const sudoLifetime = 10 * 60_000

export interface OpenSession {
  viewer: Viewer
  /** The row: what ends this session, not what opens it. */
  sessionId: string
  /** Set when the session was prolonged: the `Set-Cookie` to send again. */
  cookie: string | null
}

/**
 * A new session, with the password just typed; sessions whose time is over go with the occasion. Whatever gives more rights begins a new one and ends the one
 * it `replaces`, so that a planted cookie gains nothing (OWASP ASVS 5.0 §7.2.4). Returns the `Set-Cookie`.
 */
export async function beginSession(
  deps: Needs,
  userId: string,
  session: { userAgent: string | undefined; replaces: string | null; also?: readonly Step[] },
): Promise<string> {
  const { db } = deps
  const now = deps.now()
  const also = [
    db.make.delete(sessions).where(lte(sessions.expiresAt, Math.floor(now / 1000))),
    ...(session.replaces === null ? [] : [db.make.delete(sessions).where(eq(sessions.id, session.replaces))]),
    ...(session.also ?? []),
  ]
  const lucia = luciaOf(deps, also)
  const attributes = { createdAt: now, userAgent: session.userAgent?.slice(0, 300) ?? '', sudoAt: now }
  const { id } = await lucia.createSession(userId, attributes, { sessionId: newSecret(deps) })
  return lucia.createSessionCookie(id).serialize()
}

/** Who the cookie stands for; prolonged past half of its life. */
export async function readSession(deps: Needs, cookie: string): Promise<OpenSession | null> {
  const lucia = luciaOf(deps)
  const { session, user } = await lucia.validateSession(cookie)
  if (session === null) return null
  return {
    viewer: await viewerOf(deps.db, user.row, session.sudoAt),
    sessionId: sealed(cookie),
    cookie: session.fresh ? lucia.createSessionCookie(session.id).serialize() : null,
  }
}

/** Asked again and again of those who stay connected; it prolongs nothing. */
export async function stillSignedIn(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  sessionId: string,
  userId: string,
): Promise<boolean> {
  const open = await db.read
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), eq(users.state, 'active')))
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.userId, userId),
        gt(sessions.expiresAt, Math.floor(now() / 1000)),
      ),
    )
  return open.length > 0
}

/** The other devices too may be ended one by one: only its owner's. */
export async function endSession({ db }: Needs, userId: string, sessionId: string): Promise<void> {
  await db.write([
    db.make.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId))),
  ])
}

export async function endAll({ db }: Needs, userId: string, except?: string): Promise<void> {
  await db.write(endSessions(db, userId, except))
}

/** Nobody can use them; they still name a browser. */
export const forgetExpiredSessions = (deps: Needs): Promise<void> => luciaOf(deps).deleteExpiredSessions()

export const openSessions = async (deps: Needs, userId: string) =>
  (await luciaOf(deps).getUserSessions(userId)).toSorted((a, b) => b.createdAt - a.createdAt)

/** The `__Host-` prefix binds the cookie to this very host and to https; plain http has no such thing. */
export const sessionCookieName = ({ hub }: Pick<Deps, 'hub'>): string =>
  hub.origin.startsWith('https:') ? '__Host-session' : 'session'

/** The `Set-Cookie` that makes the browser forget. */
export const noSession = (deps: Needs): string => luciaOf(deps).createBlankSessionCookie().serialize()

/** The password was typed not long ago. */
export const isSudo = (viewer: Viewer, now: number): boolean =>
  viewer.sudoAt !== null && now - viewer.sudoAt < sudoLifetime

/** Made anew each time: the wizard may change the hub's address, and with it the cookie. */
const luciaOf = (deps: Needs, also: readonly Step[] = []) =>
  new Lucia(sessionAdapter(deps, lifetime.milliseconds(), also), {
    sessionExpiresIn: lifetime,
    sessionCookie: {
      name: sessionCookieName(deps),
      attributes: { secure: deps.hub.origin.startsWith('https:'), sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })
