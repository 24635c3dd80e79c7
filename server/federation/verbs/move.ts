import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { guard } from '../../../db/open.ts'
import { comments, entries } from '../../../db/schema/entries.ts'
import { actors, following } from '../../../db/schema/federation.ts'
import { livingOf } from '../../networks/store.ts'
import { isBlocked } from '../blocked.ts'
import { lookAgainAfter, movedLately } from '../moving/limits.ts'
import { moveLater } from '../promises.ts'
import { knownActor, type RemoteActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import type { Verb } from './verb.ts'

/**
 * Someone moves house (FEP-7628). The old address says so itself, by its own signature (rule 34); whether the new one
 * agrees is asked there, later and once: no sender waits for it. Whoever has left nothing here sends us to nobody.
 */
export const move: Verb = async (deps, { activity, sender, now, provenAt }) => {
  const { objectId, target } = activity
  if (provenAt !== null || objectId !== sender.id || target === null || target === sender.id) return []
  // Read anew: of two that come together, one is looked at.
  const known = await knownActor(deps, sender.id)
  if (known === undefined || movedLately(known, now) || (await isBlocked(deps.db, target))) return []
  if (!(await isKnownHere(deps, sender))) return []
  return [
    deps.db.make
      .update(actors)
      .set({ moveAskedAt: now })
      .where(
        and(
          eq(actors.n, sender.n),
          or(isNull(actors.moveAskedAt), lt(actors.moveAskedAt, now - lookAgainAfter)),
        ),
      ),
    guard(),
    ...moveLater(deps, sender, target),
  ]
}

/** Followed by this hub, or read here. Who follows us follows us anew from where they go. */
async function isKnownHere({ db }: FederationDeps, { n }: RemoteActor): Promise<boolean> {
  return (
    (await db.read.$count(following, eq(following.targetN, n))) > 0 ||
    (await db.read.$count(entries, eq(entries.originN, n))) > 0 ||
    (await db.read.$count(comments, eq(comments.actorN, n))) > 0 ||
    (await livingOf(db, n)).length > 0
  )
}
