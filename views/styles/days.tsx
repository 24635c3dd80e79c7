import { Chart } from '../commitments/chart.tsx'
import { useTexts } from '../language.tsx'
import { MonthCalendar, type ShownEvent } from '../months/calendar.tsx'
import { MonthCounts } from '../months/counts.tsx'
import { WeekDays } from '../months/week.tsx'
import { DepartmentsMap, type Counted } from '../places/map.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

export interface ShownMap {
  departments: readonly Counted[]
  shades: readonly { least: number; most: number; shade: number }[]
}

/** When and where: calendars, the map of departments, what is measured over time. */
export function Days({ map }: { map: ShownMap }) {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  const event = { title: s.title, href: '/', language: undefined, hour: s.hour, zone: null, place: s.place }
  const events: readonly ShownEvent[] = [
    { ...event, host: null, cancelled: false },
    { ...event, title: s.long, zone: s.there, host: 'autre.example', cancelled: true },
  ]
  // The last week of a February and the first of a March: days beyond the month, today, full and empty ones.
  const week = ['23', '24', '25', '26', '27', '28'].map((day) => `2026-02-${day}`)
  const next = ['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-03-${day}`)
  const days = [...week, ...next].map((date, index) => ({
    date,
    within: date < '2026-03-04',
    events: index % 4 === 1 ? events.slice(0, 1) : index === 3 ? events : [],
  }))
  return (
    <Chapter id="jours" title={t.days}>
      <Piece name="MonthCalendar">
        <MonthCalendar
          name={s.month}
          today={week[2] ?? ''}
          weeks={[days.slice(0, 7), days.slice(7)]}
          long={[{ ...event, host: null, cancelled: false, from: week[0] ?? '', to: next[7] ?? '' }]}
        />
      </Piece>
      <Piece name="MonthCounts">
        <MonthCounts
          events={12}
          byOrganisations={7}
          communes={[
            { label: s.place, count: 5 },
            { label: null, count: 7 },
          ]}
          themes={[{ label: s.tags, count: 3 }]}
        />
      </Piece>
      <Piece name="WeekDays">
        <WeekDays today={week[2] ?? ''} long={[]} days={days.slice(0, 7)} />
      </Piece>
      <Piece name="DepartmentsMap">
        <DepartmentsMap {...map} words={{ one: s.one, other: s.several }} />
      </Piece>
      <Piece name="Chart">
        <Chart
          title={s.measure}
          target={{ value: 1500, words: `1500 ${s.unit}` }}
          points={[900, 700, 1248].map((value, index) => ({
            day: `${2024 + index}-12-15`,
            value,
            words: `${value} ${s.unit}`,
          }))}
        />
      </Piece>
    </Chapter>
  )
}
