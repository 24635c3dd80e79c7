import type { Fault } from '../faults.ts'
import { isFuture, isReachable } from '../checked.ts'
import type { ProposalFields } from './fields.ts'

/** A word on what became of it is worth what its sources are worth: ours are dated, and say from whom they come. */
export function rules(proposal: ProposalFields, { present: now }: { present: number }): Fault[] {
  const { status, evidence, sourceDay, nextCheck } = proposal
  const faults: Fault[] = []
  if (sourceDay !== null && isFuture(sourceDay, now)) faults.push({ field: 'sourceDay', code: 'future' })
  if (status !== 'unknown' && status !== 'asked' && evidence.length === 0)
    faults.push({ field: 'status', code: 'evidence', from: ['evidence'] })
  for (const [at, { day, what, by, url }] of evidence.entries()) {
    const field = (name: string) => `evidence.${at}.${name}`
    if (day === null) faults.push({ field: field('day'), code: 'required' })
    else if (isFuture(day, now)) faults.push({ field: field('day'), code: 'future' })
    if (what === null) faults.push({ field: field('what'), code: 'required' })
    if (by === null && url === null) faults.push({ field: field('by'), code: 'source' })
  }
  if (nextCheck !== null && !isReachable(nextCheck, now)) faults.push({ field: 'nextCheck', code: 'far' })
  return faults
}
