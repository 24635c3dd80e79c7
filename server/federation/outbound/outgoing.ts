import type { JsonObject } from '../json-object.ts'
import type { LocalActor } from '../local-actors.ts'

/** One activity of ours and whom it goes to. */
export interface Outgoing {
  /** Path: /ap/activities/{id}. */
  id: string
  actor: LocalActor
  type: string
  /** Full id of what it is about: deliveries about the same object keep their order on each host. */
  objectId: string
  /** Shown in the actor's outbox. */
  public: boolean
  body: JsonObject
  /** Followers of these actors of ours. */
  followersOf: readonly LocalActor[]
  /** And these inboxes beside: whoever answered, liked or boosted, or is spoken to. */
  inboxes: readonly { host: string; inbox: string }[]
  /** And every server we know: whoever may have kept something of an actor that is no more. */
  everywhere?: true
}
