import type { Envelope } from '../envelope.ts'
import { defineKind } from '../kind.ts'
import { advice } from './advice.ts'
import { Details, Line } from './details.tsx'
import { facts } from './facts.ts'
import { deadlineOf, fields, sample, type Lot, unawarded } from './fields.ts'
import { filters } from './filters.ts'
import { Form } from './form.tsx'
import { keeps, rules } from './rules.ts'
import { toSchema } from './schema.ts'
import { tenders } from './table.ts'
import { texts } from './texts.ts'
import { fromObject, inside, toObject } from './wire.ts'

export const tender = defineKind({
  name: 'tender',
  path: '/marches',
  section: 'marches',
  icon: 'scroll-text',
  texts,
  table: tenders,
  fields,
  as: [],
  facets: filters,
  placed: true,
  // An image would take the place of the link card, which says more.
  pictureTravels: false,
  rules,
  advice,
  again: ({ lots }) => ({
    lots: lots.map((lot) => ({
      ...lot,
      ...unawarded,
    })),
  }),
  places: [{ part: 'lots', code: 'place', name: 'placeName' }],
  derive: (given) => ({ closesAt: deadlineOf(given) }),
  keeps,
  toObject,
  inside,
  fromObject,
  facts,
  toSchema,
  Details,
  Line,
  Form,
  sample,
})

/** A lot has a page of its own under its tender's, for as long as there is a tender. */
export const lotPath = ({ path }: Pick<Envelope, 'path'>, { number }: Pick<Lot, 'number'>): string =>
  `${path}/lots/${number}`
