import { and, eq, inArray, isNotNull, isNull, lt, ne, notExists, sql } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { settings } from '../../db/schema/accounts.ts'
import { entries, media } from '../../db/schema/entries.ts'

export const insertPicture = (db: Database, row: typeof media.$inferInsert): Step =>
  db.make.insert(media).values(row)

/** Where a remote picture lives, as long as an entry that people may see still shows it. */
export async function sourceOf(db: Database, id: string): Promise<string | null> {
  const [row] = await db.read
    .select({ sourceUrl: media.sourceUrl })
    .from(media)
    .innerJoin(entries, eq(entries.imageId, media.id))
    .where(and(eq(media.id, id), isNotNull(media.sourceUrl), inArray(entries.state, ['published', 'closed'])))
    .limit(1)
  return row?.sourceUrl ?? null
}

/** No logo, and shown by no entry or only by withdrawn ones, since before `before`: a form may still be open. */
export const unusedPictures = (
  db: Database,
  before: number,
  limit: number,
): Promise<{ id: string; sourceUrl: string | null }[]> =>
  db.read
    .select({ id: media.id, sourceUrl: media.sourceUrl })
    .from(media)
    .where(and(lt(media.createdAt, before), unused(db)))
    .orderBy(media.id)
    .limit(limit)

/** Asks again while deleting: an entry may have taken the picture meanwhile. */
export const deleteUnused = (db: Database, id: string): Step =>
  db.make.delete(media).where(and(eq(media.id, id), unused(db)))

/** Which of these ids are pictures that we still know of. */
export async function knownPictures(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.read.select({ id: media.id }).from(media).where(inArray(media.id, ids))
  return new Set(rows.map(({ id }) => id))
}

/** The ids of our own pictures. */
export async function ownPictureIds(db: Database): Promise<Set<string>> {
  const rows = await db.read.select({ id: media.id }).from(media).where(isNull(media.sourceUrl))
  return new Set(rows.map(({ id }) => id))
}

const unused = (db: Database) =>
  and(
    notExists(
      db.read
        .select({ one: sql`1` })
        .from(entries)
        .where(and(eq(entries.imageId, media.id), ne(entries.state, 'withdrawn'))),
    ),
    notExists(
      db.read
        .select({ one: sql`1` })
        .from(settings)
        .where(and(eq(settings.key, 'logo'), eq(sql`json_extract(${settings.value}, '$.id')`, media.id))),
    ),
  )
