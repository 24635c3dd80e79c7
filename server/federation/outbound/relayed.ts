import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { actors } from '../../../db/schema/federation.ts'
import { entries } from '../../../db/schema/entries.ts'
import { isPublic } from '../../entries/entry.ts'
import { loadEntry } from '../../entries/load.ts'
import { voicesOf } from '../objects.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import { announced } from './entry.ts'
import type { Outgoing } from './outgoing.ts'

const relayed = z.object({ networkN: z.number() })

/** `network.relayed`: a network passes an entry of this hub on to its own followers. The subject is the entry. */
export async function relayActivities(deps: FederationDeps, event: DomainEvent): Promise<Outgoing[]> {
  const { networkN } = relayed.parse(JSON.parse(event.data))
  const entry = await loadEntry(deps, eq(entries.id, event.subject))
  const [network] = await deps.db.read.select().from(actors).where(eq(actors.n, networkN))
  if (entry === undefined || network === undefined || !network.local || network.deletedAt !== null) return []
  // Withdrawn meanwhile, or moved away: nothing new is said.
  if (!isPublic(entry.envelope.state) || network.movedTo !== null) return []
  const voices = await voicesOf(deps.db, entry)
  if (voices === null || voices.author.n === network.n) return []
  return [await announced(deps, event, entry, voices, network)]
}
