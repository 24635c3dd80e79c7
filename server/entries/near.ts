import { and, between, isNotNull, sql, type SQL } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { boxAround, earth, positionAt, type Position } from '../places/position.ts'

/** What lies within so many kilometres of a point. */
export interface Near extends Position {
  within: number
}

/** What one can choose between, in kilometres. */
export const radii = [5, 10, 25, 50] as const
export const usualRadius = 10

/** `?near=48.93,2.29&within=10`. To a hundred metres: nobody's door needs to be known to look around it. */
export function readNear(query: (name: string) => string | undefined): Near | null {
  const [, latitude, longitude] =
    /^(-?\d{1,2}(?:\.\d{1,15})?),(-?\d{1,3}(?:\.\d{1,15})?)$/.exec(query('near') ?? '') ?? []
  if (latitude === undefined || longitude === undefined) return null
  const position = positionAt(Number(latitude), Number(longitude), 3)
  if (position === null) return null
  return { ...position, within: radii.find((one) => String(one) === query('within')) ?? usualRadius }
}

/** The words of its address. */
export const nearQuery = ({ latitude, longitude, within }: Near): Record<string, string> => ({
  near: `${latitude},${longitude}`,
  ...(within === usualRadius ? {} : { within: String(within) }),
})

/** First the box, which an index gives; then the distance itself, of those in the corners. */
export function nearCondition(near: Near | null): SQL | undefined {
  if (near === null) return undefined
  const { south, north, west, east } = boxAround(near, near.within)
  return and(
    isNotNull(entries.latitude),
    between(entries.latitude, south, north),
    west === null || east === null ? undefined : between(entries.longitude, west, east),
    sql`${distanceTo(near)} <= ${near.within}`,
  )
}

/** Kilometres along the great circle, as `distance` of places/position.ts. The engine has no `pow`. */
export function distanceTo({ latitude, longitude }: Position): SQL {
  const north = sql`sin(radians(${entries.latitude} - ${latitude}) / 2)`
  const east = sql`sin(radians(${entries.longitude} - ${longitude}) / 2)`
  const narrower = sql`cos(radians(${latitude})) * cos(radians(${entries.latitude}))`
  return sql`(2 * ${earth} * asin(min(1.0, sqrt(${north} * ${north} + ${narrower} * ${east} * ${east}))))`
}
