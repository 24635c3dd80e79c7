import { eq } from 'drizzle-orm'
import { comments } from '../../db/schema/entries.ts'
import { reactions } from '../../db/schema/federation.ts'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import type { Someone } from './peer.ts'
import { prover } from './prover.ts'
import { note, said } from './words.ts'
import { openWorld } from './world.ts'

/** An entry, one whom everybody believes, and one who brings her words; both have been here before. */
export async function openForwarding() {
  const world = await openWorld()
  const { db, now } = world.hub.deps
  const entry = await world.hub.publish('news')
  const anna = prover(world.good, 'anna')
  const mallory = prover(world.evil, 'mallory')
  const like = (from: Someone, change: JsonObject = {}): JsonObject => ({
    ...said(from, 'Like', world.fresh(from)),
    object: entry.envelope.apId,
    ...change,
  })
  for (const someone of [anna, mallory]) await world.post(someone, like(someone))
  await world.quiet()
  return {
    world,
    entry,
    anna,
    mallory,
    now,
    like,
    reply: (from: Someone, change: JsonObject = {}): JsonObject => ({
      ...said(from, 'Create', world.fresh(from)),
      object: note(from, world.fresh(from, 'notes'), entry.envelope.apId, change),
    }),
    bring: async (activity: JsonObject, by: Someone = mallory) => (await world.post(by, activity)).status,
    kept: async (activity: JsonObject) =>
      (
        await db.read
          .select()
          .from(comments)
          .where(eq(comments.apId, idOf(activity)))
      )[0],
    likesOf: (activity: JsonObject) =>
      db.read.$count(reactions, eq(reactions.activityId, String(activity['id']))),
  }
}

/** Of what is embedded. */
export const idOf = ({ object }: JsonObject): string =>
  isJsonObject(object) ? String(object['id']) : String(object)
