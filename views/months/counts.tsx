import { Stat, Stats } from '../components/stats.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { monthTexts } from './texts.ts'

interface Counted {
  label: string
  count: number
}

export interface MonthCountsProps {
  events: number
  /** Said in the name of an organisation. */
  byOrganisations: number
  /** `label` null: no commune is known. */
  communes: readonly { label: string | null; count: number }[]
  themes: readonly Counted[]
}

/** What a month amounts to, and what these numbers do not say. */
export function MonthCounts({ events, byOrganisations, communes, themes }: MonthCountsProps) {
  const t = useTexts(monthTexts)
  const locale = useLocale()
  const share = events === 0 ? null : byOrganisations / events
  return (
    <>
      <Stats>
        <Stat label={t.events} value={events} />
        <Stat label={t.field} value={share === null ? null : byOrganisations} />
      </Stats>
      {share !== null && (
        <p class="hint">
          {t.fieldHint(formatNumber(share, locale, { style: 'percent', maximumFractionDigits: 0 }))}
        </p>
      )}
      {events > 0 && (
        <div class="columns">
          <Ranking
            id="communes"
            title={t.communes}
            items={communes.map(({ label, count }) => ({ label: label ?? t.nowhere, count }))}
          />
          {themes.length > 0 && <Ranking id="themes" title={t.themes} items={themes} />}
        </div>
      )}
    </>
  )
}

function Ranking({ id, title, items }: { id: string; title: string; items: readonly Counted[] }) {
  const locale = useLocale()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="rows">
        {items.map(({ label, count }) => (
          <li>
            {label} <span class="quiet">– {formatNumber(count, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
