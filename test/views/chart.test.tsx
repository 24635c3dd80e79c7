import { describe, expect, test } from 'vitest'
import { Chart, type ChartProps } from '../../views/commitments/chart.tsx'
import { scaleOf } from '../../views/commitments/scale.ts'
import { Language } from '../../views/language.tsx'
import { fragmentFaults } from '../support/markup.ts'

const draw = (values: [day: string, value: number][], target: number | null = null): string =>
  String(
    <Language value="fr">
      <Chart
        title="Un <titre>"
        points={values.map(([day, value]) => ({ day, value, words: `${value} m²` }))}
        target={target === null ? null : { value: target, words: `${target} m²` }}
      />
    </Language>,
  )

const odd: [what: string, values: [string, number][], target: ChartProps['target']][] = [
  ['one single measure', [['2026-01-01', 12]], null],
  [
    'measures that go down',
    [
      ['2026-01-01', 12],
      ['2026-05-01', 3],
    ],
    { value: 20, words: '20' },
  ],
  [
    'years without any',
    [
      ['2011-04-18', 1],
      ['2026-01-01', 2],
    ],
    null,
  ],
  [
    'several of one day',
    [
      ['2026-01-01', 1],
      ['2026-01-01', 5],
    ],
    null,
  ],
  [
    'the ends of the calendar',
    [
      ['0001-01-01', 1],
      ['9999-12-31', 5],
    ],
    { value: 3, words: '3' },
  ],
  [
    'huge and negative numbers',
    [
      ['2026-01-01', -1e12],
      ['2026-02-01', 1e12],
    ],
    { value: 1e12, words: 'x' },
  ],
  [
    'nothing at all',
    [
      ['2026-01-01', 0],
      ['2026-02-01', 0],
    ],
    { value: 0, words: '0' },
  ],
]

describe('the drawing of measures', () => {
  test.each(odd)('of %s stays within its frame, in valid HTML', async (_, values, target) => {
    const html = draw(values, target?.value ?? null)
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
    expect(await fragmentFaults(html)).toEqual([])
    const scale = scaleOf(
      values.map(([day, value]) => ({ day, value })),
      target?.value ?? null,
    )
    for (const [day, value] of values) {
      expect(scale.x(day)).toBeGreaterThanOrEqual(0)
      expect(scale.x(day)).toBeLessThanOrEqual(100)
      expect(scale.y(value)).toBeGreaterThanOrEqual(30)
      expect(scale.y(value)).toBeLessThanOrEqual(150)
    }
    expect(html.match(/class="chart-mark"/g)).toHaveLength(values.length)
  })

  test('is told in words to those who do not see it', () => {
    const html = draw(
      [
        ['2026-01-01', 12],
        ['2026-05-01', 3],
      ],
      20,
    )
    expect(html).toContain('role="img" aria-labelledby="courbe-titre courbe-texte"')
    expect(html).toContain('Mesures de «\u00a0Un &lt;titre&gt;\u00a0»')
    expect(html).toContain('2\u00a0mesures, de 12 m² à 3 m².')
  })
})
