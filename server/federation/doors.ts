import type { Gate } from './gate.ts'
import type { Identified, NormalisedActivity } from './normalise.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { RemoteKeys } from './remote-keys.ts'
import type { Refusals, TurnedReason } from './refusals.ts'
import type { Replays } from './replays.ts'
import type { FederationDeps } from './room.ts'

export interface Doors {
  deps: FederationDeps
  gate: Gate
  keys: RemoteKeys
  replays: Replays
  refusals: Refusals
}

/** What the doorman answers to one he does not let in: a status, and for the log and the administrator a word. */
export interface Turned {
  status: 202 | 400 | 401 | 403 | 413 | 415 | 429 | 503
  reason: TurnedReason
  /** In whose name it was sent, as far as it says: nobody has proved it. */
  host?: string
  retryAfter?: number
  /** The address at which the key should stand says that it is no more. */
  gone?: string
}

/** Someone who proved who they are, and what they say. */
export interface Admitted {
  activity: Identified<NormalisedActivity>
  sender: RemoteActor
  /** When they proved it, if somebody else brings it: they said so once. Null: they say so themselves, now. */
  provenAt: number | null
  /** To be called once it is kept: the same bytes are then known. */
  remember(): void
}

/** An answer to something here, of which one server says that it stands on another: there it is to be looked at. */
export interface Hearsay {
  address: string
  forwarder: RemoteActor
  remember(): void
}
