import { and, eq, isNull } from 'drizzle-orm'
import { events } from '../../db/schema/entries.ts'
import { activities, deliveries } from '../../db/schema/federation.ts'
import type { JsonObject } from './json-object.ts'
import type { LocalActor } from './local-actors.ts'
import type { FederationDeps } from './room.ts'
import { bareActor } from './actor-document.ts'
import { toWire } from './vocabulary.ts'

/**
 * Whether an actor of ours that is gone still has something to say: its own goodbye, above all. Whoever receives that
 * may look at its keys before they believe it; a 410 then is a goodbye that some never hear (interop.md §3). What
 * cannot be delivered is given up after a week, so this ends.
 */
export async function isParting({ db }: Pick<FederationDeps, 'db'>, actor: LocalActor): Promise<boolean> {
  const untold = await db.read
    .select({ n: events.n })
    .from(events)
    .where(and(isNull(events.doneAt), eq(events.subject, actor.id)))
    .limit(1)
  if (untold.length > 0) return true
  const waiting = await db.read
    .select({ n: deliveries.n })
    .from(deliveries)
    .innerJoin(activities, eq(activities.n, deliveries.activityN))
    .where(and(eq(activities.actorN, actor.n), isNull(deliveries.doneAt), isNull(deliveries.failedAt)))
    .limit(1)
  return waiting.length > 0
}

/** Nothing of whoever it was: an address, and the keys by which the goodbye is verified. */
export const partingDocument = async (deps: FederationDeps, actor: LocalActor): Promise<JsonObject> =>
  toWire(await bareActor(deps, actor))
