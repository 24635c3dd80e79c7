import type { Deps } from '../deps.ts'
import type { Apex } from './apex.ts'
import type { Pace } from './conversations/pace.ts'
import type { Fetcher } from './fetch.ts'
import type { Keyring } from './keyring.ts'

/** What everything in this folder works with, beside what the whole house has. */
export interface FederationDeps extends Deps {
  fetcher: Fetcher
  apex: Apex
  keyring: Keyring
  pace: Pace
}
