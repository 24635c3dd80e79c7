import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { entries, media, tombstones } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'
import { kindNamed } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import { safeHtml } from '../text/html.ts'
import { isPublic } from './entry.ts'
import { freeSlug } from './slug.ts'
import * as store from './store.ts'
import { answersTo, takenBack } from './taken-back.ts'
import { theEntry, unannounced } from './forum-events.ts'

/** An entry of another hub, or a stranger's article or event, already mapped and passed through the gates. */
export interface ReceivedEntry {
  apId: string
  /** Where it is read at home. */
  url: string
  /** Its conversation, as its own host names it. */
  context: string | null
  kind: Kind
  title: string
  summary: string
  html: string
  language: string
  licence: string | null
  placeCode: string | null
  placeLabel: string | null
  latitude: number | null
  longitude: number | null
  startsAt: number | null
  closesAt: number | null
  direction: 'offer' | 'need' | null
  organisationName: string | null
  tags: string[]
  /** `review`: it waits for a moderator, and nobody else sees it. */
  state: 'published' | 'closed' | 'review'
  publishedAt: number
  updatedAt: number
  /** Where its picture lives: only its address is kept, thumbnails are made when somebody looks. */
  picture: { sourceUrl: string; alt: string } | null
  /** Null: its fields were not understood, the envelope alone is kept. */
  fields: Record<string, unknown> | null
}

/** Of whom it is, on whose word it comes, and how they stand here. */
export interface Provenance {
  n: number
  indexable: boolean
  /** Null: its author sent it to our forum. */
  viaN: number | null
  /** Kept, and shown to moderators alone. */
  aside?: boolean
  /** Kept without its picture. */
  rejectMedia?: boolean
}

/**
 * Keeps or renews a remote entry: the same tables as our own, never an event, so nothing received is ever
 * announced again. What was erased once does not come back.
 */
export async function receiveEntry(deps: Deps, origin: Provenance, received: ReceivedEntry): Promise<Step[]> {
  const { db } = deps
  const [stone] = await db.read.select().from(tombstones).where(eq(tombstones.id, received.apId))
  if (stone?.final === true) return []
  const [known] = await db.read
    .select({
      id: entries.id,
      kind: entries.kind,
      revision: entries.revision,
      originN: entries.originN,
      updatedAt: entries.updatedAt,
    })
    .from(entries)
    .where(eq(entries.apId, received.apId))
  if (known !== undefined && (known.originN !== origin.n || known.kind !== received.kind.name)) return []
  if (known !== undefined && known.updatedAt > received.updatedAt) return []
  const id = known?.id ?? deps.newId()
  const { kind, fields, tags, state, picture: theirs, ...rest } = received
  const picture = origin.rejectMedia === true ? null : theirs
  const envelope = {
    ...rest,
    ...(origin.aside === true ? hiddenAs(state) : { state, stateAtHome: null }),
    html: safeHtml(received.html),
    originN: origin.n,
    indexable: origin.indexable,
    imageAlt: picture?.alt ?? null,
    imageId:
      picture === null ? null : sql<string>`(select id from media where source_url = ${picture.sourceUrl})`,
  }
  const put =
    known === undefined
      ? store.insertEntry(db, id, {
          ...envelope,
          kind: kind.name,
          slug: await freeSlug(db, kind.name, received.title, id),
          viaN: origin.viaN,
          createdAt: deps.now(),
        })
      : store.reviseEntry(db, id, known.revision, envelope)
  return [
    ...(picture === null ? [] : keepPicture(deps, picture.sourceUrl)),
    db.make.delete(tombstones).where(and(eq(tombstones.id, received.apId), eq(tombstones.final, false))),
    ...put,
    // Not understood this time: what it said before is not said any more.
    ...store.putFields(db, kind, id, fields),
    ...store.putTags(db, id, tags),
    ...(origin.indexable && isPublic(received.state)
      ? store.index(id, {
          ...envelope,
          tags,
          more: [
            ...(fields === null ? [] : store.factsIn(kind, fields)),
            ...[received.placeLabel ?? '', received.organisationName ?? ''],
          ],
        })
      : store.unindex(id)),
  ]
}

const hiddenAs = (state: ReceivedEntry['state']) => ({
  state: 'hidden' as const,
  stateAtHome: state === 'review' ? null : state,
})

const keepPicture = (deps: Deps, sourceUrl: string): Step[] => [
  deps.db.make
    .insert(media)
    .values({
      id: deps.newId(),
      type: 'remote',
      width: 0,
      height: 0,
      bytes: 0,
      sourceUrl,
      createdAt: deps.now(),
    })
    .onConflictDoNothing(),
]

/** Erases a remote entry whole (deleted at home, no longer public, gone), search row included. */
export async function eraseReceived(
  deps: Deps,
  which: { apId: string; originN: number },
  final: boolean,
): Promise<{ steps: Step[]; count: number }> {
  const where = and(eq(entries.originN, which.originN), eq(entries.apId, which.apId))
  const rows = await deps.db.read
    .select({ id: entries.id, apId: entries.apId, kind: entries.kind, slug: entries.slug })
    .from(entries)
    .where(and(isNotNull(entries.originN), where))
  return { count: rows.length, steps: eraseEach(deps, rows, final) }
}

/** `final`: deleted by its author, and never back; else a later visit may bring it again. */
export const eraseEach = (
  deps: Deps,
  rows: readonly { id: string; apId: string | null; kind: string; slug: string }[],
  final: boolean,
): Step[] =>
  rows.flatMap(({ id, apId, kind, slug }) => [
    ...takenBack(deps, answersTo(id), deps.now()),
    unannounced(deps, theEntry(id), deps.now()),
    ...store.erase(
      deps.db,
      { id, apId: apId ?? id, path: `${kindNamed(kind)?.path ?? ''}/${slug}`, type: kind, final },
      deps.now(),
    ),
  ])
