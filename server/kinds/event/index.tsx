import { defineKind } from '../kind.ts'
import { advice } from './advice.ts'
import { again, nextYear } from './again.ts'
import { facet } from '../options.ts'
import { endOfDay } from '../zoned.ts'
import { Details, Line } from './details.tsx'
import { facts } from './facts.ts'
import { endOf, fields, sample, startOf } from './fields.ts'
import { Form } from './form.tsx'
import { fromObject } from './received.ts'
import { rules } from './rules.ts'
import { toSchema } from './schema.ts'
import { happenings } from './table.ts'
import { texts } from './texts.ts'
import { toObject } from './wire.ts'

export const event = defineKind({
  name: 'event',
  path: '/agenda',
  section: 'forum',
  icon: 'calendar-days',
  texts,
  table: happenings,
  fields,
  as: ['Event'],
  facets: [
    facet('registration', (locale) => ({
      label: texts[locale].fields.registration,
      options: texts[locale].registration,
    })),
  ],
  references: [{ field: 'partOf', kind: 'event' }],
  pictureTravels: true,
  rules,
  advice,
  again,
  nextYear,
  inquiry: ({ registration, registrationEmail, status, capacity }) =>
    registration !== 'email' || status === 'cancelled'
      ? null
      : { act: 'register', email: registrationEmail, places: capacity },
  derive: (event) => ({
    startsAt: startOf(event),
    closesAt: endOf(event) ?? endOfDay(event.start.slice(0, 10), event.timeZone),
  }),
  toObject,
  fromObject,
  when: (entry, event) => ({
    startsAt: startOf(event),
    endsAt: endOf(event),
    timeZone: event.timeZone,
    status: event.status,
    location:
      [event.room, event.venue, event.address, entry.placeLabel].filter((part) => part !== null).join(', ') ||
      event.onlineUrl,
  }),
  questionsUntil: (event) => (event.partOf === '' ? null : startOf(event)),
  facts,
  toSchema,
  Details,
  Line,
  Form,
  sample,
})
