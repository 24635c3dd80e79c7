import type { Envelope } from './envelope.ts'

/**
 * Street and commune, in the words that schema.org and ActivityStreams servers share.
 * ‘Gennevilliers (92)’ is a label for people: machines want the name alone.
 */
export function postalAddress(entry: Envelope, street: string | null): Record<string, string> {
  const locality = entry.placeLabel?.replace(/\s*\([^)]*\)$/, '') ?? ''
  return {
    ...(street !== null && { streetAddress: street }),
    ...(locality !== '' && { addressLocality: locality }),
    // An INSEE code is a French commune, overseas ones included.
    ...(entry.placeCode !== null && { addressCountry: 'FR' }),
  }
}

/**
 * Of a Place, in ActivityStreams and schema.org alike (https://www.w3.org/TR/activitystreams-vocabulary/#dfn-place).
 * Mobilizon drops a number without decimals: such a point is moved by a metre.
 */
export const coordinates = ({ latitude, longitude }: Envelope): Record<string, number> =>
  latitude === null || longitude === null
    ? {}
    : { latitude: withDecimals(latitude), longitude: withDecimals(longitude) }

const withDecimals = (degrees: number): number => (Number.isInteger(degrees) ? degrees + 0.00001 : degrees)

/** https://schema.org/GeoCoordinates */
export const geo = ({ latitude, longitude }: Envelope): Record<string, unknown> =>
  latitude === null || longitude === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }
