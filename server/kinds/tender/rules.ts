import type { Fault } from '../faults.ts'
import { deadlineOf, type Lot, type TenderFields } from './fields.ts'

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

function lotFaults(lot: Lot, index: number): Fault[] {
  const faults: Fault[] = []
  const at = (name: keyof Lot) => `lots.${index}.${name}`
  const { amountMin, amountMax } = lot
  if (amountMin !== null && amountMax !== null && amountMax < amountMin)
    faults.push({ field: at('amountMax'), code: 'too-small', detail: String(amountMin) })
  if (lot.reservation !== 'none')
    for (const name of ['reservationArticle', 'reservationAsOf'] as const)
      if (lot[name] === null) faults.push({ field: at(name), code: 'required' })
  return faults
}
