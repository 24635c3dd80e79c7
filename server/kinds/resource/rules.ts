import type { Fault } from '../faults.ts'
import { isPhone } from '../phone.ts'
import { endOfDay } from '../zoned.ts'
import type { ResourceFields } from './fields.ts'

/** What we ask of our own editors; a neighbour's notice is taken as it is. */
export function rules(resource: ResourceFields, { now }: { now: number }): Fault[] {
  const { terms, price, availableFrom, availableUntil } = resource
  const faults: Fault[] = []
  if (resource.category === 'school-talk' && resource.direction === 'offer') {
    // A school looks for these: without them nobody finds it.
    if (resource.levels.length === 0) faults.push({ field: 'levels', code: 'required', from: ['category'] })
    if (resource.format === null) faults.push({ field: 'format', code: 'required', from: ['category'] })
  }
  if ((terms === 'gift' || terms === 'loan') && price !== null && price !== 0)
    faults.push({ field: 'price', code: 'free', from: ['terms'] })
  if (availableUntil !== null && endOfDay(availableUntil) < now)
    faults.push({ field: 'availableUntil', code: 'past' })
  else if (availableFrom !== null && availableUntil !== null && availableUntil < availableFrom)
    faults.push({ field: 'availableUntil', code: 'order', from: ['availableFrom'] })
  if (!isPhone(resource.contactPhone)) faults.push({ field: 'contactPhone', code: 'phone' })
  return faults
}
