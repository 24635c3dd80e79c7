import type { Deps } from '../../deps.ts'
import { readFilter, usualSort, type Filter } from '../../entries/list.ts'
import { nearQuery } from '../../entries/near.ts'
import type { Kind } from '../../kinds/kind.ts'
import { communesByCode, findCommunes } from '../../places/communes.ts'

/** A filter as it was asked for, and the place in words. */
export interface AskedFilter {
  filter: Filter
  /** What the place field shows: ‘Gennevilliers (92)’, ‘92’, or what was typed. */
  place: string
  /** The text of a place that is nowhere. */
  unknownPlace: string | null
}

const code = /^\d[\dAB](?:\d|\d{3})?$/i
/** No commune has it, so nothing is found: a filter that is not understood must not show everything. */
const nowhere = '00000'

export interface WayOn {
  way: 'unfiltered' | 'network' | 'past' | 'everywhere'
  href: string
}

/** Addresses hold codes, people type names: `?place=Nanterre` is understood as `?place=92050`. */
export async function askedFilter(
  { db, hub }: Pick<Deps, 'db' | 'hub'>,
  kind: Kind | null,
  query: (name: string) => string | undefined,
): Promise<AskedFilter> {
  const typed = (query('place') ?? '').trim().slice(0, 80)
  const asked = readFilter(kind, query)
  if (typed === '') return { filter: asked, place: '', unknownPlace: null }
  if (code.test(typed)) {
    const [commune] = typed.length === 5 ? await communesByCode(db, [typed.toUpperCase()]) : []
    return {
      filter: { ...asked, place: typed.toUpperCase() },
      place: commune?.label ?? typed,
      unknownPlace: null,
    }
  }
  const [commune] = await findCommunes(db, typed, hub.settings.territory)
  if (commune === undefined)
    return { filter: { ...asked, place: nowhere }, place: typed, unknownPlace: typed }
  return { filter: { ...asked, place: commune.code }, place: commune.label, unknownPlace: null }
}

/** Whether it is less than all there is. */
export const isNarrowed = (filter: Filter): boolean => filter.q !== '' || activeFilters(filter) > 0

/** How many choices narrow the list; the words one looks for are none. */
export const activeFilters = (filter: Filter): number =>
  [
    filter.tag !== '',
    filter.place !== '',
    filter.org !== '',
    filter.near !== null,
    filter.origin !== 'all',
    filter.past,
    filter.direction !== null && !filter.facets.some(({ name }) => name === 'direction'),
    ...filter.facets.map(() => true),
  ].filter(Boolean).length

/** The same list with something else asked of it; codes in place of names, no page unless it is given. */
export function listHref(path: string, { filter }: Pick<AskedFilter, 'filter'>, page = 1): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string) => value !== '' && query.set(name, value)
  put('q', filter.q)
  // What the path says already is not said again.
  put('kind', filter.kind === null || path.startsWith(filter.kind.path) ? '' : filter.kind.name)
  put('tag', path.startsWith('/etiquettes/') ? '' : filter.tag)
  put('place', filter.place === nowhere ? '' : filter.place)
  put('org', filter.org)
  put('origin', filter.origin === 'all' ? '' : filter.origin)
  put('direction', filter.direction ?? '')
  put('past', filter.past ? '1' : '')
  for (const [name, value] of Object.entries(filter.near === null ? {} : nearQuery(filter.near)))
    put(name, value)
  if (filter.sort !== usualSort(filter)) put('sort', filter.sort)
  for (const { name, value } of filter.facets) put(name, value)
  put('page', page > 1 ? String(page) : '')
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Where to look on when nothing was found: only what asks less. */
export function waysOn(path: string, asked: Pick<AskedFilter, 'filter'>): WayOn[] {
  const { filter } = asked
  const { q, kind, origin, past } = filter
  const without = (change: Partial<Filter>) => listHref(path, { filter: { ...filter, ...change } })
  const bare = readFilter(kind, (name) => (name === 'q' ? q : name === 'past' && past ? '1' : undefined))
  const ways: (WayOn | false)[] = [
    q !== '' &&
      activeFilters({ ...filter, past: false }) > 0 && {
        way: 'unfiltered',
        href: listHref(path, { filter: bare }),
      },
    origin === 'hub' && { way: 'network', href: without({ origin: 'all' }) },
    !past && { way: 'past', href: without({ past: true }) },
    q !== '' &&
      kind !== null && {
        way: 'everywhere',
        href: listHref('/recherche', { filter: { ...bare, kind: null } }),
      },
  ]
  return ways.filter((way) => way !== false)
}
