import { defaultZone } from '../../views/format.ts'
import { localOf } from '../kinds/zoned.ts'
import { add, weekday, type Month } from './month.ts'

// Weeks by their number: from Monday, and of the year that their Thursday is in (ISO 8601).

const day = 86_400_000

/** `2026-W49`. Null: no week, also where a year has no 53rd. */
export function weekNamed(name: string): Month | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(name) ?? []
  if (year === undefined || number === undefined) return null
  if (Number(year) < 2000 || Number(year) > 2100 || Number(number) < 1) return null
  // The fourth of January is always in the first.
  const fourth = `${year}-01-04`
  const first = add(mondayOf(fourth), (Number(number) - 1) * 7)
  return weekWith(first) === name ? { name, first, last: add(first, 6) } : null
}

/** Which one it is, on the clocks of most. */
export const weekOf = (now: number): string => weekWith(localOf(now, defaultZone).slice(0, 10))

/** The week that holds a day. */
function weekWith(date: string): string {
  const thursday = add(mondayOf(date), 3)
  const year = thursday.slice(0, 4)
  const number = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * day)) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** Null past the bounds. */
export function weekBeside({ first }: Month, step: 1 | -1): string | null {
  const name = weekWith(add(first, step * 7))
  return weekNamed(name) === null ? null : name
}

const mondayOf = (date: string): string => add(date, -((weekday(date) + 6) % 7))
