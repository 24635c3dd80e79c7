import { dayOf } from '../checked.ts'
import type { CommitmentFields, Convention, Measure } from './fields.ts'

// What can be said of a promise, and no more: numbers with a day and a source, counted and never guessed.

/** A number that somebody stands for, of a day that has been. */
export interface Sourced extends Measure {
  day: string
  value: number
}

/** What is dated after the page was last changed was not measured: it is announced. */
export const isSourced = (measure: Measure, changedAt: number): measure is Sourced =>
  measure.day !== null &&
  measure.value !== null &&
  (measure.source !== null || measure.url !== null) &&
  measure.day <= dayOf(changedAt)

/** The newest number that counts; null: no data, which is not 0. Of one day, the one that was written last. */
export const latestOf = (measures: readonly Measure[], changedAt: number): Sourced | null =>
  measures
    .filter((measure) => isSourced(measure, changedAt))
    .reduce<Sourced | null>((last, one) => (last === null || one.day >= last.day ? one : last), null)

export interface PremisesState {
  /** What the share comes to, in the unit of the stock; null: nobody has said how much there is. */
  promised: number | null
  let: Sourced | null
  /** Of all business premises, in percent. */
  share: number | null
  /** What is still missing; 0 when the promise is kept. */
  gap: number | null
}

export function premisesState(
  { stock, target, measures }: Pick<CommitmentFields, 'stock' | 'target' | 'measures'>,
  changedAt: number,
): PremisesState {
  const let_ = latestOf(measures, changedAt)
  const promised = stock === null || target === null ? null : (stock * target) / 100
  const share = let_ === null || stock === null || stock === 0 ? null : (let_.value / stock) * 100
  const gap = promised === null || let_ === null ? null : Math.max(0, promised - let_.value)
  return { promised, let: let_, share, gap }
}

export interface FundState {
  /** All that was signed, as far as amounts are known. */
  total: number
  known: number
  /** Of those whose share for the ESS is known: how many, how much, and how much of it. */
  told: number
  toldTotal: number
  toldShare: number
  /** In percent; null: no data. */
  share: number | null
}

export function fundState(conventions: readonly Convention[]): FundState {
  const sourced = conventions.filter(({ url, amount }) => url !== null && amount !== null)
  const told = sourced.filter(({ share }) => share !== null)
  const sum = (numbers: readonly (number | null)[]) =>
    numbers.reduce<number>((all, one) => all + (one ?? 0), 0)
  const toldTotal = sum(told.map(({ amount }) => amount))
  const toldShare = sum(told.map(({ share }) => share))
  return {
    total: sum(sourced.map(({ amount }) => amount)),
    known: sourced.length,
    told: told.length,
    toldTotal,
    toldShare,
    share: toldTotal === 0 ? null : (toldShare / toldTotal) * 100,
  }
}
