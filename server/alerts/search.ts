import { readFilter, type Filter } from '../entries/list.ts'
import { kindNamed } from '../kinds/index.ts'

/** A list and what narrows it, in the words of its address; `kind` empty: every kind. */
export interface SavedSearch {
  kind: string
  query: string
}

/** The filter without what is no part of an alert: what is over, the order, the page. */
export const saved = (filter: Filter): SavedSearch => ({
  kind: filter.kind?.name ?? '',
  query: new URLSearchParams(choices(filter)).toString(),
})

/**
 * What is asked of the list; null where a part of it is not understood (any more). `readFilter` forgives what was
 * mistyped and shows more instead: here that would be a letter about everything.
 */
export function readSearch({ kind: name, query }: SavedSearch): Filter | null {
  const kind = kindNamed(name) ?? null
  if (kind === null && name !== '') return null
  const asked = new URLSearchParams(query)
  const read = readFilter(kind, (one) => asked.get(one) ?? undefined)
  const filter: Filter = { ...read, past: false, sort: 'recent', page: 1 }
  return saved(filter).query === query ? filter : null
}

/** Always in the same order, so that the same search is the same text. */
function choices({ q, tag, place, around, org, origin, direction, facets }: Filter): [string, string][] {
  // Of some kinds the direction is a facet too: one choice, said once.
  const own = facets.some(({ name }) => name === 'direction') ? null : direction
  const shared: [string, string][] = [
    ...([
      ['q', q],
      ['tag', tag],
      ['place', place],
      ['around', around ? '1' : ''],
      ['org', org],
      ['origin', origin === 'all' ? '' : origin],
      ['direction', own ?? ''],
    ] satisfies [string, string][]),
    ...facets.map(({ name, value }): [string, string] => [name, value]),
  ]
  return shared.filter(([, value]) => value !== '')
}

/** The list's own page. */
export function listPath({ kind, query }: SavedSearch): string {
  const path = kindNamed(kind)?.path ?? '/recherche'
  return query === '' ? path : `${path}?${query}`
}
