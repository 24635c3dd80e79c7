import { z } from 'zod'
import { localMoment, optionalMoment, timeZone } from '../moment.ts'
import { defaultChoice, flag, optionalEmail, optionalInteger, optionalLine, optionalUrl } from '../gate.ts'
import { instantOf } from '../zoned.ts'
import { registrations, statuses } from './table.ts'

const nothing = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? null : value)

export const fields = z.object({
  start: z.preprocess(nothing, localMoment),
  end: optionalMoment,
  timeZone,
  status: defaultChoice(statuses),
  venue: optionalLine(200),
  address: optionalLine(300),
  onlineUrl: optionalUrl,
  capacity: optionalInteger(1, 1_000_000),
  registration: defaultChoice(registrations),
  registrationEmail: optionalEmail,
  registrationUrl: optionalUrl,
  audience: optionalLine(200),
  free: flag,
  price: optionalLine(120),
})

export type EventFields = z.infer<typeof fields>

export const startOf = ({ start, timeZone }: EventFields): number => instantOf(start, timeZone)

/** Null when it is not known, or lies before the start: a stranger may write anything. */
export function endOf(event: EventFields): number | null {
  const end = event.end === null ? null : instantOf(event.end, event.timeZone)
  return end !== null && end > startOf(event) ? end : null
}

export const sample: EventFields = {
  start: '2026-11-28T09:00',
  end: '2026-11-28T17:30',
  timeZone: 'Europe/Paris',
  status: 'confirmed',
  venue: 'Maison des associations',
  address: '12 place du Marché',
  onlineUrl: 'https://visio.example/forum-ess',
  capacity: 250,
  registration: 'email',
  registrationEmail: 'forum@reseau-du-fleuve.example',
  registrationUrl: 'https://reseau-du-fleuve.example/forum',
  audience: 'Ouvert à toutes et à tous',
  free: true,
  price: 'Repas à prix libre',
}
