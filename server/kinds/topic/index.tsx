import { defineKind } from '../kind.ts'
import { facet } from '../options.ts'
import { facts } from './facts.ts'
import { fields, sample } from './fields.ts'
import { Details, Form, Line } from './form.tsx'
import { toSchema } from './schema.ts'
import { topics } from './table.ts'
import { texts } from './texts.ts'
import { fromObject, toObject } from './wire.ts'

export const topic = defineKind({
  name: 'topic',
  path: '/forum',
  section: 'forum',
  icon: 'messages-square',
  texts,
  table: topics,
  fields,
  as: ['Page'],
  facets: [
    facet('purpose', (locale) => ({
      label: texts[locale].fields.purpose,
      options: texts[locale].purpose,
    })),
  ],
  conversation: true,
  // The first attachment is what Lemmy takes a thread to be about.
  pictureTravels: false,
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
