import { expect } from 'vitest'
import type { Someone } from './peer.ts'
import type { World } from './world.ts'

/** What only we write: no word of anybody else may change it. */
const ours = `SELECT json_group_array(json_object('id', id, 'title', title, 'state', state, 'html', html)) FROM entries WHERE origin_n IS NULL
  UNION ALL SELECT json_group_array(json_array(id, name, inbox, deleted_at)) FROM actors WHERE local = 1
  UNION ALL SELECT json_group_array(json_array(id, public_pem, private_sealed)) FROM local_keys
  UNION ALL SELECT json_group_array(json_array(key, value)) FROM settings
  UNION ALL SELECT json_group_array(json_array(id, role, state)) FROM users
  UNION ALL SELECT json_group_array(json_array(type, target)) FROM blocks
  UNION ALL SELECT json_group_array(json_array(id, json)) FROM activities WHERE public = 1
  UNION ALL SELECT count(*) FROM sessions UNION ALL SELECT count(*) FROM tickets UNION ALL SELECT count(*) FROM api_tokens`
/** What is of strangers must be of this one. */
const strangers = `SELECT count(*) AS n FROM entries JOIN actors ON actors.n = origin_n WHERE actors.id <> ?1
  UNION ALL SELECT count(*) FROM comments JOIN actors ON actors.n = actor_n WHERE actors.id <> ?1
  UNION ALL SELECT count(*) FROM reactions JOIN actors ON actors.n = actor_n WHERE actors.id <> ?1
  UNION ALL SELECT count(*) FROM followers JOIN actors ON actors.n = follower_n WHERE actors.id <> ?1
  UNION ALL SELECT count(*) FROM actors WHERE local = 0 AND id NOT LIKE ?2
  UNION ALL SELECT count(*) FROM remote_keys WHERE actor_id <> ?1
  UNION ALL SELECT count(*) FROM seen WHERE id NOT LIKE ?2
  UNION ALL SELECT count(*) FROM errands WHERE subject NOT LIKE ?2 AND NOT (type = 'conversation' AND subject LIKE '/ap/objects/%')`

export const oursIn = async ({ hub }: World): Promise<unknown> => (await hub.deps.db.query(ours)).rows

/** Whatever this one sent, what is ours is as it was, and what is of strangers is of this one. */
export async function expectOnlyTheirs(world: World, mallory: Someone, before: unknown): Promise<void> {
  const { db } = world.hub.deps
  await world.quiet()
  expect((await db.query(ours)).rows).toEqual(before)
  const { rows } = await db.query(strangers, [mallory.id, `${world.evil.origin}/%`])
  expect(rows.map((row) => row[0])).toEqual(rows.map(() => 0))
  expect([world.good.asked, world.canary.sockets]).toEqual([[], 0])
  expect((await world.raw('GET', '/ap/actors/hub', { host: world.hub.host })).status).toBe(200)
}
