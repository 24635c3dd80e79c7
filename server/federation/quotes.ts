import { and, eq, inArray } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { local } from '../entries/list.ts'
import { loadEntry } from '../entries/load.ts'
import { hostOf } from './addresses.ts'
import { isBlocked } from './blocked.ts'
import { commentObject } from './comment-object.ts'
import type { LocalActor } from './local-actors.ts'
import { voicesOf } from './objects.ts'
import type { Found } from './documents.ts'
import type { FederationDeps } from './room.ts'
import { toWire } from './vocabulary.ts'

// Everyone may quote what is shared here, as every object's `interactionPolicy` says. Others believe a quotation when
// the quoted one's own server has stamped it (FEP-044f). A stamp needs no row: its address names what it allows.

export const stampOf = (origin: string, objectId: string, quotation: string): string =>
  `${origin}/ap/objects/${objectId}/quotes/${Buffer.from(quotation).toString('base64url')}`

/** The author of a public entry of ours, or of a member's answer, who may be quoted. */
export async function quotable(deps: FederationDeps, id: string): Promise<LocalActor | null> {
  const isOpen = inArray(entries.state, ['published', 'closed'])
  const entry = await loadEntry(deps, and(local(), eq(entries.id, id), isOpen))
  if (entry === undefined) return (await commentObject(deps, id))?.actor ?? null
  return (await voicesOf(deps.db, entry))?.author ?? null
}

/** The stamp, as long as the entry is public and the one who quotes it is not blocked. */
export async function stampDocument(deps: FederationDeps, objectId: string, encoded: string): Promise<Found> {
  const quotation = Buffer.from(encoded, 'base64url').toString()
  const id = stampOf(deps.hub.origin, objectId, quotation)
  const host = hostOf(quotation)
  if (host === '' || !id.endsWith(`/${encoded}`) || (await isBlocked(deps.db, host))) return null
  const author = await quotable(deps, objectId)
  if (author === null) return null
  const stamp = {
    id,
    type: 'QuoteAuthorization',
    attributedTo: deps.hub.origin + author.id,
    interactingObject: quotation,
    interactionTarget: `${deps.hub.origin}/ap/objects/${objectId}`,
  }
  return { status: 200, document: toWire(stamp) }
}
