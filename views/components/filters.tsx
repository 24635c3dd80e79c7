import type { Child } from 'hono/jsx'
import { formatCount } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

const filterTexts = catalogue('views/components/filters#filterTexts', {
  fr: {
    filters: 'Filtrer',
    one: 'filtre actif',
    other: 'filtres actifs',
    apply: 'Afficher',
    clear: 'Tout effacer',
  },
  en: { filters: 'Filter', one: 'active filter', other: 'active filters', apply: 'Show', clear: 'Clear all' },
})

export interface FiltersProps {
  /** Null: they are a part of the form around them. */
  action: string | null
  /** How many are set: shown on the folded bar. */
  active: number
  /** The list without any filter, when something narrows it. */
  clearHref: string | null
  /** `<Field quiet idPrefix="filter">`, `<Select quiet …>`. */
  children: Child
}

/** A GET form that folds, or the part of one. */
export function Filters({ action, active, clearHref, children }: FiltersProps) {
  const t = useTexts(filterTexts)
  const locale = useLocale()
  const inside = (
    <>
      {children}
      <div class="actions">
        <Button look="primary">{t.apply}</Button>
        {clearHref !== null && <a href={clearHref}>{t.clear}</a>}
      </div>
    </>
  )
  return (
    // Folded even when some are set: on a phone, what was asked for comes first, and the bar says how many filters hold.
    <details class="filters">
      <summary>
        <Icon name="sliders-horizontal" />
        <span>{t.filters}</span>
        {active > 0 && <span class="count">{formatCount(active, locale, t)}</span>}
      </summary>
      {action === null ? (
        <div class="filters-form">{inside}</div>
      ) : (
        <form method="get" action={action} class="filters-form">
          {inside}
        </form>
      )}
    </details>
  )
}
