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
