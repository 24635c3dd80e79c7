import { defaultZone } from '../../views/format.ts'
import { localOf } from './zoned.ts'

// Days of what is asked about again (a proposal, a commitment), as calendars write them: `2026-12-15` comes before
// `2027-01-01` as text too.

/** The calendar day of an instant where the hub's people live. */
export const dayOf = (instant: number): string => localOf(instant, defaultZone).slice(0, 10)

export const isFuture = (day: string, now: number): boolean => day > dayOf(now)

/** A day on which somebody may still be there to be asked. */
export const isReachable = (day: string, now: number): boolean => day <= monthsAfter(dayOf(now), 120)

/** The same day of the month, some months on; of a month that has no such day, its last. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
