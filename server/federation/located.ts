import { coordinates } from '../kinds/address.ts'
import type { Envelope } from '../kinds/envelope.ts'
import { positionOf } from '../places/position.ts'
import type { JsonObject } from './json-object.ts'

/** An event says more of its place; of what else stands somewhere, a map needs this. */
export function located(envelope: Envelope): JsonObject {
  const where = coordinates(envelope)
  return 'latitude' in where
    ? { location: { type: 'Place', name: envelope.placeLabel ?? envelope.title, ...where } }
    : {}
}

/** Of `maillonItem`: the commune, and the exact position. */
export const whereabouts = (envelope: Envelope) => ({
  place: communeOf(envelope),
  position: positionOf(envelope),
})

const communeOf = ({ placeCode: code, placeLabel: label }: Envelope): JsonObject | null =>
  code === null || label === null ? null : { code, label }
