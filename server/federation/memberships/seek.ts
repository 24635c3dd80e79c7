import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Database, Step } from '../../../db/open.ts'
import { actors, errands } from '../../../db/schema/federation.ts'
import { sayingSteps } from '../../networks/commands.ts'
import { partyByN, partyWithId } from '../../networks/parties.ts'
import type { Side } from '../../networks/sides.ts'
import { Refusal } from '../../refusal.ts'
import { isOurs } from '../addresses.ts'
import { isBlocked } from '../blocked.ts'
import { FetchFault } from '../fetch-fault.ts'
import type { LocalActor } from '../local-actors.ts'
import { membershipLater } from '../promises.ts'
import { findActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import { actorOfHandle, readHandle } from '../webfinger.ts'
import { mayBelong } from './received.ts'

// An organisation or a network of another server, named by whoever edits ours: looked for in the background, since a page
// never waits for another server, and asked once it is found.

/** `@network@hub.example`, or the address of its account or page. Null: it is neither. */
export function readAddress(typed: string): string | null {
  const handle = readHandle(typed)
  if (handle !== null) return `@${handle.user}@${handle.host}`
  const url = URL.parse(typed.trim())
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

/** Unless it is on this very hub, where it can be chosen. */
export const seek = (
  deps: Pick<FederationDeps, 'db' | 'now'>,
  own: Pick<LocalActor, 'n'>,
  side: Side,
  address: string,
): Promise<unknown> => deps.db.write(membershipLater(deps, own, side, address))

/** What `seek` promised. `subject` is the account of ours, its side, and the address. */
export async function sought(deps: FederationDeps, subject: string): Promise<Step[]> {
  const [n = '', side = '', address = ''] = subject.split(' ')
  const me = await partyByN(deps.db, Number(n))
  if (me === undefined || !me.speaks || !isSide(side)) return []
  if (await isBlocked(deps.db, address)) throw new FetchFault('blocked', 'It is blocked.')
  const handle = readHandle(address)
  const at = handle === null ? address : await actorOfHandle(deps, handle)
  if (isOurs(deps.hub.origin, at)) throw new FetchFault('own-host', 'It is on this hub.')
  const found = await findActor(deps, at)
  const them = await partyWithId(deps.db, found.id)
  if (them === undefined || !mayBelong(found) || (await isBlocked(deps.db, found.id)))
    throw new FetchFault('id', 'It can be in no network.')
  try {
    return await sayingSteps(deps, side, me, them)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid')
      throw new FetchFault('content-type', error.message, { cause: error })
    throw error
  }
}

const isSide = (text: string): text is Side => text === 'network' || text === 'organisation'

export interface Seeking {
  n: number
  address: string
  side: Side
  /** A word of `Reason`; null: it is still looked for. */
  failed: string | null
}

/** What one of ours is looking for, and what came to nothing. */
export async function seekingsOf(db: Database, actorN: number): Promise<Seeking[]> {
  const rows = await db.read
    .select()
    .from(errands)
    .where(and(eq(errands.type, 'membership'), eq(errands.actorN, actorN)))
    .orderBy(asc(errands.n))
    .limit(100)
  return rows.flatMap(({ n, subject, failedAt, lastError }) => {
    const [, side = '', address = ''] = subject.split(' ')
    return isSide(side)
      ? [{ n, side, address, failed: failedAt === null ? null : (lastError ?? 'fault') }]
      : []
  })
}

/** Read, and put away. */
export const forgetSeeking = ({ db }: Pick<FederationDeps, 'db'>, actorN: number): Promise<unknown> =>
  db.write([
    db.make
      .delete(errands)
      .where(and(eq(errands.type, 'membership'), eq(errands.actorN, actorN), isNotNull(errands.failedAt))),
  ])

export const localByHandle = async (db: Database, handle: string): Promise<number | null> =>
  (
    await db.read
      .select({ n: actors.n })
      .from(actors)
      .where(and(eq(actors.id, `/ap/actors/${handle}`), eq(actors.local, true)))
  )[0]?.n ?? null
