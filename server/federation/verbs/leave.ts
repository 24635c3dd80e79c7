import { endedBy } from '../memberships/received.ts'
import type { Verb } from './verb.ts'

/** An organisation elsewhere leaves a network of ours, or no longer asks to be in it. */
export const leave: Verb = (deps, said) => endedBy(deps, said, 'organisation', said.activity.objectId)
