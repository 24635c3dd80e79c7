import { formatCount, formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { CallFields } from './fields.ts'
import { capacities, type Capacity } from './table.ts'
import { texts } from './texts.ts'

export interface Share {
  capacity: Capacity
  seats: number
  /** Of all seats, from 0 to 1. */
  share: number
  names: string
}

/** The jury by capacity, elected members first; none: nobody has said who judges. */
export function sharesOf({ jury }: Pick<CallFields, 'jury'>): Share[] {
  const all = jury.reduce((sum, { seats }) => sum + seats, 0)
  return capacities.flatMap((capacity) => {
    const benches = jury.filter((bench) => bench.capacity === capacity)
    const seats = benches.reduce((sum, bench) => sum + bench.seats, 0)
    const names = benches.flatMap((bench) => bench.names ?? []).join(' · ')
    return seats === 0 ? [] : [{ capacity, seats, share: seats / all, names }]
  })
}

/** « 3 sièges sur 5 sont tenus par des élu·es » */
export function electedInWords(call: Pick<CallFields, 'jury'>, locale: Locale): string {
  const shares = sharesOf(call)
  if (shares.length === 0) return ''
  const t = texts[locale]
  const all = shares.reduce((sum, { seats }) => sum + seats, 0)
  const elected = shares.find(({ capacity }) => capacity === 'elected')?.seats ?? 0
  return elected === 0
    ? t.noneElected(formatCount(all, locale, t.seats))
    : t.elected(elected, formatNumber(elected, locale), formatNumber(all, locale))
}

/** Of the projects retained whose nature is known, how many continue an action that exists. */
export function continuedOf({ laureates }: Pick<CallFields, 'laureates'>): {
  known: number
  continues: number
} {
  const known = laureates.filter(({ continues }) => continues !== null)
  return { known: known.length, continues: known.filter(({ continues }) => continues === 'yes').length }
}

export function continuedInWords(call: Pick<CallFields, 'laureates'>, locale: Locale): string {
  const t = texts[locale]
  const { known, continues } = continuedOf(call)
  const number = (value: number) => formatNumber(value, locale)
  return known === 0
    ? t.continuedUnknown
    : t.continued(`${percent(continues / known, locale)} (${number(continues)})`, number(known))
}

export const percent = (share: number, locale: Locale): string =>
  formatNumber(share, locale, { style: 'percent', maximumFractionDigits: 0 })
