import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Step } from '../../../db/open.ts'
import { actors, handles } from '../../../db/schema/federation.ts'
import { isBlocked } from '../blocked.ts'
import { membershipBody } from '../memberships/wire.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import type { Outgoing } from './outgoing.ts'

/** As `told` of networks writes it. */
const saying = z.object({
  networkN: z.number(),
  organisationN: z.number(),
  side: z.enum(['network', 'organisation']),
  verb: z.enum(['Join', 'Invite', 'Accept', 'Reject', 'Leave', 'Remove']),
  askedId: z.string().nullable(),
})

/** What our side of a membership says to the other, in its own inbox: nobody else is told. */
export async function membershipActivities(
  deps: FederationDeps,
  event: DomainEvent,
): Promise<{ steps: Step[]; outgoing: Outgoing[] }> {
  const { db, hub, apex } = deps
  const { side, verb, askedId, ...pair } = saying.parse(JSON.parse(event.data))
  const [network] = await db.read.select().from(actors).where(eq(actors.n, pair.networkN))
  const [organisation] = await db.read.select().from(actors).where(eq(actors.n, pair.organisationN))
  const [me, them] = side === 'network' ? [network, organisation] : [organisation, network]
  const inbox = them?.inbox ?? them?.sharedInbox
  // Gone, or blocked since: nothing is said to them.
  if (me === undefined || them === undefined || them.local || !inbox) return { steps: [], outgoing: [] }
  if (them.deletedAt !== null || (await isBlocked(db, them.id))) return { steps: [], outgoing: [] }
  const full = (actor: typeof me): string => (actor.local ? hub.origin + actor.id : actor.id)
  const ids =
    side === 'network'
      ? { network: full(me), organisation: full(them) }
      : { network: full(them), organisation: full(me) }
  const id = `/ap/activities/${event.activityId}`
  const body = await apex.activity(verb, full(me), [them.id], {
    id: hub.origin + id,
    ...membershipBody(verb, ids, side, askedId),
    published: new Date(event.createdAt).toISOString(),
  })
  return {
    // From now on this name is known elsewhere, and is never given to another.
    steps: [db.make.update(handles).set({ federatedAt: deps.now() }).where(eq(handles.handle, me.handle))],
    outgoing: [
      {
        ...{ id, actor: me, type: verb, objectId: them.id, public: false, body },
        ...{ followersOf: [], inboxes: [{ host: them.host, inbox }] },
      },
    ],
  }
}
