// Where something is: WGS 84 degrees, to the fifth decimal, which is about a metre.

export interface Position {
  latitude: number
  longitude: number
}

/** The mean radius of the earth, in kilometres. */
export const earth = 6371

/** Null for what is nowhere on earth. Where both are nothing, a program had no better to say. */
export function positionAt(latitude: unknown, longitude: unknown, decimals = 5): Position | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null
  const [north, east] = [rounded(latitude, decimals), rounded(longitude, decimals)]
  return north === 0 && east === 0 ? null : { latitude: north, longitude: east }
}

/** Without a minus before nothing. */
const rounded = (degrees: number, decimals: number): number =>
  Math.round(degrees * 10 ** decimals) / 10 ** decimals + 0

/**
 * As people have it at hand: ‘48.9256, 2.2933’, with French commas, with N and E, with minutes and seconds, a
 * `geo:` address (https://www.rfc-editor.org/rfc/rfc5870), or that of a page of openstreetmap.org. Else the fault.
 */
export function readPosition(typed: string): Position | 'position' | 'position-order' {
  const text = typed.trim()
  const linked = ofAddress(text)
  if (linked !== null) return linked
  const [first, second, ...more] = numbersIn(text)
  if (first === undefined || second === undefined || more.length > 0) return 'position'
  const isEastFirst = first.axis === 'east' || second.axis === 'north'
  const [north, east] = isEastFirst ? [second, first] : [first, second]
  if (north.axis === 'east' || east.axis === 'north') return 'position'
  const found = positionAt(north.degrees, east.degrees)
  const swapped = positionAt(east.degrees, north.degrees)
  if (first.axis !== null && second.axis !== null) return found ?? 'position'
  // Many programs say the longitude first: a point of France that would lie off Somalia is no point of Somalia.
  if (swapped !== null && isMainland(swapped) && (found === null || !isMainland(found)))
    return 'position-order'
  return found ?? 'position'
}

const isMainland = ({ latitude, longitude }: Position): boolean =>
  latitude > 41 && latitude < 51.5 && longitude > -5.5 && longitude < 10

const decimal = String.raw`-?\d{1,3}(?:\.\d{1,15})?`

function ofAddress(text: string): Position | 'position' | null {
  if (/^geo:/i.test(text))
    return ofPair(new RegExp(`^geo:(${decimal}),(${decimal})(?:[,;?]|$)`, 'i').exec(text))
  if (!/^https?:/i.test(text)) return null
  const url = URL.parse(text)
  if (url === null || !/(^|\.)(openstreetmap\.(org|fr)|osm\.org)$/.test(url.hostname)) return 'position'
  // The mark that somebody has set, else the middle of what is shown.
  const [mlat, mlon] = [url.searchParams.get('mlat'), url.searchParams.get('mlon')]
  if (mlat !== null && mlon !== null)
    return ofPair(new RegExp(`^(${decimal})/(${decimal})$`).exec(`${mlat}/${mlon}`))
  return ofPair(new RegExp(`map=\\d{1,2}/(${decimal})/(${decimal})(?:&|$)`).exec(url.hash))
}

const ofPair = (found: RegExpExecArray | null): Position | 'position' =>
  (found === null ? null : positionAt(Number(found[1]), Number(found[2]))) ?? 'position'

interface Angle {
  degrees: number
  axis: 'north' | 'east' | null
}

/** Two numbers and nothing else; `O` and `W` are west, and a comma is a decimal one where no space follows it. */
function numbersIn(text: string): Angle[] {
  // ‘48,9256, 2,2933’ and ‘48,9256 2,2933’: what separates has a space; ‘48.9256,2.2933’ has points for the decimals.
  const plain = text.includes('.') ? text.replaceAll(',', ' ') : text.replaceAll(/(?<=\d),(?=\d)/g, '.')
  const pattern =
    /([+\-−]?\d{1,3}(?:\.\d{1,15})?)\s*°?\s*(?:(\d{1,2}(?:\.\d{1,10})?)\s*['′’]\s*)?(?:(\d{1,2}(?:\.\d{1,10})?)\s*(?:["″”]|''|’’)\s*)?([NSEWO]?)/giu
  const rest = plain.replaceAll(pattern, ' ')
  if (/[^\s,;/]/.test(rest)) return []
  return [...plain.matchAll(pattern)].map(([, degrees = '', minutes = '0', seconds = '0', letter = '']) => {
    const size = Number(degrees.replace('−', '-'))
    const sign = size < 0 || degrees.startsWith('-') ? -1 : 1
    const all = sign * (Math.abs(size) + Number(minutes) / 60 + Number(seconds) / 3600)
    const side = letter.toUpperCase()
    return {
      degrees: side === 'S' || side === 'W' || side === 'O' ? -all : all,
      axis: side === '' ? null : side === 'N' || side === 'S' ? ('north' as const) : ('east' as const),
    }
  })
}

/** As it is typed, and read again. */
export const positionText = ({ latitude, longitude }: Position): string => `${latitude}, ${longitude}`

/** What has one and what has none, from two columns. */
export const positionOf = ({
  latitude,
  longitude,
}: {
  latitude: number | null
  longitude: number | null
}): Position | null => (latitude === null || longitude === null ? null : { latitude, longitude })

/** Of two columns, as it is typed; nothing where there is none. */
export function typedPosition(of: { latitude: number | null; longitude: number | null }): string {
  const position = positionOf(of)
  return position === null ? '' : positionText(position)
}

/** https://www.rfc-editor.org/rfc/rfc7946#section-3.1.2: the longitude comes first. */
export const pointOf = (position: Position | null) =>
  position === null ? null : { type: 'Point' as const, coordinates: [position.longitude, position.latitude] }

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres along the great circle. */
export function distance(from: Position, to: Position): number {
  const [dLat, dLon] = [radians(to.latitude - from.latitude), radians(to.longitude - from.longitude)]
  const half =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Between which parallels and meridians all lies that is no farther than that; null: at any meridian. */
export function boxAround({ latitude, longitude }: Position, kilometres: number) {
  const north = (kilometres / earth) * (180 / Math.PI)
  const [south, top] = [latitude - north, latitude + north]
  // Near a pole, and where the day changes, meridians do not bound it.
  if (south <= -89 || top >= 89) return { south, north: top, west: null, east: null }
  const side = (Math.asin(Math.sin(radians(north)) / Math.cos(radians(latitude))) * 180) / Math.PI
  const [west, east] = [longitude - side, longitude + side]
  return west < -180 || east > 180
    ? { south, north: top, west: null, east: null }
    : { south, north: top, west, east }
}
