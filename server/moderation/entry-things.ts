import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { loadEntries } from '../entries/load.ts'
import { conversations } from '../entries/topics.ts'
import { escapeHtml } from '../text/html.ts'
import { memberNames } from './member-names.ts'
import { split } from './object-ids.ts'
import type { Thing } from './thing.ts'

interface Reads {
  db: Database
  hub: { origin: string }
}

export async function entryThings(reads: Reads, objectIds: readonly string[]): Promise<Thing[]> {
  if (objectIds.length === 0) return []
  const { ids, apIds } = split(objectIds)
  const found = await loadEntries(reads, {
    where: and(or(inArray(entries.id, ids), inArray(entries.apId, apIds)), wasPublic),
    limit: objectIds.length,
  })
  const writers = await memberNames(
    reads.db,
    found.flatMap(({ envelope }) => envelope.authorId ?? []),
  )
  return found.map(({ envelope }) => {
    const { id, title, path, origin, url, html, language, state, revision, authorId, speaker } = envelope
    return {
      subject: 'entry',
      subjectId: origin === null ? `/ap/objects/${id}` : envelope.apId,
      id,
      ...{ title, titleLanguage: language },
      path: state === 'published' || state === 'closed' ? path : null,
      author: {
        name: origin?.name ?? writers.get(authorId ?? '') ?? speaker?.name ?? '',
        handle: null,
        userId: authorId,
        actorN: null,
        actorId: origin?.actor ?? null,
      },
      // No picture stands beside a publication.
      portrait: null,
      host: origin?.host ?? null,
      url: origin === null ? null : url,
      html: envelope.summary === '' ? html : `<p>${escapeHtml(envelope.summary)}</p>`,
      language,
      at: envelope.publishedAt ?? envelope.createdAt,
      revisedAt: state === 'review' ? revision : null,
      held: null,
      state,
    }
  })
}

/** Topics that wait for a moderator: they are asked of nobody else. */
const waits = and(eq(entries.state, 'review'), inArray(entries.kind, [...conversations]))

/** A page of them, the oldest first. */
export async function heldTopics(reads: Reads, page: number, size: number): Promise<Thing[]> {
  const rows = await reads.db.read
    .select({ id: entries.id })
    .from(entries)
    .where(waits)
    .orderBy(asc(entries.n))
    .limit(size)
    .offset((page - 1) * size)
  const found = await entryThings(
    reads,
    rows.map(({ id }) => `/ap/objects/${id}`),
  )
  const at = new Map(found.map((one) => [one.id, one]))
  return rows.flatMap(({ id }) => at.get(id) ?? [])
}

/** Other drafts, even thrown away, are their authors' own: moderation knows none of them. */
const wasPublic = or(
  inArray(entries.state, ['published', 'closed', 'hidden']),
  waits,
  and(eq(entries.state, 'withdrawn'), isNotNull(entries.publishedAt)),
)
