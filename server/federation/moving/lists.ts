import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database, Step } from '../../../db/open.ts'
import { actors, errands, followers, following } from '../../../db/schema/federation.ts'
import { Refusal } from '../../refusal.ts'
import { FetchFault } from '../fetch-fault.ts'
import { actorOfRole, type LocalActor } from '../local-actors.ts'
import { followLater } from '../promises.ts'
import type { FederationDeps } from '../room.ts'
import { subscribe } from '../subscriptions.ts'
import { mostLines } from './lines.ts'

// Whom we follow and who follows us, as lists to take along.

/** Who follows an account of ours, on other servers. For its own people alone (GDPR). */
export const followerAddresses = async (db: Database, { n }: Pick<LocalActor, 'n'>): Promise<string[]> =>
  (
    await db.read
      .select({ handle: actors.handle, host: actors.host })
      .from(followers)
      .innerJoin(actors, eq(actors.n, followers.followerN))
      .where(and(eq(followers.actorN, n), isNull(actors.deletedAt)))
      .orderBy(asc(actors.host), asc(actors.handle))
  ).map(addressOf)

export const followedAddresses = async (db: Database): Promise<string[]> =>
  (
    await db.read
      .select({ handle: actors.handle, host: actors.host })
      .from(following)
      .innerJoin(actors, eq(actors.n, following.targetN))
      .orderBy(asc(actors.host), asc(actors.handle))
  ).map(addressOf)

const addressOf = ({ handle, host }: { handle: string; host: string }): string =>
  `${handle}@${host}`.toLowerCase()

/** Each is asked in its turn, in the background; who is followed already, or waits, is left as it is. */
export async function followAll(deps: FederationDeps, addresses: readonly string[]): Promise<number> {
  const me = await actorOfRole(deps.db, 'hub')
  if (me === undefined) return 0
  const known = new Set(await followedAddresses(deps.db))
  const fresh = addresses.filter((address) => !known.has(address)).slice(0, mostLines)
  for (let at = 0; at < fresh.length; at += 100)
    await deps.db.write(fresh.slice(at, at + 100).flatMap((address) => followLater(deps, `@${address}`, me)))
  return fresh.length
}

/** One of them: what cannot be is said as what it is, and is not tried again. */
export async function followListed(deps: FederationDeps, target: string): Promise<Step[]> {
  try {
    await subscribe(deps, target)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.cause instanceof FetchFault) throw error.cause
    if (error.code === 'forbidden') throw new FetchFault('blocked', error.message)
    if (error.code === 'invalid') throw new FetchFault('id', error.message)
    throw error
  }
}

/** Read, and put away. */
export const forgetFailedFollows = ({ db }: Pick<FederationDeps, 'db'>): Promise<unknown> =>
  db.write([db.make.delete(errands).where(and(eq(errands.type, 'follow'), isNotNull(errands.failedAt)))])

/** What of such a list still waits, and what came to nothing, with why: a word of `FetchFaultKind`. */
export async function pendingFollows(
  db: Database,
): Promise<{ waiting: number; failed: { address: string; error: string }[] }> {
  const rows = await db.read
    .select({ subject: errands.subject, error: errands.lastError, failedAt: errands.failedAt })
    .from(errands)
    .where(eq(errands.type, 'follow'))
    .orderBy(asc(errands.n))
  return {
    waiting: rows.filter(({ failedAt }) => failedAt === null).length,
    failed: rows.flatMap(({ subject, error, failedAt }) =>
      failedAt === null ? [] : [{ address: subject, error: error ?? 'fault' }],
    ),
  }
}
