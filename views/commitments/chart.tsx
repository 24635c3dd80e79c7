import { formatCount, formatShortDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { scaleOf, type Point, type Scale } from './scale.ts'
import { commitmentTexts } from './texts.ts'

export interface ChartProps {
  /** Of the commitment. */
  title: string
  /** In the order of their days, at least one. */
  points: readonly (Point & { words: string })[]
  target: { value: number; words: string } | null
}

/**
 * Measures over time, drawn by the server. Lengths along the width are percentages and there is no viewBox: on the
 * narrowest telephone the words are as large as anywhere. The table beside it says the same, and is the truth.
 */
export function Chart({ title, points, target }: ChartProps) {
  const t = useTexts(commitmentTexts)
  const locale = useLocale()
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const scale = scaleOf(points, target?.value ?? null)
  const said =
    points.length === 1
      ? t.chartOfOne(first.words)
      : t.chartOf(first.words, last.words, formatCount(points.length, locale, t.count))
  return (
    <svg class="chart" width="100%" height="190" role="img" aria-labelledby="courbe-titre courbe-texte">
      <title id="courbe-titre">{t.chart(title)}</title>
      <desc id="courbe-texte">{target === null ? said : `${said} ${t.target(target.words)}.`}</desc>
      <Ground scale={scale} />
      {target !== null && <Target target={target} scale={scale} />}
      <Line points={points} scale={scale} />
      <Label points={points} scale={scale} />
      <Days days={[...new Set([first.day, last.day])]} scale={scale} />
    </svg>
  )
}

/** Nothing, which is a number like another. */
const Ground = ({ scale }: { scale: Scale }) => (
  <line class="chart-ground" x1="0%" x2="100%" y1={scale.y(0)} y2={scale.y(0)} />
)

function Target({ target, scale }: { target: NonNullable<ChartProps['target']>; scale: Scale }) {
  const t = useTexts(commitmentTexts)
  const y = scale.y(target.value)
  return (
    <>
      <line class="chart-target" x1="0%" x2="100%" y1={y} y2={y} />
      <text class="chart-target-words" x="0" y={y - 8}>
        {t.target(target.words)}
      </text>
    </>
  )
}

const Line = ({ points, scale }: { points: ChartProps['points']; scale: Scale }) => (
  <>
    {points.slice(1).map(({ day, value }, at) => {
      const before = points[at] ?? { day, value }
      return (
        <line
          class="chart-line"
          x1={`${scale.x(before.day)}%`}
          y1={scale.y(before.value)}
          x2={`${scale.x(day)}%`}
          y2={scale.y(value)}
        />
      )
    })}
    {points.map(({ day, value }) => (
      <circle class="chart-mark" cx={`${scale.x(day)}%`} cy={scale.y(value)} r="5" />
    ))}
  </>
)

/** The newest number, on the side of its mark that the line does not come from. */
function Label({ points, scale }: { points: ChartProps['points']; scale: Scale }) {
  const [before, last] = [points.at(-2), points.at(-1)]
  if (last === undefined) return null
  const [x, y] = [scale.x(last.day), scale.y(last.value)]
  const falls = before !== undefined && before.value > last.value && y < 130
  return (
    <text class="chart-value" x={`${x}%`} y={falls ? y + 22 : y - 12} text-anchor={anchor(x)}>
      {last.words}
    </text>
  )
}

function Days({ days, scale }: { days: readonly string[]; scale: Scale }) {
  const locale = useLocale()
  return (
    <>
      {days.map((day) => (
        <text x={`${scale.x(day)}%`} y="180" text-anchor={anchor(scale.x(day))}>
          {formatShortDay(day, locale)}
        </text>
      ))}
    </>
  )
}

const anchor = (x: number): string => (x < 30 ? 'start' : x > 70 ? 'end' : 'middle')
