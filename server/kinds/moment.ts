import { z } from 'zod'
import { defaultZone } from '../../views/format.ts'
import { zoneNamed } from './zoned.ts'

// Hours as the clocks of a place show them: what a form sends; `zoned.ts` says which instant that is.

const nothing = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? null : value)

/** `2026-11-28T09:00`, as `<input type="datetime-local">` sends it; some browsers add seconds. */
export const localMoment = z
  .string()
  .regex(/^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/, { error: 'date', abort: true })
  .refine(exists, 'date')
  .transform((text) => text.slice(0, 16))
  .pipe(z.string())

/** Whose clocks: the name as the time-zone database spells it. */
export const timeZone = z.preprocess(
  (value) => nothing(value) ?? undefined,
  z
    .string()
    .refine((name) => zoneNamed(name) !== null, 'wrong')
    .transform((name) => zoneNamed(name) ?? defaultZone)
    .pipe(z.string())
    .default(defaultZone),
)

export const optionalMoment = z.preprocess(nothing, localMoment.nullable().default(null))

/** 30 February has the right shape. */
function exists(text: string): boolean {
  const instant = Date.parse(`${text}Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text.slice(0, 16))
}
