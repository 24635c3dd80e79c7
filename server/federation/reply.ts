import { guardThat, type Step } from '../../db/open.ts'
import { Refusal } from '../refusal.ts'
import { enqueue } from './deliveries.ts'
import type { JsonObject } from './json-object.ts'
import type { LocalActor } from './local-actors.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'

const minute = 60_000

export interface Reply {
  actor: LocalActor
  type: 'Accept' | 'Reject'
  /** What they asked, embedded with its id; its `object` is what they asked it of. */
  asked: JsonObject & { object: string }
  /** What the answer holds beside. */
  more?: JsonObject
}

/**
 * An answer to one alone, in their own inbox. The same is answered once in a minute, whatever the ids it is asked
 * under (rule 29). Who asks sooner is told when to come again, not thanked in silence: a follow that is taken back and
 * made anew within the minute needs its own Accept.
 */
export async function reply(deps: FederationDeps, sender: RemoteActor, said: Reply): Promise<Step[]> {
  if (sender.inbox === null) return []
  const once = {
    // About whom it is, not about which of their asks: so it is found again, and keeps its order.
    sql: `SELECT NOT EXISTS (SELECT 1 FROM activities WHERE object_id = ? AND type = ? AND created_at > ?
      AND json_extract(json, '$.object.object') = ?)`,
    args: [sender.id, said.type, deps.now() - minute, said.asked.object],
  }
  if ((await deps.db.query(once.sql, once.args)).rows[0]?.[0] !== 1)
    throw new Refusal('too-many', 'This was answered a moment ago.', { retryAfter: 60 })
  const { origin } = deps.hub
  const id = `/ap/activities/${deps.newId()}`
  const body = await deps.apex.activity(said.type, origin + said.actor.id, [sender.id], {
    id: origin + id,
    object: said.asked,
    ...said.more,
  })
  return [
    guardThat(once),
    ...(await enqueue(deps, {
      id,
      actor: said.actor,
      type: said.type,
      objectId: sender.id,
      public: false,
      body,
      followersOf: [],
      inboxes: [{ host: sender.host, inbox: sender.inbox }],
    })),
  ]
}
