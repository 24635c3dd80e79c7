import type { Fault } from '../faults.ts'
import { deadlineOf, lotNumbered, type Lot, type TenderFields } from './fields.ts'

/** What we ask of our own editors; a neighbour's tender is taken as it is. */
export function rules(tender: TenderFields, { now }: { now: number }): Fault[] {
  const faults: Fault[] = []
  const deadline = deadlineOf(tender)
  // What was awarded is over, and may be told afterwards.
  const isOver = tender.lots.length > 0 && tender.lots.every(({ state }) => state !== 'open')
  if (deadline !== null && deadline < now && !isOver)
    faults.push({ field: 'deadline', code: 'past', from: ['timeZone', 'lots'] })
  if (tender.lots.length === 0 && tender.noLotsReason === null)
    faults.push({ field: 'noLotsReason', code: 'required', from: ['lots'] })
  return [...faults, ...tender.lots.flatMap(lotFaults)]
}

/** A number is an address that others hold on to: it goes on meaning its lot, also once that was withdrawn. */
export function keeps(before: TenderFields, after: TenderFields): Fault[] {
  const lost = before.lots.map(({ number }) => number).filter((number) => !lotNumbered(after, number))
  return lost.length === 0 ? [] : [{ field: 'lots', code: 'lots-kept', detail: lost.join(', ') }]
}

/** Nobody can check an award that names no one. */
export const awardFaults = ({ state, awardHolders }: Lot, index: number): Fault[] =>
  state === 'awarded' && awardHolders.length === 0
    ? [{ field: `lots.${index}.awardHolders`, code: 'required' }]
    : []

function lotFaults(lot: Lot, index: number): Fault[] {
  const faults = awardFaults(lot, index)
  const at = (name: keyof Lot) => `lots.${index}.${name}`
  const { amountMin, amountMax } = lot
  if (amountMin !== null && amountMax !== null && amountMax < amountMin)
    faults.push({ field: at('amountMax'), code: 'too-small', detail: String(amountMin) })
  if (lot.reservation !== 'none')
    for (const name of ['reservationArticle', 'reservationAsOf'] as const)
      if (lot[name] === null) faults.push({ field: at(name), code: 'required' })
  return faults
}
