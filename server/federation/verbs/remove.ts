import { endedBy } from '../memberships/received.ts'
import type { Verb } from './verb.ts'

/**
 * A network elsewhere lets an organisation of ours go. Of `featured` it is acknowledged: unpinned is not deleted, an Update
 * or a Delete says what became of it.
 */
export const remove: Verb = async (deps, said) => {
  const { objectId, origin, target } = said.activity
  const from = origin ?? target
  return from !== null && from !== said.sender.id ? [] : endedBy(deps, said, 'network', objectId)
}
