import { defineKind } from '../kind.ts'
import { advice } from './advice.ts'
import { facet } from '../options.ts'
import { structureLabels } from '../structures.ts'
import { cpvFacet, networksFacet, servesFacet } from './facets.ts'
import { facts } from './facts.ts'
import { fields, sample } from './fields.ts'
import { Details, Form, Line } from './form.tsx'
import { history } from './history.ts'
import { rules } from './rules.ts'
import { toSchema } from './schema.ts'
import { organisations } from './table.ts'
import { texts } from './texts.ts'
import { fromObject, toObject } from './wire.ts'

export const organisation = defineKind({
  name: 'organisation',
  path: '/annuaire',
  section: null,
  icon: 'building-2',
  texts,
  table: organisations,
  fields,
  // A stranger's organisation is an actor, not an object.
  as: [],
  facets: [
    facet('family', (locale) => ({ label: texts[locale].fields.family, options: texts[locale].family })),
    facet('status', (locale) => ({ label: texts[locale].fields.status, options: texts[locale].status })),
    facet('structure', (locale) => ({
      label: texts[locale].fields.structure,
      options: structureLabels[locale],
    })),
    facet(
      'sectors',
      (locale) => ({ label: texts[locale].fields.sectors, options: texts[locale].sectors }),
      'several',
    ),
    facet(
      'services',
      (locale) => ({ label: texts[locale].fields.services, options: texts[locale].services }),
      'several',
    ),
    servesFacet,
    cpvFacet,
    networksFacet,
  ],
  pictureTravels: true,
  rules,
  advice,
  derive: () => ({}),
  placeFields: ['serves'],
  history,
  toObject,
  fromObject,
  facts,
  toSchema,
  Details,
  Line,
  Form,
  sample,
})
