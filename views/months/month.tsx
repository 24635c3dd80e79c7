import type { Child } from 'hono/jsx'
import { Origin } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Filters } from '../components/filters.tsx'
import { Icon } from '../components/icon.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { PlaceField } from '../entries/place-field.tsx'
import { dayLeaf, formatLongDay, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { monthTexts } from './texts.ts'

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
      {long.length > 0 && (
        <section class="stack" aria-labelledby="long">
          <h2 id="long">{t.long}</h2>
          <ul class="rows">
            {long.map(({ from, to, ...event }) => (
              <li>
                <EventLink {...event} hour={null} />{' '}
                <span class="quiet">{t.fromTo(formatLongDay(from, locale), formatLongDay(to, locale))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
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

function EventLink({ title, href, language, hour, zone, place, host, cancelled }: ShownEvent) {
  const t = useTexts(monthTexts)
  return (
    <>
      {hour !== null && <span class="month-hour">{hour} </span>}
      <a href={href} lang={language}>
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

export interface MonthPageProps {
  tabs: Child
  heading: string
  lead: string
  /** Where the month before and after are; null at the ends. */
  steps: readonly { href: string; label: string; rel: 'prev' | 'next' | null }[]
  calendar: MonthCalendarProps
  isEmpty: boolean
  /** How many are shown, if there are more. */
  cut: number | null
  create: string | null
  feeds: { ics: string; atom: string }
  filters: MonthFiltersProps
  /** What is counted, of a month that is counted. */
  counts?: Child
}

export function MonthPage(props: MonthPageProps) {
  const t = useTexts(monthTexts)
  const locale = useLocale()
  const { tabs, heading, lead, steps, calendar, isEmpty, cut, create, feeds, filters, counts } = props
  return (
    <>
      {tabs}
      <header class="page-head">
        <h1>{heading}</h1>
        <p class="lead">{lead}</p>
        <nav class="actions" aria-label={t.steps}>
          {steps.map(({ href, label, rel }) => (
            <LinkButton
              href={href}
              small
              icon={rel === 'prev' ? 'arrow-left' : rel === 'next' ? 'arrow-right' : 'calendar-days'}
              {...(rel === null ? {} : { rel })}
            >
              {label}
            </LinkButton>
          ))}
        </nav>
      </header>
      <div class="stack">
        <MonthFilters {...filters} />
        {filters.unknownPlace !== null && (
          <Notice kind="warning">{t.unknownPlace(filters.unknownPlace)}</Notice>
        )}
        {cut !== null && <Notice kind="info">{t.more(formatNumber(cut, locale))}</Notice>}
        {counts}
        {isEmpty && (
          <Empty icon="calendar-days" title={t.none}>
            <p>{t.noneHow}</p>
            {create !== null && <LinkButton href={create}>{t.create}</LinkButton>}
          </Empty>
        )}
        <MonthCalendar {...calendar} />
        <section class="list-foot" aria-labelledby="flux">
          <h2 id="flux">{t.feeds}</h2>
          <p class="hint">{t.feedsHow}</p>
          <ul class="facts">
            <li>
              <a class="fact" href={feeds.ics}>
                <Icon name="calendar-plus" />
                <span>{t.ics}</span>
              </a>
            </li>
            <li>
              <a class="fact" href={feeds.atom}>
                <Icon name="rss" />
                <span>{t.atom}</span>
              </a>
            </li>
          </ul>
        </section>
      </div>
    </>
  )
}

export interface MonthFiltersProps {
  action: string
  active: number
  place: string
  unknownPlace: string | null
  tag: string
  origin: string
}

function MonthFilters({ action, active, place, tag, origin }: MonthFiltersProps) {
  const t = useTexts(monthTexts)
  const common = { quiet: true, idPrefix: 'filtre' } as const
  return (
    <Filters action={action} clearHref={active > 0 ? action : null} active={active}>
      <PlaceField {...common} name="place" label={t.place} hint={t.placeHint} value={place} />
      <Field {...common} name="tag" label={t.tag} value={tag} maxlength={60} />
      <Select
        {...common}
        name="origin"
        label={t.origin}
        empty={t.all}
        options={[
          { value: 'hub', label: t.hub },
          { value: 'network', label: t.network },
        ]}
        value={origin === 'all' ? '' : origin}
      />
    </Filters>
  )
}
