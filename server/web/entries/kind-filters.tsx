import type { Option } from '../../../views/components/inputs.tsx'
import { EntryFilters } from '../../../views/entries/filters.tsx'
import type { FacetCounts } from '../../entries/facet-counts.ts'
import type { Kind } from '../../kinds/kind.ts'
import type { Ctx } from '../env.ts'
import { activeFilters, isNarrowed, type AskedFilter } from './filter.ts'
import { countedOptions, keptIn, tagLinks } from './finding.ts'
import { originOptions } from './origin-options.ts'

interface KindFiltersProps {
  kind: Kind
  action?: string
  /** The days are chosen otherwise, and the list does not change in place. */
  dated?: boolean
  asked: AskedFilter
  counts: FacetCounts
  organisations: { value: string; label: string }[]
  locale: Ctx['var']['locale']
}

/** What narrows the list of a kind, with how many each choice would give. */
export function KindFilters({ kind, action = kind.path, dated = false, ...props }: KindFiltersProps) {
  const { asked, counts, organisations, locale } = props
  const { filter } = asked
  const counted = (name: string, value: string, options: readonly Option[]) =>
    countedOptions(options, counts, { name, value, locale })
  const facets = (kind.facets ?? []).map((facet) => {
    const value = filter.facets.find(({ name }) => name === facet.name)?.value ?? ''
    const options = 'options' in facet ? facet.options?.(locale) : undefined
    return {
      ...{ name: facet.name, value, ...facet.label[locale] },
      options: options && counted(facet.name, value, options),
    }
  })
  return (
    <EntryFilters
      action={action}
      clearHref={isNarrowed(filter) ? action : null}
      live={action === kind.path}
      active={activeFilters(filter)}
      q={filter.q}
      kept={keptIn(filter)}
      place={asked.place}
      tag={filter.tag}
      tags={tagLinks(action, asked, counts)}
      // No organisation speaks for another.
      org={kind.section === null ? '' : filter.org}
      organisations={kind.section === null ? [] : counted('org', filter.org, organisations)}
      origin={filter.origin}
      origins={counted('origin', filter.origin, originOptions(locale))}
      past={dated ? undefined : filter.past}
      facets={facets}
    />
  )
}
