import { and, eq, inArray, isNull } from 'drizzle-orm'
import { actors } from '../../../db/schema/federation.ts'
import type { Grouping } from '../../groupings/queries.ts'
import { isBlocked } from '../blocked.ts'
import type { JsonObject } from '../json-object.ts'
import type { LocalActor } from '../local-actors.ts'
import type { DomainEvent } from '../outbound.ts'
import type { RemoteActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import { toWire } from '../vocabulary.ts'
import type { Outgoing } from './outgoing.ts'

/** What an activity between those who take part in a call tells of. */
export interface About {
  deps: FederationDeps
  event: DomainEvent
  grouping: Grouping
}

export type Reader = RemoteActor & { inbox: string }

/** Those of them who are still there and whom we may speak to. */
export async function reachable(
  { db }: FederationDeps,
  actorNs: readonly (number | null)[],
): Promise<Reader[]> {
  const ns = actorNs.filter((n) => n !== null)
  if (ns.length === 0) return []
  const rows = await db.read
    .select()
    .from(actors)
    .where(and(inArray(actors.n, ns), eq(actors.local, false), isNull(actors.deletedAt)))
  const allowed = await Promise.all(rows.map(async (row) => !(await isBlocked(db, row.id))))
  return rows.flatMap((row, at) =>
    row.inbox === null || allowed[at] !== true ? [] : [{ ...row, inbox: row.inbox }],
  )
}

/** Between those who take part: never public, and never in an outbox. */
export async function outgoing(
  { deps, event, grouping }: About,
  actor: LocalActor,
  type: string,
  readers: readonly Reader[],
  { object, result, ...more }: { object: JsonObject; result?: JsonObject; content?: string },
): Promise<Outgoing> {
  const { origin } = deps.hub
  const id = `/ap/activities/${event.activityId}`
  const ids = readers.map((reader) => reader.id)
  const body = await deps.apex.activity(type, origin + actor.id, ids, {
    ...more,
    ...{ id: origin + id, object, published: new Date(event.createdAt).toISOString() },
  })
  return {
    ...{ id, actor, type, public: false, followersOf: [] },
    objectId: grouping.apId ?? `${origin}/ap/objects/${grouping.id}`,
    body: result === undefined ? body : toWire({ ...body, result }),
    inboxes: readers.map(({ host, inbox }) => ({ host, inbox })),
  }
}
