import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { actors, following } from '../../db/schema/federation.ts'
import { forgetBrought } from '../entries/forget.ts'
import { Refusal } from '../refusal.ts'
import { isOurs } from './addresses.ts'
import { isBlocked } from './blocked.ts'
import { backfillLater } from './promises.ts'
import { FetchFault } from './fetch-fault.ts'
import { followingOf, followSteps, unfollowSteps } from './follows.ts'
import { actorOfRole } from './local-actors.ts'
import { findActor, knownActor, type RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { actorOfHandle, actorOfPage, readHandle } from './webfinger.ts'

// Whom this hub follows. The hub's own actor asks; what the others say then joins the catalogue.

/** `@handle@host`, an actor's address, or a hub's address. Asking again asks again: the answer may have been lost. */
export async function subscribe(
  deps: FederationDeps,
  target: string,
): Promise<{ actor: string; state: 'requested' | 'accepted' }> {
  const { db } = deps
  // A blocked host is not even asked who lives there.
  if (await isBlocked(db, target)) throw new Refusal('forbidden', 'This host or actor is blocked.')
  const actor = await find(deps, target)
  const me = await actorOfRole(db, 'hub')
  if (me === undefined) throw new Refusal('unavailable', 'This hub is not set up yet.')
  if (actor.inbox === null)
    throw new Refusal('invalid', 'That actor cannot be followed.', { fields: { actor: 'wrong' } })
  if (await isBlocked(db, actor.id)) throw new Refusal('forbidden', 'This host or actor is blocked.')
  if ((await followingOf(deps, me, actor))?.state === 'accepted')
    return { actor: actor.id, state: 'accepted' }
  await db.write(await followSteps(deps, me, { ...actor, inbox: actor.inbox }))
  return { actor: actor.id, state: 'requested' }
}

/** What they brought goes with them, at once and whole. */
export async function unsubscribe(deps: FederationDeps, actorId: string): Promise<void> {
  const { db } = deps
  const actor = await knownActor(deps, actorId)
  const me = await actorOfRole(db, 'hub')
  const asked = actor === undefined || me === undefined ? undefined : await followingOf(deps, me, actor)
  if (asked === undefined || actor === undefined || me === undefined)
    throw new Refusal('absent', 'This hub does not follow that actor.')
  // Something of theirs may be arriving at this very moment: it goes with the rest.
  const brought = forgetBrought(deps, { sql: 'SELECT ?', args: [actor.n] }, deps.now())
  await db.write([...brought, ...(await unfollowSteps(deps, me, actor, asked))])
}

const sixHours = 6 * 3_600_000

/** Those not read for six hours; at start, all of them. */
export async function pollDue(deps: FederationDeps, olderThan = sixHours): Promise<void> {
  const due = await deps.db.read
    .select({ id: actors.id, n: actors.n })
    .from(following)
    .innerJoin(actors, eq(actors.n, following.targetN))
    .where(
      and(
        eq(following.state, 'accepted'),
        or(isNull(following.polledAt), lt(following.polledAt, deps.now() - olderThan)),
      ),
    )
  if (due.length > 0) await deps.db.write(due.flatMap((actor) => backfillLater(deps, actor)))
}

async function find(deps: FederationDeps, target: string): Promise<RemoteActor> {
  try {
    const handle = readHandle(target)
    if (handle !== null) return await other(deps, await actorOfHandle(deps, handle))
    const page = webAddress(target)
    return await other(deps, page.href).catch(async (error: unknown) => {
      if (!(error instanceof FetchFault)) throw error
      return other(deps, await actorOfPage(deps, page))
    })
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error
    throw new Refusal('invalid', `No actor was found there (${error.kind}).`, {
      fields: { actor: 'wrong' },
      cause: error,
    })
  }
}

function other(deps: FederationDeps, address: string): Promise<RemoteActor> {
  if (isOurs(deps.hub.origin, address))
    throw new Refusal('invalid', 'This is this very hub.', { fields: { actor: 'wrong' } })
  return findActor(deps, address)
}

function webAddress(text: string): URL {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (url === null)
    throw new Refusal('invalid', 'Write @handle@host or an address.', { fields: { actor: 'wrong' } })
  return url
}
