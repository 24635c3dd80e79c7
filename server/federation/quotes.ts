import { and, eq, inArray } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { entries, tombstones } from '../../db/schema/entries.ts'
import { local } from '../entries/list.ts'
import { loadEntry } from '../entries/load.ts'
import { quotationBy, stampedRow, stampPath, type QuotationRow } from '../entries/quotation-queries.ts'
import { seeQuotation } from '../entries/quotations.ts'
import { standingOf } from '../moderation/standing.ts'
import { sameOrigin } from './address.ts'
import { localPath } from './addresses.ts'
import { isBlocked } from './blocked.ts'
import { commentObject } from './comment-object.ts'
import { stone, type Found } from './documents.ts'
import { isForAll } from './keep-object.ts'
import type { LocalActor } from './local-actors.ts'
import type { Identified, NormalisedObject } from './normalise.ts'
import { voicesOf } from './objects.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { toWire } from './vocabulary.ts'

// Everyone may quote what is shared here, as every object's `interactionPolicy` says. Others believe a quotation when
// the quoted one's own server has stamped it, and so do we (FEP-044f): by our own stamps, which nobody has to fetch.

export const stampOf = (origin: string, quotation: Pick<QuotationRow, 'objectId' | 'id'>): string =>
  origin + stampPath(quotation)

/** A public entry of ours, or a member's answer, that may be quoted: by whom it is, and where it belongs. */
export async function quotable(
  deps: FederationDeps,
  id: string,
): Promise<{ author: LocalActor; entryN: number } | null> {
  const isOpen = inArray(entries.state, ['published', 'closed'])
  const entry = await loadEntry(deps, and(local(), eq(entries.id, id), isOpen))
  if (entry !== undefined) {
    const author = (await voicesOf(deps.db, entry))?.author
    return author === undefined ? null : { author, entryN: entry.envelope.n }
  }
  const comment = await commentObject(deps, id)
  return comment === null ? null : { author: comment.actor, entryN: comment.entry.envelope.n }
}

/** The stamp, as long as what is quoted is public, and neither it nor who quotes is shut out. */
export async function stampDocument(deps: FederationDeps, objectId: string, id: string): Promise<Found> {
  const path = `/ap/objects/${objectId}`
  const row = await stampedRow(deps.db, path, id)
  if (row === undefined || row.state === 'refused') return takenBack(deps, stampPath({ objectId: path, id }))
  if (await isBlocked(deps.db, row.authorId)) return null
  const found = await quotable(deps, objectId)
  if (found === null) return null
  const stamp = {
    id: stampOf(deps.hub.origin, row),
    type: 'QuoteAuthorization',
    attributedTo: deps.hub.origin + found.author.id,
    interactingObject: row.apId,
    interactionTarget: deps.hub.origin + path,
  }
  return { status: 200, document: toWire(stamp) }
}

async function takenBack(deps: FederationDeps, path: string): Promise<Found> {
  const [erased] = await deps.db.read.select().from(tombstones).where(eq(tombstones.id, path))
  return erased === undefined ? null : stone(deps, path, erased.deletedAt, erased.formerType)
}

/**
 * A post of this very sender, who has leave for it: it counts as a quotation while it is said to all, quotes what the
 * leave is for, and carries this very stamp (rule 31). Without leave nothing is kept of it.
 */
export async function quoting(
  deps: FederationDeps,
  sender: RemoteActor,
  object: Identified<NormalisedObject>,
): Promise<Step[]> {
  const known = await quotationBy(deps.db, sender.n, object.id)
  if (known === undefined || !sameOrigin(object.id, sender.id)) return []
  const { origin } = deps.hub
  const isBySender = object.attributedTo.includes(sender.id)
  const isOfThis = object.quote !== null && localPath(origin, object.quote) === known.objectId
  const isStamped = object.quoteAuthorization === stampOf(origin, known)
  const isSound = isBySender && isOfThis && isStamped && isForAll(object)
  const { aside } = await standingOf(deps.db, sender.id)
  return seeQuotation(deps, known, isSound ? seenAs(deps, object) : null, aside)
}

const seenAs = (deps: FederationDeps, { id, url, published }: Identified<NormalisedObject>) => ({
  // Nobody is sent to another server than the one that says so.
  url: url !== null && sameOrigin(url, id) ? url : id,
  publishedAt: Math.min(Date.parse(published ?? '') || deps.now(), deps.now()),
})
