import { and, eq, exists, gt, inArray, isNotNull, isNull, lt, ne, notExists, sql } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { settings, users } from '../../db/schema/accounts.ts'
import { comments, entries, media } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { actorIn, faceName } from './face-name.ts'
import { entryPending, entryPictures } from '../../db/schema/writing.ts'

export const insertPicture = (db: Database, row: typeof media.$inferInsert): Step =>
  db.make.insert(media).values(row)

/** How many pictures somebody has sent since then. */
export const sentBy = (db: Database, by: string, since: number): Promise<number> =>
  db.read.$count(media, and(eq(media.createdBy, by), gt(media.createdAt, since)))

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

/** Where the picture of somebody of another server lives, as long as words of theirs are shown under it. */
export async function iconOf(db: Database, name: string): Promise<{ url: string; actor: string } | null> {
  const n = actorIn(name)
  if (n === null) return null
  const [row] = await db.read
    .select({ url: actors.iconUrl, actor: actors.id })
    .from(actors)
    .where(and(eq(actors.n, n), isNotNull(actors.iconUrl), spoken(db)))
  // A former picture is none of theirs any more.
  if (row === undefined || row.url === null || faceName(n, row.url) !== name) return null
  return { url: row.url, actor: row.actor }
}

const spoken = (db: Database) =>
  and(
    eq(actors.local, false),
    isNull(actors.deletedAt),
    exists(
      db.read
        .select({ one: sql`1` })
        .from(comments)
        .where(and(eq(comments.actorN, actors.n), eq(comments.state, 'shown'))),
    ),
  )

/** Which of these names of pictures are still somebody's. */
export async function knownFaces(db: Database, names: readonly string[]): Promise<Set<string>> {
  const ns = names.flatMap((name) => actorIn(name) ?? [])
  const rows = await db.read
    .select({ n: actors.n, url: actors.iconUrl })
    .from(actors)
    .where(and(inArray(actors.n, ns), isNotNull(actors.iconUrl), spoken(db)))
  return new Set(rows.flatMap(({ n, url }) => (url === null ? [] : [faceName(n, url)])))
}

/** No logo, nobody's own, and shown by no entry or only by withdrawn ones, since before `before`: a form may still be open. */
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

/** Of entries that were withdrawn, shown by nothing else: nobody is filling a form with these. */
export const withdrawnPictures = (
  db: Database,
  limit: number,
): Promise<{ id: string; sourceUrl: string | null }[]> =>
  db.read
    .select({ id: media.id, sourceUrl: media.sourceUrl })
    .from(media)
    .where(
      and(
        sql`${media.id} IN (SELECT image_id FROM entries WHERE state = 'withdrawn' AND image_id IS NOT NULL
          UNION SELECT media_id FROM entry_pictures JOIN entries ON n = entry_n WHERE state = 'withdrawn')`,
        unused(db),
      ),
    )
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

/**
 * Neither the picture of an entry or of somebody, nor in a text or what is left of its history, nor in a form that whose
 * picture it is has not finished (another's form keeps nobody's): those are few, and only asked for what nothing else
 * holds.
 */
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
    notExists(
      db.read
        .select({ one: sql`1` })
        .from(users)
        .where(eq(users.pictureId, media.id)),
    ),
    notExists(
      db.read
        .select({ one: sql`1` })
        .from(entryPictures)
        .innerJoin(entries, eq(entries.n, entryPictures.entryN))
        .where(and(eq(entryPictures.mediaId, media.id), ne(entries.state, 'withdrawn'))),
    ),
    notExists(
      db.read
        .select({ one: sql`1` })
        .from(entryPending)
        .where(
          and(eq(entryPending.userId, media.createdBy), sql`instr(${entryPending.form}, ${media.id}) > 0`),
        ),
    ),
  )
