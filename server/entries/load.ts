import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../db/open.ts'
import { entries, entryTags, media } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { EntryState, Envelope, Speaker, Tag } from '../kinds/envelope.ts'
import { kinds, kindNamed } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import { isPublic } from './entry.ts'
import { writersOf } from './writers.ts'

/**
 * An entry and its kind's own values; `fields` is null where a remote entry's were not understood, and of an
 * unfinished draft, whose `unfinished` are those that are known.
 */
export interface Entry {
  envelope: Envelope
  kind: Kind
  fields: Record<string, unknown> | null
  unfinished: Record<string, unknown> | null
}

/** The key of every kind's table. */
const entryN = sql`entry_n`

const organisation = alias(entries, 'organisation')
const organisationActor = alias(actors, 'organisation_actor')
const ownActor = alias(actors, 'own_actor')
const origin = alias(actors, 'origin')

/** Rows and their order come from the caller's condition; everything a page shows of an entry comes with it. */
export async function loadEntries(
  reads: { db: Database; hub: { origin: string } },
  query: { where: SQL | undefined; orderBy?: SQL[]; limit?: number; offset?: number },
): Promise<Entry[]> {
  const { db } = reads
  const rows = await db.read
    .select({
      entry: entries,
      organisationKind: organisation.kind,
      organisationSlug: organisation.slug,
      organisationTitle: organisation.title,
      organisationState: organisation.state,
      organisationActor: organisationActor.id,
      ownActor: ownActor.id,
      originId: origin.id,
      originName: origin.name,
      originHost: origin.host,
      imageWidth: media.width,
      imageHeight: media.height,
    })
    .from(entries)
    .leftJoin(organisation, eq(organisation.id, entries.organisationId))
    .leftJoin(organisationActor, eq(organisationActor.entryId, entries.organisationId))
    .leftJoin(ownActor, and(eq(ownActor.entryId, entries.id), isNull(ownActor.deletedAt)))
    .leftJoin(origin, eq(origin.n, entries.originN))
    .leftJoin(media, eq(media.id, entries.imageId))
    .where(query.where)
    .orderBy(...(query.orderBy ?? []))
    .limit(query.limit ?? 100)
    .offset(query.offset ?? 0)
  const known = rows.filter((row) => kindNamed(row.entry.kind) !== undefined)
  const tags = await tagsOf(
    db,
    known.map((row) => row.entry.n),
  )
  const fields = await fieldsOf(
    db,
    known.map((row) => row.entry),
  )
  const writers = await writersOf(
    db,
    known.map((row) => row.entry),
  )
  return known.flatMap((row) => {
    const kind = kindNamed(row.entry.kind)
    if (kind === undefined) return []
    const envelope = toEnvelope(
      row,
      kind,
      tags.get(row.entry.n) ?? [],
      reads.hub.origin,
      writers.get(row.entry.n) ?? null,
    )
    const { n, unfinished } = row.entry
    return [{ envelope, kind, fields: fields.get(n) ?? null, unfinished }]
  })
}

export const loadEntry = async (
  reads: { db: Database; hub: { origin: string } },
  where: SQL | undefined,
): Promise<Entry | undefined> => (await loadEntries(reads, { where, limit: 1 }))[0]

interface Row {
  entry: typeof entries.$inferSelect
  organisationKind: string | null
  organisationSlug: string | null
  organisationTitle: string | null
  organisationState: EntryState | null
  organisationActor: string | null
  ownActor: string | null
  originId: string | null
  originName: string | null
  originHost: string | null
  imageWidth: number | null
  imageHeight: number | null
}

function toEnvelope(row: Row, kind: Kind, tags: Tag[], hubOrigin: string, writer: string | null): Envelope {
  const { unfinished: _, stateAtHome: _home, ...entry } = row.entry
  const path = `${kind.path}/${entry.slug}`
  const isRemote = entry.originN !== null
  return {
    ...entry,
    path,
    url: isRemote ? (entry.url ?? `${hubOrigin}${path}`) : `${hubOrigin}${path}`,
    apId: entry.apId ?? hubOrigin + objectPath(row, kind, path),
    writer,
    tags,
    speaker: speakerOf(row, hubOrigin),
    picture:
      entry.imageId === null
        ? null
        : {
            id: entry.imageId,
            alt: entry.imageAlt ?? '',
            width: row.imageWidth ?? 0,
            height: row.imageHeight ?? 0,
          },
    origin:
      isRemote && row.originId !== null
        ? { actor: row.originId, name: row.originName ?? '', host: row.originHost ?? '' }
        : null,
  }
}

/**
 * Where other servers read it: an organisation is its actor, once it has one; until then only people read it, and so it
 * is with a topic that nobody says to them.
 */
function objectPath(row: Row, kind: Kind, page: string): string {
  if (kind.section === null) return row.ownActor ?? page
  return kind.conversation === true && row.entry.voiceN === null ? page : `/ap/objects/${row.entry.id}`
}

function speakerOf(row: Row, hubOrigin: string): Speaker | null {
  const kind = kindNamed(row.organisationKind ?? '')
  if (kind !== undefined && row.organisationTitle !== null) {
    const actor = row.organisationActor === null ? null : `${hubOrigin}${row.organisationActor}`
    const shown = row.organisationState !== null && isPublic(row.organisationState)
    return { name: row.organisationTitle, url: shown ? `${kind.path}/${row.organisationSlug}` : null, actor }
  }
  if (row.entry.organisationName === null) return null
  return { name: row.entry.organisationName, url: null, actor: null }
}

async function tagsOf(db: Database, ns: number[]): Promise<Map<number, Tag[]>> {
  const found = new Map<number, Tag[]>()
  if (ns.length === 0) return found
  const rows = await db.read.select().from(entryTags).where(inArray(entryTags.entryN, ns))
  for (const { entryN, tag, label } of rows) found.set(entryN, [...(found.get(entryN) ?? []), { tag, label }])
  return found
}

/** One query a kind on the page, not one an entry. */
async function fieldsOf(
  db: Database,
  rows: { n: number; kind: string }[],
): Promise<Map<number, Record<string, unknown>>> {
  const found = new Map<number, Record<string, unknown>>()
  for (const kind of kinds) {
    const ns = rows.filter((row) => row.kind === kind.name).map((row) => row.n)
    if (ns.length === 0) continue
    const own: Record<string, unknown>[] = await db.read.select().from(kind.table).where(inArray(entryN, ns))
    for (const { entryN: n, ...fields } of own) found.set(Number(n), fields)
  }
  return found
}
