import { and, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { guard, type Step } from '../../../db/open.ts'
import { actors } from '../../../db/schema/federation.ts'
import { tell } from '../../entries/tell.ts'
import { partingSteps } from '../../networks/commands.ts'
import { Refusal } from '../../refusal.ts'
import type { LocalActor } from '../local-actors.ts'
import { keepActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import { household, lookAround, type Looked } from './house.ts'
import { cooldown } from './limits.ts'
import type { LookFault } from './look.ts'

/**
 * Moves an account of ours to where it is expected, and the whole hub with its sections: looked at once more, then one
 * command for all of them, or none. What is found in the way comes back as it was found.
 */
export async function moveOut(
  deps: FederationDeps,
  actor: LocalActor,
  typed: string,
): Promise<Looked | LookFault> {
  const looked = await lookAround(deps, actor, typed)
  if (typeof looked === 'string' || !looked.mayMove) return looked
  const partings = await Promise.all(looked.rooms.map(({ own }) => partingSteps(deps, own.n)))
  await deps.db.write([
    // Said before the Move: afterwards it says nothing new here.
    ...partings.flat(),
    ...looked.rooms.flatMap(({ own, there }) => (there === null ? [] : leave(deps, own, there.actor))),
  ])
  return looked
}

function leave(deps: FederationDeps, own: LocalActor, there: Parameters<typeof keepActor>[1]): Step[] {
  const now = deps.now()
  return [
    // Kept, so that pages can say by its name where we went.
    ...keepActor(deps, there),
    deps.db.make
      .update(actors)
      .set({ movedTo: there.id, movedAt: now })
      .where(
        and(
          ...[eq(actors.n, own.n), isNull(actors.movedTo), isNull(actors.deletedAt)],
          or(isNull(actors.movedAt), lte(actors.movedAt, now - cooldown)),
        ),
      ),
    guard(),
    ...tell(deps, 'actor.moved', own.id, now),
  ]
}

/**
 * Here again: it may speak, and says so. Who followed it elsewhere stays there, since nobody can be made to follow; the
 * next move is a week after the last.
 */
export async function moveBack(deps: FederationDeps, actor: LocalActor): Promise<void> {
  if (actor.movedTo === null) throw new Refusal('conflict', 'This account has not moved.')
  const now = deps.now()
  const house = await household(deps, actor)
  await deps.db.write(
    house
      .filter(({ movedTo }) => movedTo !== null)
      .flatMap(({ n, id }) => [
        deps.db.make
          .update(actors)
          .set({ movedTo: null })
          .where(and(eq(actors.n, n), isNotNull(actors.movedTo))),
        guard(),
        ...tell(deps, 'actor.updated', id, now),
      ]),
  )
}
