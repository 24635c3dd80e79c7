import { eq } from 'drizzle-orm'
import { actors } from '../../../db/schema/federation.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import { moved } from './move.ts'
import { farewell, renewed } from './organisation.ts'
import type { Outgoing } from './outgoing.ts'

/** `actor.updated`, `actor.moved` and `actor.deleted`: the subject is the actor's path. */
export async function actorActivities(deps: FederationDeps, event: DomainEvent): Promise<Outgoing[]> {
  const [actor] = await deps.db.read.select().from(actors).where(eq(actors.id, event.subject))
  if (actor === undefined || !actor.local) return []
  if (event.type === 'actor.deleted') return [await farewell(deps, event, actor)]
  if (actor.deletedAt !== null) return []
  return event.type === 'actor.moved' ? moved(deps, event, actor) : [await renewed(deps, event, actor)]
}
