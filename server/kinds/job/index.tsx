import { defineKind } from '../kind.ts'
import { advice } from './advice.ts'
import { facet } from '../options.ts'
import { structureLabels } from '../structures.ts'
import { endOfDay } from '../zoned.ts'
import { facts } from './facts.ts'
import { fields, sample } from './fields.ts'
import { Details, Form, Line } from './form.tsx'
import { rules } from './rules.ts'
import { toSchema } from './schema.ts'
import { jobs } from './table.ts'
import { texts } from './texts.ts'
import { fromObject, toObject } from './wire.ts'

export const job = defineKind({
  name: 'job',
  path: '/emplois',
  section: 'emplois',
  icon: 'briefcase',
  texts,
  table: jobs,
  fields,
  as: [],
  facets: [
    facet('contract', (locale) => ({
      label: texts[locale].fields.contract,
      options: texts[locale].contract,
    })),
    facet('structure', (locale) => ({
      label: texts[locale].fields.structure,
      options: structureLabels[locale],
    })),
    facet('remote', (locale) => ({ label: texts[locale].fields.remote, options: texts[locale].remote })),
  ],
  placed: true,
  // An image would take the place of the link card, which says more.
  pictureTravels: false,
  rules,
  advice,
  closedBy: 'deadline',
  // Who wants applications on a site of their own gets them there.
  inquiry: ({ applyEmail, applyUrl }) =>
    applyEmail === null && applyUrl !== null ? null : { act: 'apply', email: applyEmail, places: null },
  derive: ({ deadline }) => ({ closesAt: deadline === null ? null : endOfDay(deadline) }),
  toObject,
  fromObject,
  facts,
  toSchema,
  Details,
  Line,
  Form,
  sample,
})
