import { and, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { entries, media } from '../../db/schema/entries.ts'
import { entryPictures } from '../../db/schema/writing.ts'
import type { Envelope } from '../kinds/envelope.ts'
import type { Fault } from '../kinds/faults.ts'
import { picturesIn, type KnownPictures } from '../text/markdown.ts'
import { isPublic } from './entry.ts'
import { local, nOf } from './store.ts'

// The pictures that stand in a text: whose they are, how large, and how long they are kept.

/** More than a page should have. */
const most = 30

const idsIn = (body: string): string[] => [
  ...new Set(picturesIn(body).flatMap(({ id }) => (id === null ? [] : [id]))),
]

/**
 * Every picture of a text says what it shows, or that it adds nothing; and those of this hub are the writer's own, or
 * can be seen by everybody already: nobody shows what somebody else has only begun to write.
 */
export async function pictureFaults(
  db: Database,
  body: string,
  { by, before }: { by?: string | undefined; before?: { envelope: Pick<Envelope, 'id'> } | undefined },
): Promise<Fault[]> {
  const found = picturesIn(body)
  if (found.some(({ alt, decorative }) => alt === '' && !decorative))
    return [{ field: 'body', code: 'alt-text' }]
  const ids = idsIn(body)
  if (ids.length > most) return [{ field: 'body', code: 'too-many-pictures', detail: String(most) }]
  if (ids.length === 0) return []
  const usable = await usableIn(db, body, { by, entryId: before?.envelope.id })
  return ids.every((id) => usable.has(id)) ? [] : [{ field: 'body', code: 'no-picture' }]
}

/** Of the pictures of a text, those that may stand in this entry. */
export async function usableIn(
  db: Database,
  body: string,
  { by, entryId }: { by?: string | undefined; entryId?: string | undefined },
): Promise<KnownPictures> {
  const ids = idsIn(body).slice(0, most)
  if (ids.length === 0) return new Map()
  const shown = inArray(entries.state, ['published', 'closed'])
  const here = entryId === undefined ? shown : or(shown, eq(entries.id, entryId))
  const rows = await db.read
    .select({ id: media.id, width: media.width, height: media.height })
    .from(media)
    .where(
      and(
        inArray(media.id, ids),
        isNull(media.sourceUrl),
        or(
          by === undefined ? undefined : eq(media.createdBy, by),
          exists(
            db.read
              .select({ one: sql`1` })
              .from(entries)
              .where(and(local(), eq(entries.imageId, media.id), here)),
          ),
          exists(
            db.read
              .select({ one: sql`1` })
              .from(entryPictures)
              .innerJoin(entries, eq(entries.n, entryPictures.entryN))
              .where(and(eq(entryPictures.mediaId, media.id), here)),
          ),
        ),
      ),
    )
  return new Map(rows.map(({ id, ...size }) => [id, size]))
}

/** Of a text that has passed: how large its pictures are. */
export async function sizesIn(db: Database, body: string): Promise<KnownPictures> {
  const ids = idsIn(body)
  if (ids.length === 0) return new Map()
  const rows = await db.read
    .select({ id: media.id, width: media.width, height: media.height })
    .from(media)
    .where(and(inArray(media.id, ids), isNull(media.sourceUrl)))
  return new Map(rows.map(({ id, ...size }) => [id, size]))
}

/**
 * Notes what the text shows, so that it is kept. What stood in a public text is kept with it: its history shows it; what
 * was tried in a draft goes.
 */
export const putPictures = (
  db: Database,
  entry: { id: string; state: Envelope['state'] },
  pictures: KnownPictures,
): Step[] => [
  ...(isPublic(entry.state)
    ? []
    : [db.make.delete(entryPictures).where(sql`${entryPictures.entryN} = ${nOf(entry.id)}`)]),
  ...[...pictures.keys()].map((mediaId) =>
    db.make
      .insert(entryPictures)
      .values({ entryN: nOf(entry.id), mediaId })
      .onConflictDoNothing(),
  ),
]
