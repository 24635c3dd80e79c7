import { MonthCalendar } from '../../../views/months/calendar.tsx'
import { monthTexts } from '../../../views/months/texts.ts'
import { formatMonth } from '../../../views/format.ts'
import type { Deps } from '../../deps.ts'
import { event } from '../../kinds/event/index.tsx'
import { monthBeside, monthNamed, monthOf } from '../../programme/month.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { countsOf } from './counts.tsx'
import { spanFeed, spanPage, stepTo } from './span-page.tsx'

export const monthsPath = `${event.path}/mois`
export const essPath = `${event.path}/mois-de-l-ess`

export const showThisMonth = (deps: Deps) => (c: Ctx) =>
  c.redirect(`${monthsPath}/${monthOf(deps.now())}${new URL(c.req.url).search}`, 302)

/** `/agenda/mois/2026-11`, and the same as `.ics` and `.atom`. */
export const showMonth = (deps: Deps) => async (c: Ctx) => {
  const [name = '', format, ...more] = (c.req.param('month') ?? '').split('.')
  const month = monthNamed(name)
  if (month === null || more.length > 0) throw new Refusal('absent', 'There is no such month.')
  if (format !== undefined)
    return spanFeed(deps, c, month, {
      format,
      title: (locale) => monthTexts[locale].title(formatMonth(month.first, locale)),
    })
  const { locale } = c.var
  const t = monthTexts[locale]
  const said = formatMonth(month.first, locale)
  return spanPage(deps, c, month, {
    active: event.name,
    view: 'month',
    path: `${monthsPath}/${name}`,
    feeds: `${monthsPath}/${name}`,
    heading: t.title(said),
    lead: t.lead,
    none: t.none,
    steps: [
      ...stepTo(monthsPath, monthBeside(month, -1), t.previous, 'prev'),
      ...(monthOf(deps.now()) === name ? [] : stepTo(monthsPath, monthOf(deps.now()), t.current, null)),
      ...stepTo(monthsPath, monthBeside(month, 1), t.next, 'next'),
    ],
    calendar: (shown) => <MonthCalendar {...shown} name={said} />,
  })
}

export const showThisEssMonth = (deps: Deps) => (c: Ctx) =>
  c.redirect(`${essPath}/${monthOf(deps.now()).slice(0, 4)}`, 302)

/** `/agenda/mois-de-l-ess/2026`: November, counted. */
export const showEssMonth = (deps: Deps) => (c: Ctx) => {
  const year = c.req.param('year') ?? ''
  const month = monthNamed(`${year}-11`)
  if (month === null) throw new Refusal('absent', 'There is no such month.')
  const { locale } = c.var
  const t = monthTexts[locale]
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
  return spanPage(deps, c, month, {
    active: 'ess-month',
    view: null,
    path: `${essPath}/${year}`,
    feeds: `${monthsPath}/${month.name}`,
    heading: t.ess(year),
    lead: t.essLead,
    none: t.none,
    steps: [...beside(-1), ...beside(1)],
    counts: countsOf,
    calendar: (shown) => <MonthCalendar {...shown} name={formatMonth(month.first, locale)} />,
  })
}
