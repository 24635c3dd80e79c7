import type { Step } from '../../db/open.ts'
import { activities } from '../../db/schema/federation.ts'
import type { JsonObject } from './json-object.ts'
import type { Outgoing } from './outbound/outgoing.ts'
import { withProof } from './proofs/prove.ts'
import type { FederationDeps } from './room.ts'

/** The body once, proved once, and one row for each inbox: a thousand followers of one server are one delivery. */
export async function enqueue(deps: FederationDeps, outgoing: Outgoing): Promise<Step[]> {
  const now = deps.now()
  const body = await proven(deps, outgoing, now)
  return [
    deps.db.make
      .insert(activities)
      .values({
        id: outgoing.id,
        actorN: outgoing.actor.n,
        type: outgoing.type,
        objectId: outgoing.objectId,
        public: outgoing.public,
        json: JSON.stringify(body),
        createdAt: now,
      })
      .onConflictDoNothing(),
    ...outgoing.followersOf.map((actor) => deliver(outgoing, now, followersOf(actor.n))),
    ...outgoing.inboxes.map((box) => deliver(outgoing, now, oneBox(box))),
    ...(outgoing.everywhere === true ? [deliver(outgoing, now, everyBox)] : []),
  ]
}

/** The POST is signed all the same: nothing that is said waits for its proof. */
async function proven(
  { keyring, log }: FederationDeps,
  outgoing: Outgoing,
  now: number,
): Promise<JsonObject> {
  try {
    const key = await keyring.proving(outgoing.actor.n)
    return key === null ? outgoing.body : await withProof(outgoing.body, key, now)
  } catch (error) {
    log.error({ err: error, activity: outgoing.id }, 'an activity leaves without a proof')
    return outgoing.body
  }
}

interface Boxes {
  /** Rows of `host` and `inbox`. */
  sql: string
  args: (string | number)[]
}

const oneBox = ({ host, inbox }: { host: string; inbox: string }): Boxes => ({
  sql: 'SELECT ? AS host, ? AS inbox',
  args: [host, inbox],
})

/** Blocked actors and hosts get nothing, nor do the hosts under a blocked domain: `.a.evil.test:` holds `.evil.test:`. */
const notBlocked = (actor: string): string =>
  `NOT EXISTS (SELECT 1 FROM blocks WHERE (type = 'host' AND instr('.' || ${actor}.host || ':', '.' || target || ':') > 0)
    OR (type = 'actor' AND target = ${actor}.id))`

/** Shared inboxes of all servers, and the own ones of those who follow or answered us where there is none. */
const everyBox: Boxes = {
  sql: `SELECT DISTINCT known.host, coalesce(known.shared_inbox, known.inbox) AS inbox FROM actors known
    WHERE known.local = 0 AND known.deleted_at IS NULL AND (known.shared_inbox IS NOT NULL OR known.inbox IS NOT NULL
      AND (known.n IN (SELECT follower_n FROM followers) OR known.n IN (SELECT actor_n FROM comments) OR known.n IN (SELECT actor_n FROM quotations)
        OR known.n IN (SELECT origin_n FROM entries))) AND ${notBlocked('known')}`,
  args: [],
}

/** Said in SQL: ten thousand followers never pass through this process. */
const followersOf = (actorN: number): Boxes => ({
  sql: `SELECT DISTINCT follower.host, coalesce(follower.shared_inbox, follower.inbox) AS inbox
    FROM followers JOIN actors follower ON follower.n = followers.follower_n
    WHERE followers.actor_n = ? AND follower.deleted_at IS NULL AND coalesce(follower.shared_inbox, follower.inbox) IS NOT NULL
      AND ${notBlocked('follower')}`,
  args: [actorN],
})

/** Due at once, or when what was said before about the same object is due: it never overtakes (queue.ts `postpone`). */
const deliver = ({ id, objectId }: Outgoing, now: number, boxes: Boxes): Step => ({
  sql: `INSERT OR IGNORE INTO deliveries (activity_n, object_id, host, inbox, attempts, next_at)
    SELECT (SELECT n FROM activities WHERE id = ?), ?, box.host, box.inbox, 0, max(?, coalesce((
      SELECT max(before.next_at) FROM deliveries before
      WHERE before.host = box.host AND before.inbox = box.inbox AND before.object_id = ? AND before.done_at IS NULL AND before.failed_at IS NULL), 0))
    FROM (${boxes.sql}) box`,
  args: [id, objectId, now, objectId, ...boxes.args],
})
