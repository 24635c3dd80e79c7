import { Empty } from '../components/empty.tsx'
import { Table } from '../components/table.tsx'
import { formatShortDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import { commitmentTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface ShownMeasure {
  day: string | null
  /** In its unit. */
  value: string | null
  source: string | null
  href: string | null
  note: string | null
  /** Whether it counts, and else why it does not. */
  standing: 'counted' | 'announced' | 'unsourced'
}

export interface MeasuresProps {
  /** Null: nothing that could be drawn. */
  chart: ChartProps | null
  measures: readonly ShownMeasure[]
  language: string | undefined
}

/** What was measured: drawn, and in a table that says it all. */
export function Measures({ chart, measures, language }: MeasuresProps) {
  const t = useTexts(commitmentTexts)
  return (
    <section class="entry-part" aria-labelledby="mesures">
      <h2 id="mesures">{t.measures}</h2>
      {chart === null && (
        <Empty icon="scale" title={t.noData}>
          <p>{t.noDataHow}</p>
        </Empty>
      )}
      {chart !== null && <Chart {...chart} />}
      {measures.length > 0 && (
        <Table caption={t.table} head={[t.head.day, t.head.value, t.head.source]}>
          {measures.map((measure) => (
            <Row measure={measure} language={language} />
          ))}
        </Table>
      )}
    </section>
  )
}

function Row({ measure, language }: { measure: ShownMeasure; language: string | undefined }) {
  const t = useTexts(commitmentTexts)
  const locale = useLocale()
  const { day, value, source, href, note, standing } = measure
  return (
    <tr>
      <th scope="row">{day === null ? t.noDay : formatShortDay(day, locale)}</th>
      <td class="num">{value ?? t.noValue}</td>
      <td>
        <span {...inItsLanguage(language)}>
          <SourceLink label={source} href={href} />
        </span>
        {standing !== 'counted' && <span class="row-note">{t[standing]}</span>}
        {note !== null && (
          <span class="row-note" {...inItsLanguage(language)}>
            {note}
          </span>
        )}
      </td>
    </tr>
  )
}

/** Where a number comes from: a name, a page, or a named page. */
export function SourceLink({ label, href }: { label: string | null; href: string | null }) {
  const t = useTexts(commitmentTexts)
  return href === null ? (
    <>{label ?? ''}</>
  ) : (
    <a href={href} rel="nofollow noopener ugc">
      {label ?? t.source}
    </a>
  )
}
