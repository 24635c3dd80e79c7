import { defaultZone, formatCount, formatMoment, formatRange } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Fact } from '../facts.tsx'
import { endOf, startOf, type EventFields } from './fields.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export function facts(event: EventFields, locale: Locale): Fact[] {
  const t = texts[locale]
  const values = {
    when: inWords(event, locale),
    timeZone: event.timeZone === defaultZone ? '' : event.timeZone.replaceAll('_', ' '),
    status: event.status === 'confirmed' ? '' : t.status[event.status],
    venue: event.venue ?? '',
    room: event.room ?? '',
    speakers: event.speakers.map(({ name, role }) => (role === null ? name : `${name}, ${role}`)).join('\n'),
    address: event.address ?? '',
    onlineUrl: event.onlineUrl ?? '',
    capacity: event.capacity === null ? '' : formatCount(event.capacity, locale, t.places),
    registration: t.registration[event.registration],
    registrationEmail: event.registration === 'email' ? (event.registrationEmail ?? '') : '',
    registrationUrl: event.registration === 'link' ? (event.registrationUrl ?? '') : '',
    audience: event.audience ?? '',
    free: event.free ? t.yes : '',
    price: event.price ?? '',
  }
  return names.map((name) => ({ name, label: t.fields[name], value: values[name] }))
}

const names = [
  'when',
  'timeZone',
  'status',
  'venue',
  'room',
  'speakers',
  'address',
  'onlineUrl',
  'capacity',
  'registration',
  'registrationEmail',
  'registrationUrl',
  'audience',
  'free',
  'price',
] as const

/** ‘samedi 28 novembre 2026, 09:00 – 17:30’ */
export function inWords(event: EventFields, locale: Locale): string {
  const end = endOf(event)
  return end === null
    ? formatMoment(startOf(event), locale, event.timeZone)
    : formatRange(startOf(event), end, locale, event.timeZone)
}
