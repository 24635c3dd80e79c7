import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { actors } from '../../../db/schema/federation.ts'
import { isBlocked } from '../blocked.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'
import type { Outgoing } from './outgoing.ts'

/**
 * A stamp is taken back by its Delete, by its address alone, as Mastodon reads and sends it: to who quotes, whose
 * server passes it on, and to those who may have seen it (FEP-044f). With what the event holds: the row may be gone.
 */
export async function quotationActivities(deps: FederationDeps, event: DomainEvent): Promise<Outgoing[]> {
  const { db, hub } = deps
  const told = refusal.safeParse(JSON.parse(event.data)).data
  if (told === undefined) return []
  const [actor] = await db.read.select().from(actors).where(eq(actors.n, told.voiceN))
  if (actor === undefined || !actor.local) return []
  const id = `/ap/activities/${event.activityId}`
  const stamp = hub.origin + told.stamp
  const { host, inbox } = told
  const isTold = inbox !== null && !(await isBlocked(db, told.actor))
  return [
    {
      id,
      actor,
      type: 'Delete',
      objectId: stamp,
      public: false,
      body: await deps.apex.activity('Delete', hub.origin + actor.id, [PUBLIC], {
        id: hub.origin + id,
        object: stamp,
        cc: [`${hub.origin}${actor.id}/followers`],
        published: new Date(event.createdAt).toISOString(),
      }),
      followersOf: told.widely === 1 ? [actor] : [],
      inboxes: isTold ? [{ host, inbox }] : [],
    },
  ]
}

/** As `refuseQuotations` of the entries writes it. */
const refusal = z.object({
  voiceN: z.number(),
  stamp: z.string(),
  actor: z.string(),
  host: z.string(),
  inbox: z.string().nullable(),
  widely: z.number(),
})
