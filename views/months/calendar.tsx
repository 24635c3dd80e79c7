import { Origin } from '../components/badge.tsx'
import { dayLeaf, formatLongDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { monthTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface ShownEvent {
  title: string
  href: string
  language: string | undefined
  /** ‘10 h’; null on the days after its first. */
  hour: string | null
  /** Where clocks show another time: ‘La Réunion’. */
  zone: string | null
  place: string | null
  host: string | null
  cancelled: boolean
}

export interface MonthCalendarProps {
  /** ‘novembre 2026’ */
  name: string
  today: string
  weeks: readonly (readonly { date: string; within: boolean; events: readonly ShownEvent[] }[])[]
  long: readonly (ShownEvent & { from: string; to: string })[]
}

/** A table of weeks, which is a list of the days with something on them where there is no room for seven columns. */
export function MonthCalendar({ name, today, weeks, long }: MonthCalendarProps) {
  const t = useTexts(monthTexts)
  const locale = useLocale()
  const [week = []] = weeks
  return (
    <>
      {long.length > 0 && <LongEvents title={t.long} events={long} />}
      <table class="month">
        <caption class="visually-hidden">{t.caption(name)}</caption>
        <thead>
          <tr>
            {week.map(({ date }) => (
              <th scope="col">{dayLeaf(date, locale).week}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr>
              {days.map((day) => (
                <DayCell {...day} isToday={day.date === today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Exhibitions, campaigns: said once, and not on each of their days. */
export function LongEvents({ title, events }: { title: string; events: MonthCalendarProps['long'] }) {
  const t = useTexts(monthTexts)
  const locale = useLocale()
  return (
    <section class="stack" aria-labelledby="long">
      <h2 id="long">{title}</h2>
      <ul class="rows">
        {events.map(({ from, to, ...event }) => (
          <li>
            <EventLink {...event} hour={null} />{' '}
            <span class="quiet">{t.fromTo(formatLongDay(from, locale), formatLongDay(to, locale))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface DayCellProps {
  date: string
  within: boolean
  isToday: boolean
  events: readonly ShownEvent[]
}

function DayCell({ date, within, isToday, events }: DayCellProps) {
  const locale = useLocale()
  if (!within) return <td class="month-beyond"></td>
  return (
    <td class={events.length === 0 ? 'month-empty' : undefined} aria-current={isToday ? 'date' : undefined}>
      <time datetime={date}>
        <span class="month-number" aria-hidden="true">
          {dayLeaf(date, locale).day}
        </span>
        <span class="month-day">{formatLongDay(date, locale)}</span>
      </time>
      {events.length > 0 && (
        <ul>
          {events.map((event) => (
            <li>
              <EventLink {...event} />
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}

export function EventLink({ title, href, language, hour, zone, place, host, cancelled }: ShownEvent) {
  const t = useTexts(monthTexts)
  return (
    <>
      {hour !== null && <span class="month-hour">{hour} </span>}
      <a href={href} {...inItsLanguage(language)}>
        {title}
      </a>
      {cancelled && <strong> ({t.cancelled})</strong>}
      {zone !== null && hour !== null && <span class="quiet"> ({t.there(zone)})</span>}
      {place !== null && <span class="month-place"> {place}</span>}
      {host !== null && (
        <>
          {' '}
          <Origin host={host} />
        </>
      )}
    </>
  )
}
