import { defineKind } from '../kind.ts'
import { advice } from './advice.ts'
import { facet } from '../options.ts'
import { Details, Line } from './details.tsx'
import { facts } from './facts.ts'
import { fields, sample } from './fields.ts'
import { Form } from './form.tsx'
import { rules } from './rules.ts'
import { toSchema } from './schema.ts'
import { commitments } from './table.ts'
import { texts } from './texts.ts'
import { fromObject, toObject } from './wire.ts'

export const commitment = defineKind({
  name: 'commitment',
  path: '/engagements',
  section: 'propositions',
  under: 'proposal',
  icon: 'target',
  texts,
  table: commitments,
  fields,
  as: [],
  facets: [
    facet('subject', (locale) => ({ label: texts[locale].fields.subject, options: texts[locale].subject })),
  ],
  pictureTravels: true,
  rules,
  advice,
  again: () => ({ measures: [], conventions: [], stock: null, stockDay: null, nextCheck: null }),
  derive: () => ({}),
  toObject,
  fromObject,
  facts,
  toSchema,
  Details,
  Line,
  Form,
  sample,
})
