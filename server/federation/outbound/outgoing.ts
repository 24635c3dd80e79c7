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
  /** Of them only those whose software takes announced activities, or only the others (`groups.ts`). */
  among?: 'groups' | 'others'
  /** The group that passes it on, as it leaves, to those of its followers who take it so (FEP-1b12). */
  passedOnBy?: LocalActor | null
  /** And these inboxes beside: whoever answered, liked or boosted, or is spoken to. */
  inboxes: readonly { host: string; inbox: string }[]
  /** And every server we know: whoever may have kept something of an actor that is no more. */
  everywhere?: true
}
