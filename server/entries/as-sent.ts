import type { Envelope } from '../kinds/envelope.ts'
import type { WholeInput } from './input.ts'
import type { WholeEntry } from './whole.ts'

/** The shared part as it would be sent to say what is there already. */
export const sharedOf = (envelope: Envelope): Record<string, unknown> => ({
  title: envelope.title,
  summary: envelope.summary,
  body: envelope.body,
  language: envelope.language,
  licence: envelope.licence,
  place: envelope.placeCode,
  tags: envelope.tags.map(({ label }) => label),
  organisation: envelope.organisationId,
  imageAlt: envelope.picture?.alt ?? null,
})

/** An entry as it is, for a command that changes one thing of it. */
export const inputOf = ({ envelope, fields }: WholeEntry): WholeInput => ({
  title: envelope.title,
  summary: envelope.summary,
  body: envelope.body,
  language: envelope.language,
  licence: envelope.licence,
  placeCode: envelope.placeCode,
  placeLabel: envelope.placeLabel,
  tags: envelope.tags.map(({ label }) => label),
  organisationId: envelope.organisationId,
  imageAlt: envelope.picture?.alt ?? null,
  fields,
  unfinished: null,
})
