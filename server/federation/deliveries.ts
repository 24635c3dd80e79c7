import type { Step } from '../../db/open.ts'
import { activities } from '../../db/schema/federation.ts'
import { isRefusedActor, isRefusedHost } from '../moderation/standing.ts'
import type { JsonObject } from './json-object.ts'
import { groupHosts, isHeardWhole } from './groups.ts'
import { wrapped } from './outbound/wrapped.ts'
import type { Outgoing } from './outbound/outgoing.ts'
import { withProof } from './proofs/prove.ts'
import { letBeReason } from './queue.ts'
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
    ...outgoing.followersOf.map((actor) => deliver(outgoing, now, followersOf(actor.n, outgoing.among))),
    ...outgoing.inboxes.map((box) => deliver(outgoing, now, oneBox(box))),
    ...(outgoing.everywhere === true ? [deliver(outgoing, now, everyBox)] : []),
    ...(await passedOn(deps, outgoing, body)),
  ]
}

/** With the proof that it left with: what is passed on is what was said. */
async function passedOn(
  deps: FederationDeps,
  { id, objectId, passedOnBy: group }: Outgoing,
  body: JsonObject,
): Promise<Step[]> {
  if (group === undefined || group === null || !(await isHeardWhole(deps.db, group))) return []
  return enqueue(deps, await wrapped(deps, group, body, { id: `${id}-relay`, objectId }))
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
  sql: `SELECT host, inbox FROM (SELECT ? AS host, ? AS inbox) each WHERE NOT ${isRefusedHost('each')}`,
  args: [host, inbox],
})

/** Shared inboxes of all servers that are not refused, and the own ones of those who follow or answered us where there is none. */
const everyBox: Boxes = {
  sql: `SELECT host, inbox FROM (
    SELECT DISTINCT known.host, coalesce(known.shared_inbox, known.inbox) AS inbox FROM actors known
    WHERE known.local = 0 AND known.deleted_at IS NULL AND (known.shared_inbox IS NOT NULL OR known.inbox IS NOT NULL
      AND (known.n IN (SELECT follower_n FROM followers) OR known.n IN (SELECT actor_n FROM comments) OR known.n IN (SELECT actor_n FROM quotations) OR known.n IN (SELECT actor_n FROM grouping_members)
        OR known.n IN (SELECT origin_n FROM entries)
        OR known.n IN (SELECT network_n FROM network_memberships UNION SELECT organisation_n FROM network_memberships))) AND NOT ${isRefusedActor('known')}) each
    WHERE NOT ${isRefusedHost('each')}`,
  args: [],
}

/** Said in SQL: ten thousand followers never pass through this process. */
const followersOf = (actorN: number, among?: 'groups' | 'others'): Boxes => ({
  sql: `SELECT host, inbox FROM (
    SELECT DISTINCT follower.host, coalesce(follower.shared_inbox, follower.inbox) AS inbox
    FROM followers JOIN actors follower ON follower.n = followers.follower_n
    WHERE followers.actor_n = ? AND follower.deleted_at IS NULL AND coalesce(follower.shared_inbox, follower.inbox) IS NOT NULL
      AND NOT ${isRefusedActor('follower')}${among === undefined ? '' : ` AND follower.host ${among === 'groups' ? '' : 'NOT'} IN (${groupHosts})`}) each
    WHERE NOT ${isRefusedHost('each')}`,
  args: [actorN],
})

/**
 * Due at once, or when what was said before about the same object is due: it never overtakes (queue.ts `postpone`). For
 * a host that is let be it is only written down. The signs keep the engine from looking through all that waits, once for
 * each inbox, for the few of this object: https://www.sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_
 */
const deliver = ({ id, objectId }: Outgoing, now: number, boxes: Boxes): Step => ({
  sql: `INSERT OR IGNORE INTO deliveries (activity_n, object_id, host, inbox, attempts, next_at, failed_at, last_error)
    SELECT (SELECT n FROM activities WHERE id = ?), ?, box.host, box.inbox, 0, max(?, coalesce((
      SELECT max(before.next_at) FROM deliveries before
      WHERE before.host = box.host AND before.inbox = box.inbox AND before.object_id = ? AND +before.done_at IS NULL AND +before.failed_at IS NULL), 0)),
      CASE WHEN hosts.stopped_at IS NOT NULL THEN ? END, CASE WHEN hosts.stopped_at IS NOT NULL THEN '${letBeReason}' END
    FROM (${boxes.sql}) box LEFT JOIN hosts ON hosts.host = box.host`,
  args: [id, objectId, now, objectId, now, ...boxes.args],
})
