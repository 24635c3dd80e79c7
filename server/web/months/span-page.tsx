import type { Child } from 'hono/jsx'
import type { MonthCalendarProps } from '../../../views/months/calendar.tsx'
import { MonthPage } from '../../../views/months/month.tsx'
import { defaultZone, formatHour } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { renderFeed, type Format } from '../../feeds/index.ts'
import { event } from '../../kinds/event/index.tsx'
import type { Kind } from '../../kinds/kind.ts'
import { localOf } from '../../kinds/zoned.ts'
import { calendarOf, isFar, type Dated, type Month } from '../../programme/month.ts'
import { eventsIn, mostInMonth } from '../../programme/month-queries.ts'
import { Refusal } from '../../refusal.ts'
import { askedFilter, isNarrowed, listHref } from '../entries/filter.ts'
import { KindFilters } from '../entries/kind-filters.tsx'
import { organisationOptions } from '../entries/list.tsx'
import { mayWrite } from '../entries/may-write.ts'
import { spokenIn } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { nearBar } from '../maps/near-bar.tsx'
import { Views, type View } from '../maps/views.tsx'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'

// A month or a week of the agenda: the same filter, the same feeds, another drawing.

const kind: Kind = event

interface Step {
  href: string
  label: string
  rel: 'prev' | 'next' | null
}

export const stepTo = (path: string, name: string | null, label: string, rel: Step['rel']): Step[] =>
  name === null ? [] : [{ href: `${path}/${name}`, label, rel }]

export interface Shown {
  active: string
  view: View | null
  /** Without the format: `/agenda/mois/2026-11`. */
  path: string
  /** Of the calendar to subscribe to. */
  feeds: string
  heading: string
  lead: string
  steps: readonly Step[]
  none: string
  counts?: (events: readonly Dated[]) => Child
  calendar: (shown: ReturnType<typeof shownCalendar>) => Child
}

export async function spanPage(deps: Deps, c: Ctx, span: Month, shown: Shown): Promise<Response> {
  const { locale, viewer } = c.var
  const asked = await askedFilter(deps, kind, (name) => c.req.query(name))
  const { events, more } = await eventsIn(deps, span, asked.filter)
  const query = listHref(kind.path, asked).slice(kind.path.length)
  const { active, view, steps, counts, calendar, path, feeds, ...rest } = shown
  const feed = (format: Format) => `${feeds}.${format}${query}`
  const far = isFar(span, deps.now())
  return page(
    deps,
    c,
    {
      title: shown.heading,
      active,
      ...(far ? { robots: 'noindex, nofollow' } : isNarrowed(asked.filter) ? { robots: 'noindex' } : {}),
      ...(isNarrowed(asked.filter) ? {} : { canonical: deps.hub.origin + path }),
      alternates: [
        { type: 'text/calendar', href: feed('ics'), title: shown.heading },
        { type: 'application/atom+xml', href: feed('atom'), title: shown.heading },
      ],
    },
    <MonthPage
      {...rest}
      tabs={<SectionTabs active={active} locale={locale} />}
      views={view !== null && <Views path={kind.path} current={view} asked={asked} />}
      around={asked.filter.near !== null && nearBar(path, asked)}
      steps={steps.map((step) => ({ ...step, href: step.href + query }))}
      calendar={calendar(shownCalendar(span, events, locale, deps.now()))}
      isEmpty={events.length === 0}
      cut={more ? mostInMonth : null}
      create={viewer !== null && mayWrite(viewer, kind) ? `${kind.path}/nouveau` : null}
      feeds={{ ics: feed('ics'), atom: feed('atom') }}
      filters={
        <KindFilters
          kind={kind}
          action={path}
          dated
          asked={asked}
          counts={uncounted}
          organisations={await organisationOptions(deps)}
          locale={locale}
        />
      }
      unknownPlace={asked.unknownPlace}
      counts={counts?.(events)}
    />,
  )
}

/** What each choice would give is counted of a list; of one span of days it would be another number. */
const uncounted = { of: () => null, tags: [] }

function shownCalendar(
  month: Month,
  events: readonly Dated[],
  locale: Locale,
  now: number,
): Omit<MonthCalendarProps, 'name'> {
  const { weeks, long } = calendarOf(month, events)
  const shown = ({ entry, hour, timeZone, cancelled, from }: Dated, date: string | null) => ({
    title: entry.envelope.title,
    href: entry.envelope.path,
    language: spokenIn(entry.envelope, locale),
    hour: date === from ? formatHour(hour, locale) : null,
    zone: timeZone === defaultZone ? null : (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' '),
    place: entry.envelope.placeLabel,
    host: entry.envelope.origin?.host ?? null,
    cancelled,
  })
  return {
    today: localOf(now, defaultZone).slice(0, 10),
    weeks: weeks.map((days) =>
      days.map((day) => ({ ...day, events: day.events.map((one) => shown(one, day.date)) })),
    ),
    long: long.map((one) => ({ ...shown(one, null), from: one.from, to: one.to })),
  }
}

/** Our own events alone: what is another hub's is followed there, where it changes and is called off. */
export async function spanFeed(
  deps: Deps,
  c: Ctx,
  span: Month,
  { format, title }: { format: string; title: (locale: Locale) => string },
): Promise<Response> {
  if (format !== 'ics' && format !== 'atom') throw new Refusal('absent', 'There is no such page.')
  const asked = await askedFilter(deps, kind, (name) => c.req.query(name))
  const none = asked.filter.origin === 'network'
  const { events } = await eventsIn(deps, span, { ...asked.filter, origin: 'hub' })
  const url = new URL(c.req.path, deps.hub.origin)
  url.search = new URL(c.req.url).search
  return renderFeed(
    deps,
    format,
    {
      kind,
      entries: none ? [] : within(span, events).map(({ entry }) => entry),
      url: url.href,
      title: title(deps.hub.settings.locale),
    },
    c.req.raw.headers,
  )
}

const within = ({ first, last }: Month, events: readonly Dated[]): Dated[] =>
  events.filter(({ from, to }) => from <= last && to >= first)
