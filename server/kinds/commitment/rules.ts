import { isFuture, isReachable } from '../checked.ts'
import type { Fault } from '../faults.ts'
import type { CommitmentFields, Convention, Measure } from './fields.ts'

/** What we ask of our own editors: no number without its day and its source. A neighbour's is shown as it came. */
export function rules(commitment: CommitmentFields, { present: now }: { present: number }): Fault[] {
  const { holder, subject, target, deadline, sourceDay, nextCheck } = commitment
  const faults: Fault[] = []
  const asks = (when: boolean, field: string, code: Fault['code'], from: string[] = []) =>
    void (when && faults.push({ field, code, from }))
  asks(holder === null, 'holder', 'required')
  asks(target === null, 'target', 'required')
  // A share is one of the whole.
  if (subject !== 'measure' && target !== null) {
    if (target > 100) faults.push({ field: 'target', code: 'too-big', detail: '100', from: ['subject'] })
    if (target <= 0) faults.push({ field: 'target', code: 'wrong', from: ['subject'] })
  }
  asks(sourceDay !== null && isFuture(sourceDay, now), 'sourceDay', 'future')
  asks(deadline !== null && !isReachable(deadline, now + decades), 'deadline', 'far')
  asks(nextCheck !== null && !isReachable(nextCheck, now), 'nextCheck', 'far')
  if (subject === 'premises') faults.push(...stockFaults(commitment, now))
  if (subject !== 'fund')
    faults.push(...commitment.measures.flatMap((one, at) => measureFaults(one, at, now)))
  else faults.push(...commitment.conventions.flatMap((one, at) => conventionFaults(one, at, now)))
  return faults
}

/** Whoever promises for 2050 means it; for 9999, hardly. */
const decades = 40 * 366 * 86_400_000

function stockFaults({ stock, stockDay, stockSource, stockUrl }: CommitmentFields, now: number): Fault[] {
  if (stock === null) return []
  return [
    ...dayFaults('stockDay', stockDay, now),
    ...(stockSource === null && stockUrl === null
      ? [{ field: 'stockSource', code: 'source', from: ['stock', 'stockUrl'] } as const]
      : []),
  ]
}

function measureFaults({ day, value, source, url }: Measure, at: number, now: number): Fault[] {
  const field = (name: string) => `measures.${at}.${name}`
  return [
    ...dayFaults(field('day'), day, now),
    ...(value === null ? [{ field: field('value'), code: 'required' } as const] : []),
    ...(source === null && url === null ? [{ field: field('source'), code: 'source' } as const] : []),
  ]
}

function conventionFaults(
  { company, day, amount, share, url }: Convention,
  at: number,
  now: number,
): Fault[] {
  const field = (name: string) => `conventions.${at}.${name}`
  return [
    ...(company === null ? [{ field: field('company'), code: 'required' } as const] : []),
    ...dayFaults(field('day'), day, now),
    ...(amount === null ? [{ field: field('amount'), code: 'required' } as const] : []),
    ...(amount !== null && share !== null && share > amount
      ? [{ field: field('share'), code: 'too-big', detail: String(amount) } as const]
      : []),
    ...(url === null ? [{ field: field('url'), code: 'source' } as const] : []),
  ]
}

const dayFaults = (field: string, day: string | null, now: number): Fault[] =>
  day === null ? [{ field, code: 'required' }] : isFuture(day, now) ? [{ field, code: 'future' }] : []
