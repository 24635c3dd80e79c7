import { eq, sql } from 'drizzle-orm'
import { users } from '../../db/schema/accounts.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Step } from '../../db/open.ts'
import { portraitPath } from '../accounts/portrait.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { memberChanged } from '../entries/member-news.ts'
import { record } from '../entries/store.ts'
import { Refusal } from '../refusal.ts'
import { freeHandle, isHandle, newActor, type LocalActor } from './local-actors.ts'

/**
 * A member becomes a Person that others can see and answer: only when they ask for it, under a name they choose,
 * and not listed anywhere. From then on what they answer here also leaves.
 */
export async function becomePerson(deps: Deps, viewer: Viewer, handle: string): Promise<void> {
  if (!isHandle(handle) || (await freeHandle(deps.db, handle)) !== handle)
    throw new Refusal('invalid', 'This handle cannot be used.', {
      fields: { handle: isHandle(handle) ? 'taken' : 'handle' },
    })
  if ((await personOf(deps, viewer.id)) !== undefined)
    throw new Refusal('conflict', 'You already have a handle.')
  await deps.db.write([
    ...(await newActor(deps, { role: 'person', type: 'Person', handle, name: viewer.name })),
    deps.db.make
      .update(users)
      .set({ actorN: sql`(select n from actors where id = ${`/ap/actors/${handle}`})` })
      .where(eq(users.id, viewer.id)),
  ])
}

export async function personOf(
  { db }: Pick<Deps, 'db'>,
  userId: string,
): Promise<{ n: number; handle: string; id: string } | undefined> {
  const [row] = await db.read
    .select({ n: actors.n, handle: actors.handle, id: actors.id })
    .from(actors)
    .innerJoin(users, eq(users.actorN, actors.n))
    .where(eq(users.id, userId))
  return row
}

/** A member who has an actor changes names everywhere. */
export async function renamePerson(deps: Deps, userId: string, name: string): Promise<Step[]> {
  const person = await personOf(deps, userId)
  if (person === undefined) return []
  return [
    deps.db.make.update(actors).set({ name }).where(eq(actors.n, person.n)),
    ...(await memberChanged(deps, userId)),
  ]
}

/** The member leaves: their actor says goodbye while its key still signs, and answers 410 from now on. */
export async function retirePerson(deps: Deps, userId: string): Promise<Step[]> {
  const person = await personOf(deps, userId)
  if (person === undefined) return []
  const now = deps.now()
  return [
    deps.db.make.update(actors).set({ deletedAt: now, name: '', summary: '' }).where(eq(actors.n, person.n)),
    ...record(deps.db, { type: 'actor.deleted', subject: person.id, activityId: deps.newId(), now }),
  ]
}

/** Where a member's own picture is, if they have one: never the hub's. */
export async function portraitAt(
  { db, hub }: Pick<Deps, 'db' | 'hub'>,
  { n }: Pick<LocalActor, 'n'>,
): Promise<string | null> {
  const [row] = await db.read.select({ id: users.pictureId }).from(users).where(eq(users.actorN, n))
  const id = row?.id ?? null
  return id === null ? null : hub.origin + portraitPath(id, 'full')
}
