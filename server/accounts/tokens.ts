import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { apiTokens, users } from '../../db/schema/accounts.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { newSecret, sealed } from './secret.ts'
import { userById, viewerOf } from './store.ts'
import type { Viewer } from './viewer.ts'

export const scopes = ['read', 'write', 'admin'] as const
export type Scope = (typeof scopes)[number]

export type TokenRow = Pick<typeof apiTokens.$inferSelect, 'id' | 'name' | 'createdAt' | 'lastUsedAt'> & {
  scopes: Scope[]
}

const hour = 3_600_000
/** Says what it is to those who find it in a file, and to the scanners that look for such. */
const prefix = 'maillon_'
const most = 50

/** The token itself is returned once and kept nowhere. A scope never gives more than the person's own role. */
export async function createToken(
  deps: Deps,
  userId: string,
  { name, scopes: asked }: { name: string; scopes: readonly Scope[] },
): Promise<string> {
  const user = await userById(deps.db, userId)
  if (user === undefined) throw new Refusal('absent', 'There is no such account.')
  if (asked.length === 0) throw new Refusal('invalid', 'A token needs at least one scope.')
  if (asked.includes('admin') && user.role !== 'admin')
    throw new Refusal('forbidden', 'Only administrators can make tokens that administer.')
  if ((await tokensOf(deps, userId)).length >= most)
    throw new Refusal('conflict', 'There are too many tokens: revoke some first.')
  const token = prefix + newSecret(deps)
  await deps.db.write([
    deps.db.make.insert(apiTokens).values({
      id: sealed(token),
      userId,
      name,
      scopes: scopes.filter((scope) => asked.includes(scope)).join(','),
      createdAt: deps.now(),
    }),
  ])
  return token
}

/** Null for a token that is unknown, revoked, or whose owner may no longer sign in. */
export async function readToken(
  deps: Deps,
  token: string,
): Promise<{ viewer: Viewer; scopes: Scope[] } | null> {
  const id = sealed(token)
  const [found] = await deps.db.read
    .select({ token: apiTokens, user: users })
    .from(apiTokens)
    .innerJoin(users, and(eq(users.id, apiTokens.userId), eq(users.state, 'active')))
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
  if (found === undefined) return null
  await markUsed(deps, id, found.token.lastUsedAt)
  return { viewer: await viewerOf(deps.db, found.user, null), scopes: scopesOf(found.token.scopes) }
}

export async function tokensOf({ db }: Pick<Deps, 'db'>, userId: string): Promise<TokenRow[]> {
  const rows = await db.read
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .orderBy(asc(apiTokens.createdAt))
  return rows.map(({ id, name, createdAt, lastUsedAt, scopes: text }) => ({
    id,
    name,
    createdAt,
    lastUsedAt,
    scopes: scopesOf(text),
  }))
}

export async function revokeToken({ db, now }: Deps, userId: string, id: string): Promise<void> {
  await db.write([
    db.make
      .update(apiTokens)
      .set({ revokedAt: now() })
      .where(and(eq(apiTokens.id, id), eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt))),
  ])
}

/** All of a person's: whoever had their password may have made some. */
export const revokeTokens = (db: Database, userId: string, now: number): Step[] => [
  db.make
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt))),
]

const scopesOf = (text: string): Scope[] => scopes.filter((scope) => text.split(',').includes(scope))

/** To the hour: a write at each call would cost more than the call. A full disk stops no reading. */
async function markUsed({ db, now, log }: Deps, id: string, before: number | null): Promise<void> {
  const at = now()
  if (before !== null && at - before < hour) return
  try {
    await db.write([db.make.update(apiTokens).set({ lastUsedAt: at }).where(eq(apiTokens.id, id))])
  } catch (error) {
    log.warn({ err: error }, 'the use of a token could not be written')
  }
}
