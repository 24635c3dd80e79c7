import type { Step } from '../../db/open.ts'
import type { Authority } from '../accounts/accounts.ts'
import type { Deps } from '../deps.ts'
import { publication } from '../entries/commands.ts'
import type { Entry } from '../entries/load.ts'
import { entryById } from '../entries/queries.ts'
import { eraseEach } from '../entries/receive.ts'
import { acceptReceived, isIndexable } from '../entries/received-topics.ts'
import { moveEntry } from '../entries/store.ts'
import { isWhole } from '../entries/whole.ts'
import { Refusal } from '../refusal.ts'
import { idOf } from './decisions.ts'
import { givenBack } from './given-back.ts'
import { insertDecision } from './decision-store.ts'
import type { Thing } from './thing.ts'

// Topics that wait: of members who edit nothing, and of people of other servers.

/** Everybody sees it. Ours is published as if its author had; one from elsewhere the forum passes on. */
export async function acceptanceSteps(deps: Deps, by: Authority, held: Thing): Promise<Step[]> {
  const entry = await waiting(deps, held)
  if (entry.envelope.origin !== null)
    return acceptReceived(deps, entry, await isIndexable(deps.db, entry.envelope.n))
  if (!isWhole(entry)) throw new Refusal('conflict', 'This topic is not finished.')
  return publication(deps, idOf(by), entry)
}

/** Ours goes back to its author with the reason, who may mend it; one from elsewhere is erased, and does not come back. */
export async function refusalSteps(deps: Deps, by: Authority, held: Thing, reason: string): Promise<Step[]> {
  const { envelope } = await waiting(deps, held)
  if (envelope.origin !== null) return eraseEach(deps, [envelope], true)
  const back = { action: givenBack, subject: 'entry', subjectId: `/ap/objects/${envelope.id}`, reason }
  return [
    ...moveEntry(deps.db, envelope, { state: 'draft', updatedAt: deps.now() }),
    insertDecision(deps.db, { id: deps.newId(), ...back, by: idOf(by), at: deps.now() }),
  ]
}

/** As it was read: its author may be changing it, or another moderator deciding, at this very moment. */
async function waiting(deps: Deps, held: Thing): Promise<Entry> {
  const entry = await entryById(deps, held.id)
  if (entry === undefined || entry.envelope.state !== 'review')
    throw new Refusal('gone', 'This topic does not wait any more.')
  if (entry.envelope.revision !== held.revisedAt)
    throw new Refusal('conflict', 'Its author has changed it since you read it. Read it again first.')
  return entry
}
