import type { FinderHead } from '../../../views/entries/list-head.tsx'
import type { Option } from '../../../views/components/inputs.tsx'
import { formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import { partsInWords } from '../../alerts/words.ts'
import type { Deps } from '../../deps.ts'
import { countAround, type FacetCounts } from '../../entries/facet-counts.ts'
import { usualSort, type Filter } from '../../entries/list.ts'
import { nearQuery } from '../../entries/near.ts'
import { communesByCode } from '../../places/communes.ts'
import { departmentName, departmentOf } from '../../places/departments.ts'
import { territoryOf } from '../../places/neighbours.ts'
import { listHref, type AskedFilter } from './filter.ts'

/** Each choice with how many it would give; one that gives none is said, and cannot be chosen. */
export const countedOptions = (
  options: readonly Option[],
  counts: FacetCounts,
  { name, value, locale }: { name: string; value: string; locale: Locale },
): Option[] =>
  options.map((option) => {
    const count = counts.of(name, option.value)
    return count === null
      ? option
      : {
          ...option,
          label: `${option.label} (${formatNumber(count, locale)})`,
          disabled: count === 0 && option.value !== value,
        }
  })

/** What a form of filters sends on beside its own fields, since it stands over the list as links. */
export const keptIn = (filter: Filter): Record<string, string> => ({
  ...(filter.around && { around: '1' }),
  ...(filter.near !== null && nearQuery(filter.near)),
  ...(filter.sort !== usualSort(filter) && { sort: filter.sort }),
})

/** The tags of a list, each with how many bear it. */
export const tagLinks = (path: string, { filter }: AskedFilter, { tags }: FacetCounts) =>
  filter.tag !== ''
    ? []
    : tags.map(({ tag, label, count }) => ({
        label: `${label} (${count})`,
        href: listHref(path, { filter: { ...filter, tag, page: 1 } }),
      }))

/** What stands between the filters and what they found. */
export async function headOf(
  deps: Deps,
  path: string,
  asked: AskedFilter,
  locale: Locale,
  { dated, kind }: { dated: boolean; kind: boolean },
): Promise<FinderHead> {
  const { filter } = asked
  const at = (change: Partial<Filter>) => listHref(path, { filter: { ...filter, page: 1, ...change } })
  const parts = asked.unknownPlace === null ? await partsInWords(deps, filter, locale, 'shown') : []
  return {
    chips: [
      ...(kind && filter.kind !== null
        ? [{ label: filter.kind.texts[locale].many, href: at({ kind: null, facets: [] }) }]
        : []),
      ...parts.map(({ text, without }) => ({ label: text, href: listHref(path, { filter: without }) })),
      ...(filter.past ? [{ label: null, href: at({ past: false }) }] : []),
    ],
    scopes: await scopesOf(deps, filter, locale, at),
    // What lies around a point is in the order of its distance.
    sorts:
      dated && filter.near === null
        ? (['recent', 'soon'] as const).map((sort) => ({
            ...{ sort, href: at({ sort }), current: filter.sort === sort },
          }))
        : [],
  }
}

/** Once a commune is chosen. */
async function scopesOf(
  deps: Deps,
  filter: Filter,
  locale: Locale,
  at: (change: Partial<Filter>) => string,
): Promise<FinderHead['scopes']> {
  const { place, around } = filter
  const [commune] = place.length === 5 ? await communesByCode(deps.db, [place]) : []
  if (commune === undefined) return []
  const territory = await territoryOf(deps.db, place)
  const department = departmentOf(place)
  const scopes = [
    { sort: 'one' as const, name: commune.label, place, around: false },
    ...(territory === null ? [] : [{ sort: 'around' as const, name: territory.name, place, around: true }]),
    {
      sort: 'department' as const,
      name: departmentName(department) ?? department,
      ...{ place: department, around: false },
    },
  ]
  const counts = await countAround(deps, filter, scopes)
  return scopes.map(({ sort, name, ...scope }, position) => {
    const count = counts[position] ?? null
    return {
      ...{ sort, name, href: at(scope) },
      count: count === null ? null : formatNumber(count, locale),
      current: scope.place === place && scope.around === around,
    }
  })
}
