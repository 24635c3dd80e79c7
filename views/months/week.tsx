import { formatLongDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { EventLink, LongEvents, type MonthCalendarProps, type ShownEvent } from './calendar.tsx'
import { monthTexts } from './texts.ts'

export interface WeekDaysProps extends Pick<MonthCalendarProps, 'today' | 'long'> {
  days: readonly { date: string; events: readonly ShownEvent[] }[]
}

/** Seven days in their order, each under a heading of its own; side by side where there is room. */
export function WeekDays({ today, long, days }: WeekDaysProps) {
  const t = useTexts(monthTexts)
  const locale = useLocale()
  return (
    <>
      {long.length > 0 && <LongEvents title={t.week.long} events={long} />}
      <ol class="week">
        {days.map(({ date, events }) => (
          <li
            class={events.length === 0 ? 'week-empty' : undefined}
            aria-current={date === today ? 'date' : undefined}
          >
            <h2>
              <time datetime={date}>{formatLongDay(date, locale).replace(/ \d{4}$/, '')}</time>
            </h2>
            {events.length === 0 ? (
              <p class="quiet">{t.week.free}</p>
            ) : (
              <ul>
                {events.map((event) => (
                  <li>
                    {event.hour === null && <span class="month-hour">{t.goesOn} </span>}
                    <EventLink {...event} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
