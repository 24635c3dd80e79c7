import { instantOf } from '../zoned.ts'
import type { EventFields } from './fields.ts'

const day = 86_400_000
/** The same day of the week, and nearly the same of the year. */
const year = 364 * day

/** Another one: whatever became of the first, this one is confirmed. */
export const again = (): Partial<EventFields> => ({ status: 'confirmed', partOf: '' })

/** 52 weeks on, or as many times as it takes to be in the future, by the clocks of its place. */
export function nextYear(
  event: EventFields,
  now: number,
): { fields: Partial<EventFields>; years: number } | null {
  const start = instantOf(event.start, event.timeZone)
  const years = Math.max(1, Math.ceil((now - start + 1) / year))
  if (years > 20) return null
  const later = (local: string): string =>
    new Date(Date.parse(`${local}Z`) + years * year).toISOString().slice(0, 16)
  return {
    fields: { ...again(), start: later(event.start), end: event.end === null ? null : later(event.end) },
    years,
  }
}
