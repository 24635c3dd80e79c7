import { and, eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { following, handles, hosts } from '../../db/schema/federation.ts'
import { enqueue } from './deliveries.ts'
import type { LocalActor } from './local-actors.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'

// A Follow of ours, and its Undo: the row and the delivery in one command.

export type Following = typeof following.$inferSelect

export async function followingOf(
  { db }: Pick<FederationDeps, 'db'>,
  me: Pick<LocalActor, 'n'>,
  target: Pick<RemoteActor, 'n'>,
): Promise<Following | undefined> {
  const [row] = await db.read
    .select()
    .from(following)
    .where(and(eq(following.actorN, me.n), eq(following.targetN, target.n)))
  return row
}

/** Asked again, it is asked anew: the answer may have been lost. */
export async function followSteps(
  deps: FederationDeps,
  me: LocalActor,
  target: RemoteActor & { inbox: string },
): Promise<Step[]> {
  const { db, hub } = deps
  const id = `/ap/activities/${deps.newId()}`
  const now = deps.now()
  const body = await deps.apex.activity('Follow', hub.origin + me.id, [target.id], {
    id: hub.origin + id,
    object: target.id,
  })
  const row = { followId: id, state: 'requested' as const, requestedAt: now, acceptedAt: null }
  return [
    db.make
      .insert(following)
      .values({ actorN: me.n, targetN: target.n, ...row })
      .onConflictDoUpdate({ target: [following.actorN, following.targetN], set: row }),
    // Whoever wants to hear them does not let them be.
    db.make.update(hosts).set({ stoppedAt: null }).where(eq(hosts.host, target.host)),
    db.make.update(handles).set({ federatedAt: now }).where(eq(handles.handle, me.handle)),
    ...(await enqueue(deps, {
      id,
      actor: me,
      type: 'Follow',
      objectId: target.id,
      public: false,
      body,
      followersOf: [],
      inboxes: [{ host: target.host, inbox: target.inbox }],
    })),
  ]
}

export async function unfollowSteps(
  deps: FederationDeps,
  me: LocalActor,
  target: RemoteActor,
  asked: Following,
): Promise<Step[]> {
  const { db, hub } = deps
  const id = `/ap/activities/${deps.newId()}`
  const myId = hub.origin + me.id
  const body = await deps.apex.activity('Undo', myId, [target.id], {
    id: hub.origin + id,
    object: { id: hub.origin + asked.followId, type: 'Follow', actor: myId, object: target.id },
  })
  const ended = db.make.delete(following).where(eq(following.followId, asked.followId))
  if (target.inbox === null) return [ended]
  return [
    ended,
    ...(await enqueue(deps, {
      id,
      actor: me,
      type: 'Undo',
      objectId: target.id,
      public: false,
      body,
      followersOf: [],
      inboxes: [{ host: target.host, inbox: target.inbox }],
    })),
  ]
}
