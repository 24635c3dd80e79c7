import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { guard, type Step } from '../../../db/open.ts'
import { entries } from '../../../db/schema/entries.ts'
import { actors } from '../../../db/schema/federation.ts'
import { endMembershipsOf } from '../../networks/store.ts'
import { isOurs, localActorAt } from '../addresses.ts'
import { isBlocked } from '../blocked.ts'
import { followingOf, followSteps, unfollowSteps } from '../follows.ts'
import { actorOfRole, type LocalActor } from '../local-actors.ts'
import { askActor, kept, knownActor, type RemoteActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import { isAlias } from './aliases.ts'
import { cooldown, movableAt } from './limits.ts'

/**
 * Keeps what `verbs/move.ts` promised. `subject` is the old address and the new one. The new one must stand at its own
 * address, list the old one, and not have moved on itself: so no chain and no circle leads on (rules 27 and 34).
 */
export async function arrive(deps: FederationDeps, subject: string, was: RemoteActor): Promise<Step[]> {
  const id = subject.slice(was.id.length + 1)
  const old = await knownActor(deps, was.id)
  if (old === undefined || old.deletedAt !== null || movableAt(old, deps.now()) !== null) return []
  if (await isBlocked(deps.db, id)) return []
  if (isOurs(deps.hub.origin, id)) return arriveHere(deps, id, old)
  const known = await knownActor(deps, id)
  if (known !== undefined && (known.movedTo !== null || known.deletedAt !== null)) return []
  const asked = await askActor(deps, id)
  if (!asked.alsoKnownAs.includes(old.id) || asked.movedTo !== null) return []
  const target = await kept(deps, asked)
  return [...left(deps, old, target.id), ...(await followedOn(deps, old, target))]
}

/** To us: nobody is asked, and nobody follows themselves. */
async function arriveHere(deps: FederationDeps, id: string, old: RemoteActor): Promise<Step[]> {
  const target = await localActorAt(deps.db, deps.hub.origin, id)
  if (target === undefined || target.movedTo !== null || !(await isAlias(deps.db, target, old.id))) return []
  return [...left(deps, old, id), ...(await followedOn(deps, old, null))]
}

/** Once in a week, whatever came between. */
const left = ({ db, now }: FederationDeps, old: RemoteActor, movedTo: string): Step[] => [
  db.make
    .update(actors)
    .set({ movedTo, movedAt: now() })
    .where(and(eq(actors.n, old.n), or(isNull(actors.movedAt), lte(actors.movedAt, now() - cooldown)))),
  guard(),
  // Who moves joins anew from where they go: the word was that of the old account.
  ...endMembershipsOf(old.n),
]

/** Whom this hub followed there it follows here. What came on their word stays, and is from now on of this word. */
async function followedOn(
  deps: FederationDeps,
  old: RemoteActor,
  target: RemoteActor | null,
): Promise<Step[]> {
  const me = await actorOfRole(deps.db, 'hub')
  const asked = me === undefined ? undefined : await followingOf(deps, me, old)
  if (me === undefined || asked === undefined || asked.state === 'rejected') return []
  return [
    ...(await unfollowSteps(deps, me, old, asked)),
    ...(target === null ? [] : await askedAnew(deps, me, target)),
    ...(target === null
      ? []
      : [deps.db.make.update(entries).set({ viaN: target.n }).where(eq(entries.viaN, old.n))]),
  ]
}

async function askedAnew(deps: FederationDeps, me: LocalActor, target: RemoteActor): Promise<Step[]> {
  const { inbox } = target
  if (inbox === null || (await followingOf(deps, me, target)) !== undefined) return []
  return followSteps(deps, me, { ...target, inbox })
}
