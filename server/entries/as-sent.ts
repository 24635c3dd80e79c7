import type { Envelope } from '../kinds/envelope.ts'
import { pointOf, positionOf } from '../places/position.ts'

/** The shared part as it would be sent to say what is there already. */
export const sharedOf = (envelope: Envelope): Record<string, unknown> => ({
  title: envelope.title,
  summary: envelope.summary,
  body: envelope.body,
  language: envelope.language,
  licence: envelope.licence,
  place: envelope.placeCode,
  position: pointOf(positionOf(envelope)),
  tags: envelope.tags.map(({ label }) => label),
  organisation: envelope.organisationId,
  imageAlt: envelope.picture?.alt ?? null,
})
