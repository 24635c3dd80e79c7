import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { entries } from '../../../db/schema/entries.ts'
import { actors } from '../../../db/schema/federation.ts'
import { kindNamed } from '../../kinds/index.ts'
import { isBlocked } from '../blocked.ts'
import { commentObject } from '../comment-object.ts'
import { withReplies } from '../inline-replies.ts'
import { actorOfRole } from '../local-actors.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'
import type { Outgoing } from './outgoing.ts'
import { boxOf, participants } from './participants.ts'

/** A member's answer goes to their followers and to everyone in the conversation; its deletion too. */
export async function commentActivities(deps: FederationDeps, event: DomainEvent): Promise<Outgoing[]> {
  return event.type === 'comment.published' ? published(deps, event) : deleted(deps, event)
}

async function published(deps: FederationDeps, event: DomainEvent): Promise<Outgoing[]> {
  const comment = await commentObject(deps, event.subject)
  if (comment === null) return []
  const { actor, entry, group } = comment
  const object = await withReplies(deps, comment.object)
  const { origin } = deps.hub
  const id = `/ap/activities/${event.activityId}`
  const cc = Array.isArray(object['cc']) ? object['cc'].filter((item) => typeof item === 'string') : []
  return [
    {
      id,
      actor,
      type: 'Create',
      objectId: String(object['id']),
      public: true,
      body: await deps.apex.activity('Create', origin + actor.id, [PUBLIC], {
        id: origin + id,
        object,
        cc,
        published: new Date(event.createdAt).toISOString(),
      }),
      followersOf: [actor],
      inboxes: [...(await participants(deps, entry.envelope)), ...(await home(deps, entry.envelope.n))],
      passedOnBy: group,
    },
  ]
}

/** With what the event holds: the conversation itself may be gone. */
async function deleted(deps: FederationDeps, event: DomainEvent): Promise<Outgoing[]> {
  const { db, hub } = deps
  const told = goodbye.safeParse(JSON.parse(event.data)).data
  if (told === undefined) return []
  const [actor] = await db.read.select().from(actors).where(eq(actors.n, told.actorN))
  if (actor === undefined || !actor.local) return []
  const id = `/ap/activities/${event.activityId}`
  const objectId = `${hub.origin}/ap/objects/${event.subject}`
  const at = new Date(event.createdAt).toISOString()
  return [
    {
      id,
      actor,
      type: 'Delete',
      objectId,
      public: false,
      body: await deps.apex.activity('Delete', hub.origin + actor.id, [PUBLIC], {
        id: hub.origin + id,
        object: await deps.apex.tombstone(objectId, at, 'Note'),
        cc: [`${hub.origin}${actor.id}/followers`],
        published: at,
      }),
      followersOf: [actor],
      inboxes: await unblocked(deps, told.boxes),
      passedOnBy:
        told.kind !== null && kindNamed(told.kind)?.section === 'forum'
          ? ((await actorOfRole(db, 'forum')) ?? null)
          : null,
    },
  ]
}

/** As `takenBack` of the entries writes it. */
const goodbye = z.object({
  actorN: z.number(),
  /** Of the entry that was answered here; null: it came from a neighbour. */
  kind: z.string().nullable().default(null),
  boxes: z.array(z.object({ host: z.string(), inbox: z.string() })),
})

/** Who was blocked since hears nothing more. */
async function unblocked<Box extends { inbox: string }>(
  { db }: FederationDeps,
  boxes: readonly Box[],
): Promise<Box[]> {
  const blocked = await Promise.all(boxes.map(({ inbox }) => isBlocked(db, inbox)))
  return boxes.filter((_, at) => blocked[at] === false)
}

/** A remote entry's author hears what is answered to it here. */
async function home({ db }: FederationDeps, entryN: number): Promise<{ host: string; inbox: string }[]> {
  const rows = await db.read
    .select({ host: actors.host, inbox: actors.inbox, shared: actors.sharedInbox })
    .from(entries)
    .innerJoin(actors, eq(actors.n, entries.originN))
    .where(eq(entries.n, entryN))
  return rows.flatMap(boxOf)
}
