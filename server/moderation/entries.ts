import type { Step } from '../../db/open.ts'
import type { Authority } from '../accounts/accounts.ts'
import type { Deps } from '../deps.ts'
import { withdrawal } from '../entries/withdrawal.ts'
import { isPublic } from '../entries/entry.ts'
import { entryById } from '../entries/queries.ts'
import { eraseEach } from '../entries/receive.ts'
import { Refusal } from '../refusal.ts'
import { idOf } from './decisions.ts'
import type { Thing } from './thing.ts'

/** Ours is withdrawn, and its followers are told; one of another server is erased here, and never comes back. */
export async function removalSteps(deps: Deps, by: Authority, removed: Thing): Promise<Step[]> {
  const entry = await entryById(deps, removed.id)
  if (entry === undefined || !isPublic(entry.envelope.state))
    throw new Refusal('gone', 'This entry is no longer there.')
  const { envelope } = entry
  return envelope.origin === null ? withdrawal(deps, idOf(by), entry) : eraseEach(deps, [envelope], true)
}
