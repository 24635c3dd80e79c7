import { catalogue, useLocale, useTexts } from '../language.tsx'
import {
  daysUntil,
  formatDay,
  formatLongDay,
  formatMoment,
  formatRange,
  formatRelative,
  formatShortDay,
  dayLeaf,
  isMoment,
  machineMoment,
  type Moment,
} from '../format.ts'

const texts = catalogue('views/components/date', {
  fr: {
    until: (day: string) => `Jusqu’au ${day}`,
    closed: (day: string) => `Clos depuis le ${day}`,
    today: 'Dernier jour aujourd’hui',
  },
  en: {
    until: (day: string) => `Until ${day}`,
    closed: (day: string) => `Closed since ${day}`,
    today: 'Last day today',
  },
})

export interface WhenProps {
  at: Moment
  zone?: string | undefined
  /** `day` 12 décembre 2026 · `short` 12 déc. 2026 · `long` with the weekday · `moment` with the hour too. */
  form?: 'day' | 'short' | 'long' | 'moment' | undefined
}

const forms = { day: formatDay, short: formatShortDay, long: formatLongDay, moment: formatMoment } as const

export function When({ at, zone, form = 'day' }: WhenProps) {
  const locale = useLocale()
  if (!isMoment(at)) return null
  return <time datetime={machineMoment(at)}>{forms[form](at, locale, zone)}</time>
}

/** ‘il y a 2 heures’, with the full date for those who ask for it. */
export function Ago({ at, now, zone }: { at: Moment; now: Moment; zone?: string | undefined }) {
  const locale = useLocale()
  if (!isMoment(at)) return null
  return (
    <time datetime={machineMoment(at)} title={formatMoment(at, locale, zone)}>
      {formatRelative(at, now, locale, zone)}
    </time>
  )
}

export interface WhenRangeProps {
  start: Moment
  end?: Moment | null | undefined
  zone?: string | undefined
}

/** One element per end would make screen readers say the day twice: the whole range is one. */
export function WhenRange({ start, end, zone }: WhenRangeProps) {
  const locale = useLocale()
  if (!isMoment(start)) return null
  if (end === undefined || end === null || !isMoment(end))
    return <When at={start} zone={zone} form="moment" />
  return <time datetime={machineMoment(start)}>{formatRange(start, end, locale, zone)}</time>
}

/** The last day of an offer: says how near it is in words, and not by colour alone. */
export function Deadline({ at, now, zone }: { at: Moment; now: Moment; zone?: string | undefined }) {
  const locale = useLocale()
  const t = useTexts(texts)
  if (!isMoment(at)) return null
  const left = daysUntil(at, now, zone)
  const day = formatShortDay(at, locale, zone)
  const near = left > 0 && left <= 7 ? ` (${formatRelative(at, now, locale, zone)})` : ''
  const words = left < 0 ? t.closed(day) : left === 0 ? t.today : `${t.until(day)}${near}`
  const state = left < 0 ? 'deadline-past' : left <= 7 ? 'deadline-near' : ''
  return (
    <time class={`deadline ${state}`.trim()} datetime={machineMoment(at)}>
      {words}
    </time>
  )
}

/** A calendar leaf, for event cards. Decoration: the full date is said beside it. */
export function DayLeaf({ at, now, zone }: { at: Moment; now: Moment; zone?: string | undefined }) {
  const locale = useLocale()
  if (!isMoment(at)) return null
  const { day, month, week, year } = dayLeaf(at, locale, zone)
  // Of this year, nobody needs to be told.
  const otherYear = year !== dayLeaf(now, locale, zone).year
  return (
    <span class="leaf" aria-hidden="true">
      <span class="leaf-week">{week}</span>
      <span class="leaf-day">{day}</span>
      <span class="leaf-month">{month}</span>
      {otherYear && <span class="leaf-year">{year}</span>}
    </span>
  )
}
