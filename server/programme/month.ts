import { defaultZone } from '../../views/format.ts'
import type { Entry } from '../entries/load.ts'
import { instantOf, localOf } from '../kinds/zoned.ts'

// A month as a calendar hangs on the wall: weeks from Monday, each event on the days that it has where it takes place.

const day = 86_400_000

/** A month or a week: `2026-11`, `2026-W49`. */
export interface Month {
  name: string
  /** `2026-11-01` */
  first: string
  last: string
}

/** What lies farther from today than this, nobody looks for in a search engine. */
const farAway = 366

/** Past and future have no end, and machines read on and on. */
export const isFar = ({ first, last }: Month, now: number): boolean => {
  const today = localOf(now, defaultZone).slice(0, 10)
  return daysFrom(last, today) > farAway || daysFrom(today, first) > farAway
}

/** Null: no month. A calendar without bounds is read for ever by machines. */
export function monthNamed(name: string): Month | null {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(name) ?? []
  if (year === undefined || month === undefined) return null
  if (Number(month) < 1 || Number(month) > 12 || Number(year) < 2000 || Number(year) > 2100) return null
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
  return { name, first: `${name}-01`, last }
}

/** Which one it is, on the clocks of most. */
export const monthOf = (now: number): string => localOf(now, defaultZone).slice(0, 7)

/** Null past the bounds. */
export function monthBeside({ first }: Month, step: 1 | -1): string | null {
  const [year = 0, month = 0] = first.split('-').map(Number)
  const name = new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 7)
  return monthNamed(name) === null ? null : name
}

/** All that may have a day in it: the clocks of the earth are a day apart at most. */
export const boundsOf = ({ first, last }: Month): { from: number; until: number } => ({
  from: instantOf(`${first}T00:00`, defaultZone) - day,
  until: instantOf(`${last}T23:59`, defaultZone) + day,
})

export interface Dated {
  entry: Entry
  /** Of the first and the last day, where it takes place. */
  from: string
  to: string
  /** ‘10:00’, on its first day. */
  hour: string
  startsAt: number
  timeZone: string
  cancelled: boolean
}

/** Null: nothing is known of its time. */
export function dated(entry: Entry): Dated | null {
  const { envelope, kind, fields } = entry
  const when = fields === null ? null : (kind.when?.(envelope, fields) ?? null)
  const startsAt = when?.startsAt ?? envelope.startsAt
  if (startsAt === null) return null
  const timeZone = when?.timeZone ?? defaultZone
  const start = localOf(startsAt, timeZone)
  const endsAt = when === null ? envelope.closesAt : when.endsAt
  const end = endsAt === null || endsAt <= startsAt ? start : localOf(lastMoment(endsAt, timeZone), timeZone)
  return {
    ...{ entry, startsAt, timeZone },
    from: start.slice(0, 10),
    to: end.slice(0, 10),
    hour: start.slice(11),
    cancelled: when?.status === 'cancelled',
  }
}

/** What ends at midnight has not begun another day. */
const lastMoment = (endsAt: number, zone: string): number =>
  localOf(endsAt, zone).endsWith('T00:00') ? endsAt - 1 : endsAt

export interface Day {
  date: string
  /** Of the month, and not of the week alone. */
  within: boolean
  events: Dated[]
}

/** What lasts longer than this is said once for the month, and not on each of its days. */
const longest = 7

export interface Calendar {
  weeks: Day[][]
  /** Exhibitions, campaigns: over several weeks. */
  long: Dated[]
}

export function calendarOf(month: Month, events: readonly Dated[]): Calendar {
  const inMonth = events.filter(({ from, to }) => from <= month.last && to >= month.first)
  const long = inMonth.filter(({ from, to }) => daysFrom(from, to) > longest)
  const short = inMonth.filter((event) => !long.includes(event))
  const monday = add(month.first, -((weekday(month.first) + 6) % 7))
  const sunday = add(month.last, (7 - weekday(month.last)) % 7)
  const days = Array.from({ length: daysFrom(monday, sunday) }, (_, index): Day => {
    const date = add(monday, index)
    const within = date >= month.first && date <= month.last
    return {
      ...{ date, within },
      events: within ? short.filter(({ from, to }) => from <= date && date <= to) : [],
    }
  })
  return {
    weeks: Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7)),
    long,
  }
}

/** Both included. */
const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / day) + 1

export const add = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekday = (date: string): number => new Date(date).getUTCDay()
