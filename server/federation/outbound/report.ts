import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { actors } from '../../../db/schema/federation.ts'
import { isBlocked } from '../blocked.ts'
import { actorOfRole } from '../local-actors.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import type { Outgoing } from './outgoing.ts'

/** As `forwardReport` of moderation writes it. */
const forwarded = z.object({ actor: z.string(), things: z.array(z.string()), content: z.string() })

/**
 * A report that moderators pass on: said by the instance actor, so that nobody learns who reported, and as Mastodon
 * says it, the account first and then its things (its app/lib/activitypub/activity/flag.rb takes the things of no
 * account that is not named). It goes to the account's own inbox: GoToSocial takes it nowhere else.
 */
export async function reportActivities(deps: FederationDeps, event: DomainEvent): Promise<Outgoing[]> {
  const { db, hub } = deps
  const told = forwarded.parse(JSON.parse(event.data))
  const actor = await actorOfRole(db, 'instance')
  const [target] = await db.read
    .select()
    .from(actors)
    .where(and(eq(actors.id, told.actor), eq(actors.local, false), isNull(actors.deletedAt)))
  const inbox = target?.inbox ?? target?.sharedInbox
  // Gone, or blocked since: nothing is said to them.
  if (actor === undefined || target === undefined || !inbox || (await isBlocked(db, target.id))) return []
  const id = `/ap/activities/${event.activityId}`
  return [
    {
      id,
      actor,
      type: 'Flag',
      objectId: target.id,
      public: false,
      body: await deps.apex.activity('Flag', hub.origin + actor.id, [target.id], {
        id: hub.origin + id,
        object: [target.id, ...told.things],
        content: told.content,
      }),
      followersOf: [],
      inboxes: [{ host: target.host, inbox }],
    },
  ]
}
