import { defineKind } from '../kind.ts'
import { advice } from './advice.ts'
import { facet } from '../options.ts'
import { Details, Line } from './details.tsx'
import { facts } from './facts.ts'
import { commentsClose, deadlineOf, fields, sample } from './fields.ts'
import { Form } from './form.tsx'
import { rules } from './rules.ts'
import { toSchema } from './schema.ts'
import { calls } from './table.ts'
import { texts } from './texts.ts'
import { fromObject, toObject } from './wire.ts'

export const call = defineKind({
  name: 'call',
  path: '/appels',
  section: 'marches',
  icon: 'megaphone',
  under: 'tender',
  texts,
  table: calls,
  fields,
  as: [],
  facets: [
    facet('phase', (locale) => ({ label: texts[locale].fields.phase, options: texts[locale].phase })),
    facet('existingQualifies', (locale) => ({
      label: texts[locale].fields.existingQualifies,
      options: texts[locale].yesNo,
    })),
  ],
  pictureTravels: true,
  rules,
  advice,
  again: () => ({
    phase: 'specification' as const,
    laureates: [],
    decisionNote: null,
    decidedOn: null,
    submitted: null,
  }),
  versioned: ['sections', 'criteria'],
  passages: (one) => ({
    until: commentsClose(one),
    all: one.sections.map(({ number, title }) => ({ number, label: `${number}. ${title}` })),
  }),
  derive: (one) => ({ closesAt: deadlineOf(one) }),
  toObject,
  fromObject,
  facts,
  toSchema,
  Details,
  Line,
  Form,
  sample,
})
