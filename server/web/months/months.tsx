import type { Child } from 'hono/jsx'
import type { MonthCalendarProps } from '../../../views/months/calendar.tsx'
import { MonthPage } from '../../../views/months/month.tsx'
import { monthTexts } from '../../../views/months/texts.ts'
import { defaultZone, formatHour, formatMonth } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { renderFeed, type Format } from '../../feeds/index.ts'
import { event } from '../../kinds/event/index.tsx'
import type { Kind } from '../../kinds/kind.ts'
import { localOf } from '../../kinds/zoned.ts'
import {
  calendarOf,
  monthBeside,
  monthNamed,
  monthOf,
  type Dated,
  type Month,
} from '../../programme/month.ts'
import { eventsIn, mostInMonth } from '../../programme/month-queries.ts'
import { Refusal } from '../../refusal.ts'
import { activeFilters, askedFilter, listHref } from '../entries/filter.ts'
import { mayWrite } from '../entries/may-write.ts'
import { spokenIn } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'
import { countsOf } from './counts.tsx'

const kind: Kind = event
export const monthsPath = `${event.path}/mois`
export const essPath = `${event.path}/mois-de-l-ess`

export const showThisMonth = (deps: Deps) => (c: Ctx) =>
  c.redirect(`${monthsPath}/${monthOf(deps.now())}`, 302)

/** `/agenda/mois/2026-11`, and the same as `.ics` and `.atom`. */
export const showMonth = (deps: Deps) => async (c: Ctx) => {
  const [name = '', format] = (c.req.param('month') ?? '').split('.')
  const month = monthNamed(name)
  if (month === null) throw new Refusal('absent', 'There is no such month.')
  if (format !== undefined) return monthFeed(deps, c, month, format)
  const { locale } = c.var
  const t = monthTexts[locale]
  return monthPage(deps, c, month, {
    active: 'months',
    path: `${monthsPath}/${name}`,
    heading: t.title(formatMonth(month.first, locale)),
    lead: t.lead,
    steps: [
      ...stepTo(monthBeside(month, -1), t.previous, 'prev'),
      ...(monthOf(deps.now()) === name ? [] : stepTo(monthOf(deps.now()), t.current, null)),
      ...stepTo(monthBeside(month, 1), t.next, 'next'),
    ],
    counted: false,
  })
}

export const showThisEssMonth = (deps: Deps) => (c: Ctx) =>
  c.redirect(`${essPath}/${monthOf(deps.now()).slice(0, 4)}`, 302)

/** `/agenda/mois-de-l-ess/2026`: November, counted. */
export const showEssMonth = (deps: Deps) => (c: Ctx) => {
  const year = c.req.param('year') ?? ''
  const month = monthNamed(`${year}-11`)
  if (month === null) throw new Refusal('absent', 'There is no such month.')
  const t = monthTexts[c.var.locale]
  const beside = (step: number) =>
    monthNamed(`${Number(year) + step}-11`) === null
      ? []
      : [
          {
            href: `${essPath}/${Number(year) + step}`,
            label: t.ess(String(Number(year) + step)),
            rel: step < 0 ? ('prev' as const) : ('next' as const),
          },
        ]
  return monthPage(deps, c, month, {
    active: 'ess-month',
    path: `${essPath}/${year}`,
    heading: t.ess(year),
    lead: t.essLead,
    steps: [...beside(-1), ...beside(1)],
    counted: true,
  })
}

const stepTo = (name: string | null, label: string, rel: 'prev' | 'next' | null) =>
  name === null ? [] : [{ href: `${monthsPath}/${name}`, label, rel }]

interface Shown {
  active: string
  path: string
  heading: string
  lead: string
  steps: readonly { href: string; label: string; rel: 'prev' | 'next' | null }[]
  counted: boolean
}

async function monthPage(deps: Deps, c: Ctx, month: Month, shown: Shown): Promise<Response> {
  const { locale, viewer } = c.var
  const asked = await askedFilter(deps, kind, (name) => c.req.query(name))
  const { events, more } = await eventsIn(deps, month, asked.filter)
  const query = listHref('', asked)
  const active = activeFilters({ ...asked.filter, past: false, facets: [] })
  const { active: tab, counted, steps, ...rest } = shown
  const feed = (format: Format) => `${monthsPath}/${month.name}.${format}${query}`
  const counts: Child = counted ? countsOf(events) : null
  return page(
    deps,
    c,
    {
      title: shown.heading,
      active: tab,
      ...(active > 0 ? { robots: 'noindex' } : { canonical: deps.hub.origin + shown.path }),
      alternates: [
        { type: 'text/calendar', href: feed('ics'), title: shown.heading },
        { type: 'application/atom+xml', href: feed('atom'), title: shown.heading },
      ],
    },
    <MonthPage
      {...rest}
      tabs={<SectionTabs active={tab} locale={locale} />}
      steps={steps.map((step) => ({ ...step, href: step.href + query }))}
      calendar={shownCalendar(month, events, locale, deps.now())}
      isEmpty={events.length === 0}
      cut={more ? mostInMonth : null}
      create={viewer !== null && mayWrite(viewer, kind) ? `${kind.path}/nouveau` : null}
      feeds={{ ics: feed('ics'), atom: feed('atom') }}
      filters={{
        action: shown.path,
        active,
        place: asked.place,
        unknownPlace: asked.unknownPlace,
        tag: asked.filter.tag,
        origin: asked.filter.origin,
      }}
      counts={counts}
    />,
  )
}

function shownCalendar(
  month: Month,
  events: readonly Dated[],
  locale: Locale,
  now: number,
): MonthCalendarProps {
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
    name: formatMonth(month.first, locale),
    today: localOf(now, defaultZone).slice(0, 10),
    weeks: weeks.map((days) =>
      days.map((day) => ({ ...day, events: day.events.map((one) => shown(one, day.date)) })),
    ),
    long: long.map((one) => ({ ...shown(one, null), from: one.from, to: one.to })),
  }
}

/** Our own events alone: what is another hub's is followed there, where it changes and is called off. */
async function monthFeed(deps: Deps, c: Ctx, month: Month, format: string): Promise<Response> {
  if (format !== 'ics' && format !== 'atom') throw new Refusal('absent', 'There is no such page.')
  const asked = await askedFilter(deps, kind, (name) => c.req.query(name))
  const none = asked.filter.origin === 'network'
  const { events } = await eventsIn(deps, month, { ...asked.filter, origin: 'hub' })
  const url = new URL(c.req.path, deps.hub.origin)
  url.search = new URL(c.req.url).search
  const { locale } = deps.hub.settings
  return renderFeed(
    deps,
    format,
    {
      kind,
      entries: none ? [] : inMonth(month, events).map(({ entry }) => entry),
      url: url.href,
      title: monthTexts[locale].title(formatMonth(month.first, locale)),
    },
    c.req.raw.headers,
  )
}

const inMonth = ({ first, last }: Month, events: readonly Dated[]): Dated[] =>
  events.filter(({ from, to }) => from <= last && to >= first)
