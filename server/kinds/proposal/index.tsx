import { defineKind } from '../kind.ts'
import { advice } from './advice.ts'
import { facet } from '../options.ts'
import { Details, Line } from './details.tsx'
import { facts } from './facts.ts'
import { fields, sample } from './fields.ts'
import { Form } from './form.tsx'
import { rules } from './rules.ts'
import { toSchema } from './schema.ts'
import { proposals } from './table.ts'
import { texts } from './texts.ts'
import { fromObject, toObject } from './wire.ts'

export const proposal = defineKind({
  name: 'proposal',
  path: '/propositions',
  section: 'propositions',
  icon: 'lightbulb',
  texts,
  table: proposals,
  fields,
  as: [],
  facets: [
    facet('status', (locale) => ({ label: texts[locale].fields.status, options: texts[locale].status })),
  ],
  pictureTravels: true,
  rules,
  advice,
  again: () => ({ status: 'unknown' as const, evidence: [], nextCheck: null }),
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
