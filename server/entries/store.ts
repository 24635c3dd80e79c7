import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { guard, guardThat, type Database, type Statement, type Step } from '../../db/open.ts'
import { entries, entryTags, events, tombstones } from '../../db/schema/entries.ts'
import type { Envelope } from '../kinds/envelope.ts'
import type { Kind } from '../kinds/kind.ts'
import { fold, foldTag } from '../text/fold.ts'
import { plainText } from '../text/html.ts'

// The SQL of writing entries. Each function gives the steps of one change; a command puts them together and
// submits them as one write, so that envelope, fields, tags, search row and event change together.

type Row = typeof entries.$inferInsert
/** A column's value, or the SQL that gives it. */
export type EntryRow = { [Column in keyof Row]: Row[Column] | SQL }

export const nOf = (id: string): SQL<number> => sql<number>`(select n from entries where id = ${id})`

export const insertEntry = (db: Database, id: string, row: Omit<EntryRow, 'id'>): Step[] => [
  unusedId(id),
  db.make.insert(entries).values({ id, ...row }),
]

/** How many somebody has begun, and nobody has published. */
export const draftsOf = (db: Database, authorId: string): Promise<number> =>
  db.read.$count(entries, and(eq(entries.authorId, authorId), inArray(entries.state, ['draft', 'review'])))

/** Entries and answers share one space of addresses, /ap/objects/{id}; a stone keeps its own for good. */
export const unusedId = (id: string): Statement =>
  guardThat({
    sql: `SELECT NOT EXISTS (SELECT 1 FROM entries WHERE id = ? UNION ALL SELECT 1 FROM comments WHERE id = ?
      UNION ALL SELECT 1 FROM tombstones WHERE id = ?)`,
    args: [id, id, `/ap/objects/${id}`],
  })

/** Changes the envelope if it still is at `revision`; else the whole command is a conflict. */
export const reviseEntry = (
  db: Database,
  id: string,
  revision: number,
  changes: Partial<EntryRow>,
): Step[] => [
  db.make
    .update(entries)
    .set({ ...changes, revision: revision + 1 })
    .where(and(eq(entries.id, id), eq(entries.revision, revision))),
  guard(),
]

/**
 * A change of state, refused as a conflict if somebody else changed the state, or the text that was read, first.
 * It counts as a revision: what was open in an editor meanwhile is not what is there now.
 */
export const moveEntry = (
  db: Database,
  entry: Pick<Envelope, 'id' | 'state' | 'revision'>,
  changes: Partial<EntryRow>,
): Step[] => [
  db.make
    .update(entries)
    .set({ ...changes, revision: entry.revision + 1 })
    .where(
      and(eq(entries.id, entry.id), eq(entries.state, entry.state), eq(entries.revision, entry.revision)),
    ),
  guard(),
]

/** The kind's own row, replaced whole: its columns are its fields. Null: an unfinished draft has none. */
export const putFields = (
  db: Database,
  kind: Kind,
  id: string,
  fields: Record<string, unknown> | null,
): Step[] => [
  db.make.delete(kind.table).where(sql`entry_n = ${nOf(id)}`),
  ...(fields === null ? [] : [db.make.insert(kind.table).values({ entryN: nOf(id), ...fields })]),
]

export const putTags = (db: Database, id: string, tags: readonly string[]): Step[] => [
  db.make.delete(entryTags).where(sql`${entryTags.entryN} = ${nOf(id)}`),
  ...distinct(tags).map(({ tag, label }) =>
    db.make.insert(entryTags).values({ entryN: nOf(id), tag, label }),
  ),
]

function distinct(labels: readonly string[]): { tag: string; label: string }[] {
  const tags = new Map<string, string>()
  for (const given of labels) {
    const label = given.replace(/^#/, '').trim()
    const tag = foldTag(label)
    if (tag !== '' && !tags.has(tag)) tags.set(tag, label)
  }
  return [...tags].map(([tag, label]) => ({ tag, label }))
}

/** What is found beside the words of an entry: the facts of its kind, as they are shown. */
export const factsIn = (kind: Kind, fields: Record<string, unknown>): string[] =>
  kind.facts(fields, 'fr').map(({ value }) => value)

/** Drafts are not in the index: what is not public cannot be found. */
export const unindex = (id: string): Step[] => [
  { sql: 'DELETE FROM entries_search WHERE rowid = (SELECT n FROM entries WHERE id = ?)', args: [id] },
]

/**
 * What a search is narrowed by, as words of the index (`search.ts` asks for them): of a hundred thousand entries that
 * hold a common word it then reads only those of a place or a kind. The row is written before its words. `~` stands
 * for a letter of private use, which no question of ours holds: these are no words to look for.
 */
const facets = `replace('~k' || kind || CASE WHEN origin_n IS NULL THEN ' ~ohub' ELSE ' ~onetwork' END || coalesce(
  ' ~p' || place_code || ' ~p' || substr(place_code, 1, 2) || ' ~p' || substr(place_code, 1, 3), ''), '~', char(0xE000))`

export function index(
  id: string,
  words: { title: string; summary: string; html: string; tags: readonly string[]; more: readonly string[] },
): Step[] {
  const insert: Statement = {
    sql: `INSERT INTO entries_search (rowid, title, summary, body, tags, facets) SELECT n, ?, ?, ?, ?, ${facets} FROM entries WHERE id = ?`,
    args: [
      fold(words.title),
      fold(words.summary),
      fold([plainText(words.html), ...words.more].join(' ')),
      fold(words.tags.join(' ')),
      id,
    ],
  }
  return [...unindex(id), insert]
}

export const record = (
  db: Database,
  event: { type: string; subject: string; activityId: string; data?: unknown; now: number },
): Step[] => [
  db.make.insert(events).values({
    type: event.type,
    subject: event.subject,
    activityId: event.activityId,
    data: JSON.stringify(event.data ?? {}),
    createdAt: event.now,
  }),
]

/** The address of a remote picture that no other entry shows; the thumbnail is served by this row alone. */
const forgetPicture = (id: string): Statement => ({
  sql: `DELETE FROM media WHERE source_url IS NOT NULL AND id IN (SELECT image_id FROM entries WHERE id = ?)
    AND NOT EXISTS (SELECT 1 FROM entries WHERE image_id = media.id AND entries.id <> ?)`,
  args: [id, id],
})

/** Erases an entry whole (fields, tags and comments go by foreign key, its remote picture with it) and leaves its name on the stone. */
export function erase(
  db: Database,
  entry: { id: string; apId: string; path: string; type: string; final: boolean },
  now: number,
): Step[] {
  return [
    ...unindex(entry.id),
    forgetPicture(entry.id),
    db.make.delete(entries).where(eq(entries.id, entry.id)),
    db.make
      .insert(tombstones)
      .values({
        id: entry.apId,
        path: entry.path,
        formerType: entry.type,
        final: entry.final,
        deletedAt: now,
      })
      .onConflictDoNothing(),
  ]
}

/** The first condition of every outward or changing query: published here, not received. */
export const local = (): SQL => isNull(entries.originN)
