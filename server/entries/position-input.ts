import { z } from 'zod'
import type { Fault } from '../kinds/faults.ts'
import { positionAt, readPosition, pointOf } from '../places/position.ts'

/** https://www.rfc-editor.org/rfc/rfc7946#section-3.1.2 */
const point = z.object({
  type: z.literal('Point'),
  coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
})

/** A point as programs say it; or a text as people have it at hand, of which a form's field is one. */
export const positionInput = z.preprocess((value, context) => {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') return value
  if (value.trim() === '') return null
  const read = value.length > 500 ? 'position' : readPosition(value)
  if (typeof read !== 'string') return pointOf(read)
  // The name of a fault, which `faultsOf` reads in it.
  context.addIssue({ code: 'custom', message: read satisfies Fault['code'] })
  return z.NEVER
}, point.nullable())

export const givenPosition = (given: z.infer<typeof positionInput>) =>
  (given === null ? null : positionAt(given.coordinates[1], given.coordinates[0])) ?? nowhere

const nowhere = { latitude: null, longitude: null }
