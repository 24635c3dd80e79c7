import { EntryFilters } from '../../../views/entries/filters.tsx'
import type { Locale } from '../../../views/language.tsx'
import { nearQuery } from '../../entries/near.ts'
import type { Kind } from '../../kinds/kind.ts'
import { activeFilters, isNarrowed, type AskedFilter } from './filter.ts'

interface KindFiltersProps {
  kind: Kind
  action: string
  /** Id of the list, where it changes in place. */
  results?: string
  /** The days are chosen otherwise: neither an order nor what is past is asked for. */
  dated?: boolean
  asked: AskedFilter
  organisations: { value: string; label: string }[]
  locale: Locale
}

/** What narrows the list of a kind, whatever way one looks at it. */
export function KindFilters({
  kind,
  action,
  results,
  dated = false,
  asked,
  organisations,
  locale,
}: KindFiltersProps) {
  const { filter } = asked
  const facets = (kind.facets ?? []).map((facet) => ({
    name: facet.name,
    ...facet.label[locale],
    ...('options' in facet ? { options: facet.options?.(locale) } : {}),
    value: filter.facets.find(({ name }) => name === facet.name)?.value ?? '',
  }))
  const { startsAt, closesAt } = kind.derive(kind.sample)
  const hasDate = startsAt !== undefined || closesAt !== undefined
  return (
    <EntryFilters
      action={action}
      clearHref={isNarrowed(filter) ? action : null}
      active={activeFilters(filter)}
      results={results}
      q={filter.q}
      place={asked.place}
      tag={filter.tag}
      // No organisation speaks for another.
      org={kind.section === null ? '' : filter.org}
      organisations={kind.section === null ? [] : organisations}
      origin={filter.origin}
      past={dated ? undefined : filter.past}
      facets={facets}
      sort={hasDate && !dated && filter.near === null ? filter.sort : undefined}
      hidden={filter.near === null ? undefined : nearQuery(filter.near)}
    />
  )
}
