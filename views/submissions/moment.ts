import { defaultZone, formatMoment } from '../format.ts'
import type { Locale } from '../language.tsx'

/** By the clocks of the call, which are named where they are not those of most. */
export const momentIn = (at: number, locale: Locale, zone: string): string =>
  formatMoment(at, locale, zone) + (zone === defaultZone ? '' : ` (${zone.replaceAll('_', ' ')})`)
