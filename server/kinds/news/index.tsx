import { defineKind } from '../kind.ts'
import { advice } from './advice.ts'
import { facts } from './facts.ts'
import { fields, sample } from './fields.ts'
import { Details, Form, Line } from './form.tsx'
import { rules } from './rules.ts'
import { toSchema } from './schema.ts'
import { news as table } from './table.ts'
import { texts } from './texts.ts'
import { fromObject, toObject } from './wire.ts'

export const news = defineKind({
  name: 'news',
  path: '/actualites',
  section: 'forum',
  icon: 'newspaper',
  texts,
  table,
  fields,
  as: ['Article'],
  references: [{ field: 'minutesOf', kind: 'event' }],
  pictureTravels: true,
  rules,
  advice,
  again: () => ({ minutesOf: '' }),
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
