import { defineKind } from '../kind.ts'
import { advice } from './advice.ts'
import { facet } from '../options.ts'
import { endOfDay } from '../zoned.ts'
import { facts } from './facts.ts'
import { fields, sample } from './fields.ts'
import { Details, Form, Line } from './form.tsx'
import { rules } from './rules.ts'
import { toSchema } from './schema.ts'
import { resources } from './table.ts'
import { texts } from './texts.ts'
import { fromObject, toObject } from './wire.ts'

export const resource = defineKind({
  name: 'resource',
  path: '/ressources',
  section: 'ressources',
  icon: 'handshake',
  texts,
  table: resources,
  fields,
  as: [],
  facets: [
    facet('direction', (locale) => ({
      label: texts[locale].fields.direction,
      options: texts[locale].direction,
    })),
    facet('category', (locale) => ({
      label: texts[locale].fields.category,
      options: texts[locale].category,
    })),
    facet('terms', (locale) => ({ label: texts[locale].fields.terms, options: texts[locale].terms })),
    facet('format', (locale) => ({ label: texts[locale].fields.format, options: texts[locale].format })),
    facet(
      'levels',
      (locale) => ({ label: texts[locale].fields.levels, options: texts[locale].levels }),
      'several',
    ),
  ],
  pictureTravels: true,
  rules,
  advice,
  closedBy: 'availableUntil',
  // Who wants to be written to on a site of their own is written to there; a school asks by a form of its own (visits).
  inquiry: ({ contactEmail, contactUrl, category, direction }) =>
    category === 'school-talk' && direction === 'offer'
      ? null
      : contactEmail === null && contactUrl !== null
        ? null
        : { act: 'ask', email: contactEmail, places: null },
  derive: ({ direction, availableUntil }) => ({
    direction,
    closesAt: availableUntil === null ? null : endOfDay(availableUntil),
  }),
  toObject,
  fromObject,
  facts,
  toSchema,
  Details,
  Line,
  Form,
  sample,
})
