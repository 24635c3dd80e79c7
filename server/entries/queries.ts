import { and, asc, desc, eq, gte, inArray, isNull, lt, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries, entryTags, media, tombstones } from '../../db/schema/entries.ts'
import { actors, reactions } from '../../db/schema/federation.ts'
import { hasRole, type Viewer, type Visitor } from '../accounts/viewer.ts'
import type { Kind } from '../kinds/kind.ts'
import { loadEntries, loadEntry, type Entry } from './load.ts'
import { local } from './store.ts'
import { conversations } from './topics.ts'

interface Reads {
  db: Database
  hub: { origin: string }
}

/** What an address of a kind leads to, for this reader. `moved`: it has another address by now. */
export type Sought = { entry: Entry; moved: boolean } | 'gone' | 'absent'

/**
 * By slug, or by id, which is the only name of a draft and goes on leading to what became of it. A draft that is not this reader's does not
 * exist for them: the query itself cannot find it.
 */
export async function seekEntry(reads: Reads, viewer: Visitor, kind: Kind, ref: string): Promise<Sought> {
  const named = and(eq(entries.kind, kind.name), or(eq(entries.slug, ref), eq(entries.id, ref)))
  const entry = await loadEntry(reads, and(named, visibleTo(viewer)))
  if (entry !== undefined) return { entry, moved: entry.envelope.slug !== ref }
  return (await wasErased(reads.db, kind, ref, named)) ? 'gone' : 'absent'
}

const visibleTo = (viewer: Visitor): SQL | undefined =>
  or(
    inArray(entries.state, ['published', 'closed']),
    hasRole(viewer, 'moderator') ? eq(entries.state, 'hidden') : undefined,
    viewer === null
      ? undefined
      : and(local(), inArray(entries.state, ['draft', 'review']), workedOnBy(viewer)),
  )

/** One's own, and all that one could publish. */
function workedOnBy(viewer: Viewer): SQL | undefined {
  if (hasRole(viewer, 'editor')) return undefined
  const organisations = viewer.memberships
    .filter(({ role }) => role === 'editor')
    .map(({ organisationId }) => organisationId)
  return or(
    eq(entries.authorId, viewer.id),
    ...(organisations.length === 0
      ? []
      : [inArray(entries.organisationId, organisations), inArray(entries.id, organisations)]),
  )
}

/** A draft that was thrown away was never there; what had been public is gone. */
async function wasErased(db: Database, kind: Kind, ref: string, named: SQL | undefined): Promise<boolean> {
  const withdrawn = await db.read
    .select({ n: entries.n })
    .from(entries)
    .where(and(named, eq(entries.state, 'withdrawn'), sql`${entries.publishedAt} is not null`))
  if (withdrawn.length > 0) return true
  const stones = await db.read
    .select({ id: tombstones.id })
    .from(tombstones)
    .where(eq(tombstones.path, `${kind.path}/${ref}`))
    .limit(1)
  return stones.length > 0
}

/** How much waits for this person's review: nothing, for those who review nothing. */
export async function countReviews(db: Database, viewer: Viewer): Promise<number> {
  const organisations = viewer.memberships.flatMap(({ role, organisationId }) =>
    role === 'editor' ? [organisationId] : [],
  )
  const isHubs = hasRole(viewer, 'editor')
  if (!isHubs && organisations.length === 0) return 0
  const theirs = or(inArray(entries.organisationId, organisations), inArray(entries.id, organisations))
  // Those of topics are counted where they moderate.
  const others = hasRole(viewer, 'moderator') ? notInArray(entries.kind, [...conversations]) : undefined
  return db.read.$count(
    entries,
    and(local(), eq(entries.state, 'review'), others, isHubs ? undefined : theirs),
  )
}

/** What a visitor may see of one organisation, newest first. */
export const entriesOf = (reads: Reads, organisationId: string, limit: number): Promise<Entry[]> =>
  loadEntries(reads, {
    where: and(eq(entries.organisationId, organisationId), eq(entries.state, 'published')),
    orderBy: [desc(entries.publishedAt), desc(entries.n)],
    limit,
  })

/** Of those that a person may change, what closes of itself before `until`. */
export const closingSoon = (reads: Reads, viewer: Viewer, now: number, until: number): Promise<Entry[]> =>
  loadEntries(reads, {
    where: and(
      local(),
      eq(entries.state, 'published'),
      gte(entries.closesAt, now),
      lt(entries.closesAt, until),
      workedOnBy(viewer),
    ),
    orderBy: [asc(entries.closesAt)],
    limit: 20,
  })

/** How often people elsewhere liked and boosted something of ours. */
export async function reactionsTo(
  db: Database,
  objectPath: string,
): Promise<{ likes: number; boosts: number }> {
  const rows = await db.read
    .select({ type: reactions.type, count: sql<number>`count(*)` })
    .from(reactions)
    .where(eq(reactions.objectId, objectPath))
    .groupBy(reactions.type)
  const of = (type: string) => rows.find((row) => row.type === type)?.count ?? 0
  return { likes: of('like'), boosts: of('boost') }
}

/** `preferredUsername` of the actor of a hosted organisation; null: it is listed here, not hosted. */
export async function handleOf(db: Database, entryId: string): Promise<string | null> {
  const [row] = await db.read
    .select({ handle: actors.handle })
    .from(actors)
    .where(and(eq(actors.entryId, entryId), eq(actors.local, true), isNull(actors.deletedAt)))
  return row?.handle ?? null
}

/** A picture that this person sent: nobody puts another's on an entry by its id. */
export async function ownPicture(
  db: Database,
  viewer: Viewer,
  id: string,
): Promise<{ id: string; width: number; height: number } | null> {
  const [row] = await db.read
    .select({ id: media.id, width: media.width, height: media.height })
    .from(media)
    .where(and(eq(media.id, id), eq(media.createdBy, viewer.id), isNull(media.sourceUrl)))
  return row ?? null
}

/** A tag as people wrote it last where everybody can read it; null: nobody did. */
export async function tagLabel(db: Database, tag: string): Promise<string | null> {
  const [row] = await db.read
    .select({ label: entryTags.label })
    .from(entryTags)
    .innerJoin(entries, eq(entries.n, entryTags.entryN))
    .where(and(eq(entryTags.tag, tag), inArray(entries.state, ['published', 'closed'])))
    .orderBy(desc(entryTags.entryN))
    .limit(1)
  return row?.label ?? null
}

/** In any state, ours or received: who may see it is asked of it afterwards. */
export const entryById = (reads: Reads, id: string): Promise<Entry | undefined> =>
  loadEntry(reads, eq(entries.id, id))

/** By its row, for what is about it. */
export const entryOfRow = (reads: Reads, n: number): Promise<Entry | undefined> =>
  loadEntry(reads, eq(entries.n, n))

/** Several of them, in the order of their dates; those that are no longer public are left out. */
export const entriesOfRows = (reads: Reads, ns: readonly number[]): Promise<Entry[]> =>
  ns.length === 0
    ? Promise.resolve([])
    : loadEntries(reads, {
        where: and(inArray(entries.n, [...ns]), inArray(entries.state, ['published', 'closed'])),
        orderBy: [asc(entries.startsAt), asc(entries.n)],
      })

/** For whoever changes it: never one that another hub published. */
export const ownEntryById = (reads: Reads, id: string): Promise<Entry | undefined> =>
  loadEntry(reads, and(local(), eq(entries.id, id)))

/** Organisations of the directory that are hosted here, for forms and filters. */
export const hostedOrganisations = (
  db: Database,
): Promise<{ id: string; title: string; kind: string; slug: string }[]> =>
  db.read
    .select({ id: entries.id, title: entries.title, kind: entries.kind, slug: entries.slug })
    .from(entries)
    .innerJoin(actors, eq(actors.entryId, entries.id))
    // Their actors are few; the entries that could have one are all there are.
    .where(and(eq(actors.role, 'organisation'), local(), eq(entries.state, 'published')))
    .orderBy(asc(entries.title))
    .limit(500)
