import { and, eq, isNull } from 'drizzle-orm'
import { entries } from '../../../db/schema/entries.ts'
import { actors } from '../../../db/schema/federation.ts'
import { groupings } from '../../../db/schema/groupings.ts'
import { groupingById } from '../../groupings/queries.ts'
import { intent } from '../../kinds/intent.ts'
import { escapeHtml } from '../../text/html.ts'
import type { Found } from '../documents.ts'
import type { JsonObject } from '../json-object.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'

/** What an Offer satisfies: the one thing that a call asks for (FEP-0837). */
export const wishOf = (callId: string): string => `${callId}#primary`

/**
 * A call for partners of ours, as a request for a service in the terms of a marketplace (FEP-0837): what an
 * organisation of another hub answers with an Offer. Null: none of ours.
 */
export async function callDocument(deps: FederationDeps, id: string): Promise<Found> {
  const { db, hub } = deps
  const grouping = await groupingById(db, id)
  if (grouping === undefined || grouping.apId !== null) return null
  const own = `${hub.origin}/ap/objects/${id}`
  const [row] = await db.read
    .select({ lead: actors.id, tender: entries.id, tenderApId: entries.apId })
    .from(groupings)
    .innerJoin(actors, and(eq(actors.entryId, groupings.leadId), isNull(actors.deletedAt)))
    .leftJoin(entries, eq(entries.n, groupings.tenderN))
    .where(eq(groupings.n, grouping.n))
  if (row === undefined || grouping.state === 'ended') {
    const ended = new Date(grouping.updatedAt).toISOString()
    return { status: 410, document: await deps.apex.tombstone(own, ended, 'Proposal') }
  }
  const tender = row.tender === null ? null : (row.tenderApId ?? `${hub.origin}/ap/objects/${row.tender}`)
  const lot = tender === null ? null : `${tender}/lots/${grouping.lotNumber ?? 1}`
  const text = [grouping.seeks, grouping.brings ?? ''].filter((words) => words !== '').join('\n\n')
  const document: JsonObject = {
    id: own,
    type: 'Proposal',
    attributedTo: hub.origin + row.lead,
    name: grouping.subject,
    content: text
      .split('\n\n')
      .map((words) => `<p>${escapeHtml(words).replaceAll('\n', '<br>')}</p>`)
      .join(''),
    source: { content: text, mediaType: 'text/plain' },
    to: [PUBLIC],
    cc: [],
    url: `${hub.origin}/groupements/${id}`,
    ...(lot === null ? {} : { context: lot }),
    purpose: 'request',
    publishes: intent(wishOf(own), { action: 'deliverService', conformsTo: lot ?? own }),
    published: new Date(grouping.createdAt).toISOString(),
    updated: new Date(grouping.updatedAt).toISOString(),
  }
  return { status: 200, document }
}
