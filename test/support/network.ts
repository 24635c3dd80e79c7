import { and, eq } from 'drizzle-orm'
import { actors, followers, following } from '../../db/schema/federation.ts'
import { tombstones } from '../../db/schema/entries.ts'
import type { Entry } from '../../server/entries/load.ts'
import type { TestHub } from './hub.ts'
import { until } from './until.ts'

// What one hub waits to see of another.

export const isFollowing = async ({ deps }: TestHub, actor: string): Promise<boolean> =>
  (await stateOf({ deps }, actor)) === 'accepted'

export async function stateOf({ deps }: Pick<TestHub, 'deps'>, actor: string): Promise<string | null> {
  const [row] = await deps.db.read
    .select({ state: following.state })
    .from(following)
    .innerJoin(actors, eq(actors.n, following.targetN))
    .where(eq(actors.id, actor))
  return row?.state ?? null
}

/** Follows, and waits for the answer. */
export async function follow(hub: TestHub, target: string): Promise<string> {
  const { actor } = await hub.federation.follow(target)
  await until(`${hub.host} follows ${actor}`, () => isFollowing(hub, actor))
  return actor
}

export async function unfollow(hub: TestHub, from: TestHub, handle: string): Promise<void> {
  await hub.federation.unfollow(from.actor(handle))
  await until('the follower is gone', async () => (await followersOf(from, handle)).length === 0)
}

/** Ids of those who follow an actor of this hub. */
export const followersOf = async ({ deps }: TestHub, handle: string): Promise<string[]> =>
  (
    await deps.db.read
      .select({ id: actors.id })
      .from(followers)
      .innerJoin(actors, eq(actors.n, followers.followerN))
      .where(eq(followers.actorN, await numberOf({ deps }, `/ap/actors/${handle}`)))
  ).map(({ id }) => id)

export async function numberOf({ deps }: Pick<TestHub, 'deps'>, id: string): Promise<number> {
  const [row] = await deps.db.read.select({ n: actors.n }).from(actors).where(eq(actors.id, id))
  if (row === undefined) throw new Error(`No actor ${id} is known.`)
  return row.n
}

/** Waits for an entry of another hub; when `as` is given, until it is so. */
export const arrival = (hub: TestHub, { envelope }: Entry, as: (entry: Entry) => boolean = () => true) =>
  until(`« ${envelope.title} » arrives at ${hub.host}`, async () => {
    const entry = await hub.received(envelope.apId)
    return entry !== undefined && as(entry) ? entry : null
  })

export const departure = (hub: TestHub, { envelope }: Entry) =>
  until(`« ${envelope.title} » leaves ${hub.host}`, async () => !(await hub.received(envelope.apId)))

export async function stoneOf({ deps }: TestHub, apId: string) {
  const [stone] = await deps.db.read
    .select({ final: tombstones.final })
    .from(tombstones)
    .where(and(eq(tombstones.id, apId)))
  return stone
}
