import type { Fault } from '../faults.ts'
import { endOf, type EventFields } from './fields.ts'

/** What we ask of our own editors; a stranger's event is taken as it is. Past events may be told too. */
export function rules(event: EventFields, { placeCode }: { placeCode: string | null }): Fault[] {
  const faults: Fault[] = []
  if (event.end !== null && endOf(event) === null)
    faults.push({ field: 'end', code: 'order', from: ['start'] })
  if (placeCode === null && event.venue === null && event.address === null && event.onlineUrl === null)
    faults.push({ field: 'venue', code: 'required', from: ['address', 'onlineUrl'] })
  if (event.registration === 'email' && event.registrationEmail === null)
    faults.push({ field: 'registrationEmail', code: 'required', from: ['registration'] })
  if (event.registration === 'link' && event.registrationUrl === null)
    faults.push({ field: 'registrationUrl', code: 'required', from: ['registration'] })
  return faults
}
