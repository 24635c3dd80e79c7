import { MonthCounts } from '../../../views/months/counts.tsx'
import { compareNames } from '../../../views/format.ts'
import type { Dated } from '../../programme/month.ts'

/** Themes that only one event has are no themes of the month. */
const mostThemes = 12

/** What a month amounts to: each event once, whatever it lasts. */
export function countsOf(events: readonly Dated[]) {
  const held = events.filter(({ cancelled }) => !cancelled).map(({ entry }) => entry.envelope)
  const communes = counted(held.map(({ placeLabel }) => placeLabel))
  const labels = new Map(held.flatMap(({ tags }) => tags.map(({ tag, label }) => [tag, label] as const)))
  const themes = counted(held.flatMap(({ tags }) => tags.map(({ tag }) => tag)))
  return (
    <MonthCounts
      events={held.length}
      byOrganisations={held.filter(({ speaker }) => speaker !== null).length}
      communes={communes.map(([label, count]) => ({ label, count }))}
      themes={themes.slice(0, mostThemes).map(([tag, count]) => ({ label: labels.get(tag) ?? tag, count }))}
    />
  )
}

/** The most first, then by name. */
const counted = <Value extends string | null>(values: readonly Value[]): [Value, number][] =>
  [...Map.groupBy(values, (value) => value)]
    .map(([value, all]): [Value, number] => [value, all.length])
    .toSorted(([a, x], [b, y]) => y - x || compareNames(a ?? '~', b ?? '~'))
