import { and, desc, eq, gte, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries, entryTags } from '../../db/schema/entries.ts'
import { hasRole, type Visitor } from '../accounts/viewer.ts'
import type { Kind } from '../kinds/kind.ts'
import { foldTag } from '../text/fold.ts'
import { facetConditions, isMeant } from './facets.ts'
import { among, fewRows } from './few.ts'
import { loadEntries, type Entry } from './load.ts'
import { nearCondition, readNear, type Near } from './near.ts'
import { narrowing, placeCondition } from './narrowing.ts'
import { order, type Sort } from './order.ts'
import { matches } from './search.ts'
import { local } from './store.ts'

export { local } from './store.ts'
export type { Sort } from './order.ts'

export const pageSize = 20

/** What a list is asked for, in the words of its address: `?q=&tag=&place=&around=&org=&origin=&sort=&page=`. */
export interface Filter {
  kind: Kind | null
  q: string
  tag: string
  /** INSEE code of a commune, or a department's code. */
  place: string
  /** Its neighbours too: the communes of the same territory. Of a department there are none. */
  around: boolean
  /** Id of an organisation's entry. */
  org: string
  origin: 'hub' | 'network' | 'all'
  direction: 'offer' | 'need' | null
  /** Over and closed ones too. */
  past: boolean
  /** The kind's own facets that were chosen. */
  facets: { name: string; value: string }[]
  /** Around a point, the nearest first unless another order is asked for. */
  near: Near | null
  sort: Sort
  page: number
}

/** Unknown values fall back to the default: an address that was mistyped still shows a list. */
export function readFilter(kind: Kind | null, query: (name: string) => string | undefined): Filter {
  const origin = query('origin')
  const direction = query('direction')
  const near = readNear(query)
  const place = (query('place') ?? '').replace(/[^0-9AB]/gi, '').slice(0, 5)
  return {
    kind,
    q: (query('q') ?? '').slice(0, 200).trim(),
    tag: foldTag((query('tag') ?? '').slice(0, 60)),
    place,
    around: place.length === 5 && query('around') === '1',
    org: (query('org') ?? '').slice(0, 60),
    origin: origin === 'hub' || origin === 'network' ? origin : 'all',
    direction: direction === 'offer' || direction === 'need' ? direction : null,
    past: query('past') === '1',
    facets: (kind?.facets ?? []).flatMap((facet) => {
      const value = (query(facet.name) ?? '').slice(0, 60).trim()
      return value !== '' && isMeant(facet, value) ? [{ name: facet.name, value }] : []
    }),
    near,
    sort: [query('sort')].find((sort) => sort === 'recent' || sort === 'soon') ?? usualSort({ kind, near }),
    page: pageNumber(query('page')),
  }
}

export const usualSort = ({ kind, near }: Pick<Filter, 'kind' | 'near'>): Sort =>
  near !== null ? 'near' : kind?.when === undefined ? 'recent' : 'soon'

/** From 1; what is not a page of any list is the first one. */
export function pageNumber(text: string | undefined): number {
  const page = Math.trunc(Number(text))
  return page > 1 && page <= 500 ? page : 1
}

/** One page of what the public may see, and whether there is another. */
export async function listEntries(
  reads: { db: Database; hub: { origin: string }; now: () => number },
  filter: Filter,
  limit = pageSize,
): Promise<{ entries: Entry[]; more: boolean }> {
  const offset = (filter.page - 1) * limit
  const where = conditions(filter, reads.now())
  const piece = { where, offset, limit: limit + 1 }
  if (filter.q !== '') return pageOf(reads, await searched(reads, filter, piece), limit)
  const few = await fewRows(reads.db, filter)
  if (few !== null)
    return pageOf(reads, await among(reads.db, few, { ...piece, orderBy: order(filter) }), limit)
  const found = await loadEntries(reads, { where, orderBy: order(filter), limit: limit + 1, offset })
  return { entries: found.slice(0, limit), more: found.length > limit }
}

/** Numbers in the order of the search. */
async function searched(
  reads: { db: Database },
  filter: Filter,
  { where, offset, limit }: { where: SQL | undefined; offset: number; limit: number },
): Promise<number[]> {
  const narrowed = { ...(await narrowing(reads.db, filter)), where }
  return (await matches(reads.db, filter.q, offset + limit, narrowed)).slice(offset)
}

/** The rows of a page in the order that is given, of which one more was asked for than it shows. */
async function pageOf(
  reads: { db: Database; hub: { origin: string } },
  ns: readonly number[],
  limit: number,
): Promise<{ entries: Entry[]; more: boolean }> {
  const wanted = ns.slice(0, limit)
  if (wanted.length === 0) return { entries: [], more: false }
  const found = await loadEntries(reads, { where: inArray(entries.n, wanted), limit: wanted.length })
  const rows = new Map(found.map((entry) => [entry.envelope.n, entry]))
  return { entries: wanted.flatMap((n) => rows.get(n) ?? []), more: ns.length > limit }
}

/** Everything open of our own, for feeds, `featured` and counters: it begins with `local()`. */
export const ownEntries = (
  reads: { db: Database; hub: { origin: string } },
  query: { where?: SQL | undefined; limit?: number; offset?: number },
): Promise<Entry[]> =>
  loadEntries(reads, {
    where: and(local(), inArray(entries.state, ['published', 'closed']), query.where),
    orderBy: [desc(entries.publishedAt), desc(entries.n)],
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.offset === undefined ? {} : { offset: query.offset }),
  })

/** What a person can still work on: their drafts, and for editors what awaits them. */
export const workOf = (
  reads: { db: Database; hub: { origin: string } },
  viewer: NonNullable<Visitor>,
  states: ('draft' | 'review' | 'published' | 'closed')[],
  page = 1,
): Promise<Entry[]> => {
  const editorOf = viewer.memberships
    .filter(({ role }) => role === 'editor')
    .map(({ organisationId }) => organisationId)
  const theirs = hasRole(viewer, 'editor')
    ? undefined
    : or(
        eq(entries.authorId, viewer.id),
        editorOf.length > 0 ? inArray(entries.organisationId, editorOf) : undefined,
      )
  return loadEntries(reads, {
    where: and(local(), inArray(entries.state, states), theirs),
    orderBy: [desc(entries.updatedAt)],
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
}

/** All that a list is narrowed by, the words of a search excepted. */
export function conditions(filter: Filter, now: number): SQL | undefined {
  return and(
    filter.past ? inArray(entries.state, ['published', 'closed']) : eq(entries.state, 'published'),
    filter.kind === null ? undefined : eq(entries.kind, filter.kind.name),
    filter.past ? undefined : open(filter, now),
    // What began long ago and never ends is no date to come: the agenda is not read from its first day on.
    filter.past || filter.sort === 'recent' || filter.kind?.when === undefined
      ? undefined
      : gte(entries.startsAt, now - 365 * 86_400_000),
    filter.tag === ''
      ? undefined
      : inArray(
          entries.n,
          sql`(select ${entryTags.entryN} from ${entryTags} where ${entryTags.tag} = ${filter.tag})`,
        ),
    placeCondition(filter),
    nearCondition(filter.near),
    filter.org === '' ? undefined : eq(entries.organisationId, filter.org),
    filter.origin === 'hub' ? local() : filter.origin === 'network' ? isNotNull(entries.originN) : undefined,
    filter.direction === null ? undefined : eq(entries.direction, filter.direction),
    // A remote author who does not consent to search is not found by it (FEP-5feb).
    filter.q === '' ? undefined : eq(entries.indexable, true),
    ...facetConditions(filter),
  )
}

/** Not past its closing date; an event, not past its day. */
const open = (filter: Filter, now: number): SQL | undefined =>
  and(
    or(isNull(entries.closesAt), gte(entries.closesAt, now)),
    filter.kind?.when === undefined
      ? undefined
      : or(
          isNull(entries.startsAt),
          isNotNull(entries.closesAt),
          gte(entries.startsAt, now - 12 * 3_600_000),
        ),
  )
