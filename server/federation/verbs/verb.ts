import type { Step } from '../../../db/open.ts'
import type { Identified, NormalisedActivity } from '../normalise.ts'
import type { RemoteActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'

/** Something a proven sender said. */
export interface Said {
  activity: Identified<NormalisedActivity>
  sender: RemoteActor
  now: number
  /** Brought by another, with the proof that they said so then; null: they say so themselves. */
  provenAt: number | null
}

/**
 * What one kind of activity changes here, as the steps of the command that also marks it as seen. Nothing to
 * change is an empty list: the sender is thanked all the same. A verb reads, and never fetches: what must be
 * fetched becomes an errand, so that no sender waits for a third server.
 */
export type Verb = (deps: FederationDeps, said: Said) => Promise<Step[]> | Step[]
