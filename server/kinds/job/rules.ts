import type { Fault } from '../faults.ts'
import { endOfDay } from '../zoned.ts'
import type { JobFields } from './fields.ts'
import { unpaid } from './table.ts'

/** What we ask of our own editors; a neighbour's offer is taken as it is. */
export function rules(job: JobFields, { now }: { now: number }): Fault[] {
  const faults: Fault[] = []
  const { payMin, payMax } = job
  if (job.deadline !== null && endOfDay(job.deadline) < now) faults.push({ field: 'deadline', code: 'past' })
  if (unpaid.includes(job.contract)) {
    for (const field of ['payMin', 'payMax'] as const)
      if (job[field] !== null && job[field] !== 0) faults.push({ field, code: 'unpaid', from: ['contract'] })
  } else if (payMin !== null && payMax !== null && payMax < payMin)
    faults.push({ field: 'payMax', code: 'too-small', detail: String(payMin), from: ['contract', 'payMin'] })
  if (job.applyEmail === null && job.applyUrl === null && job.applyText === null)
    faults.push({ field: 'applyEmail', code: 'contact', from: ['applyUrl', 'applyText'] })
  return faults
}
