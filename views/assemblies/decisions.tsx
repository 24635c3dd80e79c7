import { When } from '../components/date.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { Table } from '../components/table.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { formTexts } from './form-texts.ts'
import type { ShownAssembly, ShownDecision, ShownFigures } from './shown.ts'
import { assemblyTexts } from './texts.ts'

export function Decisions({
  assembly,
  decisions,
  caption,
  isRun,
}: {
  assembly: ShownAssembly
  decisions: readonly ShownDecision[]
  caption: string
  isRun: boolean
}) {
  const t = useTexts(assemblyTexts)
  const f = useTexts(formTexts)
  return (
    <Table caption={caption} quiet head={[t.what, t.who, t.when, t.state]}>
      {decisions.map(({ id, what, carriedBy, dueDay, state }) => (
        <tr>
          <th scope="row">
            {isRun ? (
              <a href={`${assembly.path}/decisions/${id}`} aria-label={`${f.decision.edit} – ${what}`}>
                {what}
              </a>
            ) : (
              what
            )}
          </th>
          <td data-label={t.who}>{carriedBy ?? t.unknown}</td>
          <td data-label={t.when}>{dueDay === null ? t.unknown : <When at={dueDay} form="short" />}</td>
          <td data-label={t.state}>{t.decisionStates[state]}</td>
        </tr>
      ))}
    </Table>
  )
}

/** What was counted; ‘pas de donnée’ where nobody noted anything. */
export function Figures({ figures: { attendance, fieldItems, carried } }: { figures: ShownFigures }) {
  const t = useTexts(assemblyTexts)
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale)
  const share = (part: number, all: number) => t.of(number(part), number(all))
  return (
    <Stats>
      <Stat
        label={t.figureAttendance}
        value={
          attendance === null
            ? null
            : formatNumber(attendance, locale, { style: 'percent', maximumFractionDigits: 0 })
        }
      />
      <Stat
        label={t.figureField}
        value={fieldItems === null ? null : share(fieldItems.field, fieldItems.all)}
      />
      <Stat label={t.figureCarried} value={carried === null ? null : share(carried.whole, carried.all)} />
    </Stats>
  )
}
