import { and, desc, eq, isNotNull, lt } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { following } from '../../db/schema/federation.ts'
import { eraseEach } from '../entries/receive.ts'
import { sameOrigin } from './address.ts'
import { fetchDocument } from './document.ts'
import { FetchFault, mayPass } from './fetch-fault.ts'
import { keepObject } from './keep-object.ts'
import { normalise, type Normalised, type NormalisedCollection } from './normalise.ts'
import { fetchActor, type RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { fetchLater } from './promises.ts'
import { signedBy } from './signed-fetch.ts'
import { isFollowed } from './subscribed.ts'
import { isConflict } from '../refusal.ts'

/** Pages of an outbox, and things looked at, in one visit (rule 27): a collection without end stops here. */
const mostPages = 5
const mostItems = 60

/** What one visit found. */
interface Visit {
  /** The ids of all that was shown; each counts once, in however many pages and collections it stands. */
  shown: Set<string>
  /** Everything the actor has said since then was shown. */
  completeSince: number
}

/**
 * What someone we follow said before we came, and what pushes lost on their way: GoToSocial gives up after four
 * minutes, Mobilizon after one try, so hubs are read again at start and every six hours (interop.md §3).
 */
export async function backfill(deps: FederationDeps, actor: RemoteActor): Promise<Step[]> {
  if (!(await isFollowed(deps.db, actor.n))) return []
  const fresh = await fetchActor(deps, actor.id)
  const visit: Visit = { shown: new Set(), completeSince: Number.POSITIVE_INFINITY }
  // The outbox first: what stands there whole need not be fetched because it is featured too.
  if (fresh.outbox !== null) visit.completeSince = await readAny(deps, fresh, fresh.outbox, visit)
  if (fresh.featured !== null) await readAny(deps, fresh, fresh.featured, visit)
  return [
    ...(await missing(deps, fresh, visit)),
    ...(await expired(deps, fresh)),
    deps.db.make
      .update(following)
      .set({ polledAt: deps.now(), pollError: null })
      .where(eq(following.targetN, fresh.n)),
  ]
}

/** Not every server has every collection, and some give a page for people there: the others are read all the same. */
async function readAny(...asked: Parameters<typeof readCollection>): Promise<number> {
  try {
    return await readCollection(...asked)
  } catch (error) {
    if (!(error instanceof FetchFault) || mayPass(error)) throw error
    return Number.POSITIVE_INFINITY
  }
}

/** Returns how far back it was read: to the beginning, or to its last item that bears a date. Empty, it says nothing. */
async function readCollection(
  deps: FederationDeps,
  actor: RemoteActor,
  address: string,
  visit: Visit,
): Promise<number> {
  const sign = await signedBy(deps, 'instance')
  const visited = new Set<string>()
  let next: string | null = address
  let items = 0
  let oldest = Number.POSITIVE_INFINITY
  while (next !== null) {
    if (visited.has(next) || visited.size > mostPages || items >= mostItems || !sameOrigin(next, actor.id))
      return oldest
    visited.add(next)
    const { document } = await fetchDocument(deps.fetcher, next, { sign, withinOrigin: true })
    const page = await normalise(document, deps.apex)
    if (page?.form !== 'collection') throw new FetchFault('json', 'The document is not a collection.')
    const shown: NormalisedCollection = page.firstPage ?? page
    for (const item of shown.items.slice(0, mostItems - items)) {
      items += 1
      oldest = Math.min(oldest, saidAt(item) ?? oldest)
      await keep(deps, await keepItem(deps, actor, item, visit.shown))
    }
    if (shown.items.length > 0 && items === mostItems) return oldest
    next = page.items.length === 0 && page.firstPage === null ? (page.first ?? page.next) : shown.next
  }
  return items === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}

const saidAt = (item: string | Normalised): number | null =>
  typeof item === 'string' || !('published' in item) ? null : Date.parse(item.published ?? '') || null

/** Each by itself: two of one title want two addresses, and one that cannot be kept does not take the others along. */
async function keep(deps: FederationDeps, steps: Step[]): Promise<void> {
  if (steps.length === 0) return
  try {
    await deps.db.write(steps)
  } catch (error) {
    // Somebody else kept it meanwhile.
    if (!isConflict(error)) throw error
  }
}

/** An embedded thing of the actor's own is theirs, since their own server gave it; what is only named is fetched later. */
async function keepItem(
  deps: FederationDeps,
  actor: RemoteActor,
  item: string | Normalised,
  shown: Set<string>,
): Promise<Step[]> {
  const about =
    typeof item === 'string' ? item : item.form === 'activity' ? (item.object ?? item.objectId) : item
  const id = about === null || typeof about === 'string' ? about : about.id
  if (about === null || id === null || !sameOrigin(id, actor.id) || shown.has(id)) return []
  shown.add(id)
  if (typeof about !== 'string' && about.form === 'object' && about.attributedTo.includes(actor.id))
    return keepObject(deps, actor, { ...about, id }, { via: actor })
  return (await isKept(deps, id)) ? [] : fetchLater(deps, id, actor.n)
}

/** Kept here, but no longer said there: a Delete or an Update was lost, so it is asked what became of it. */
async function missing(deps: FederationDeps, actor: RemoteActor, visit: Visit): Promise<Step[]> {
  const kept = await deps.db.read
    .select({ apId: entries.apId, publishedAt: entries.publishedAt })
    .from(entries)
    .where(and(eq(entries.viaN, actor.n), isNotNull(entries.apId)))
    .orderBy(desc(entries.publishedAt))
    .limit(200)
  return kept
    .filter(
      ({ apId, publishedAt }) => !visit.shown.has(apId ?? '') && (publishedAt ?? 0) > visit.completeSince,
    )
    .flatMap(({ apId }) => fetchLater(deps, apId ?? '', actor.n))
}

const isKept = async ({ db }: FederationDeps, id: string): Promise<boolean> =>
  (await db.read.select({ n: entries.n }).from(entries).where(eq(entries.apId, id))).length > 0

const month = 30 * 24 * 3_600_000

/** Over for a month: it goes, as it would at home. */
async function expired(deps: FederationDeps, actor: RemoteActor): Promise<Step[]> {
  const rows = await deps.db.read
    .select({ id: entries.id, apId: entries.apId, kind: entries.kind, slug: entries.slug })
    .from(entries)
    .where(
      and(eq(entries.viaN, actor.n), isNotNull(entries.originN), lt(entries.closesAt, deps.now() - month)),
    )
    .limit(200)
  return eraseEach(deps, rows, false)
}
