import { monthTexts } from '../../../views/months/texts.ts'
import { WeekDays } from '../../../views/months/week.tsx'
import { formatRange } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { event } from '../../kinds/event/index.tsx'
import type { Month } from '../../programme/month.ts'
import { weekBeside, weekNamed, weekOf } from '../../programme/week.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { spanFeed, spanPage, stepTo } from './span-page.tsx'

export const weeksPath = `${event.path}/semaine`

export const showThisWeek = (deps: Deps) => (c: Ctx) =>
  c.redirect(`${weeksPath}/${weekOf(deps.now())}${new URL(c.req.url).search}`, 302)

/** `/agenda/semaine/2026-W49`, and the same as `.ics` and `.atom`. */
export const showWeek = (deps: Deps) => async (c: Ctx) => {
  const [name = '', format, ...more] = (c.req.param('week') ?? '').split('.')
  const week = weekNamed(name)
  if (week === null || more.length > 0) throw new Refusal('absent', 'There is no such week.')
  if (format !== undefined)
    return spanFeed(deps, c, week, { format, title: (locale) => titleOf(week, locale) })
  const { locale } = c.var
  const t = monthTexts[locale].week
  const current = weekOf(deps.now())
  return spanPage(deps, c, week, {
    active: event.name,
    view: 'week',
    path: `${weeksPath}/${name}`,
    feeds: `${weeksPath}/${name}`,
    heading: titleOf(week, locale),
    lead: t.lead(String(Number(name.slice(-2)))),
    none: t.none,
    steps: [
      ...stepTo(weeksPath, weekBeside(week, -1), t.previous, 'prev'),
      ...(current === name ? [] : stepTo(weeksPath, current, t.current, null)),
      ...stepTo(weeksPath, weekBeside(week, 1), t.next, 'next'),
    ],
    calendar: ({ weeks: [days = []], ...shown }) => <WeekDays {...shown} days={days} />,
  })
}

const titleOf = ({ first, last }: Month, locale: Locale): string =>
  monthTexts[locale].title(formatRange(first, last, locale))
