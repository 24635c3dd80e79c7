import sharp from 'sharp'
import { softwareAccent } from '../hub/accent.ts'
import { drawWhenAsked } from './drawer.ts'
import type { HubIcon, IconJob } from './icon-job.ts'

// A program of its own, started by icon.ts.

type Colour = readonly [red: number, green: number, blue: number]

const white: Colour = [255, 255, 255]

/** Of the diameter of the circle that no mask cuts: https://www.w3.org/TR/appmanifest/#icon-masks */
const safe = 0.8
/** What is not masked may be larger, and yet stands free of the edge. */
const free = 0.84

async function draw({ icon, logo }: IconJob): Promise<Uint8Array> {
  // What lies there cannot be read, or shows nothing: the mark stands in for it.
  const own = logo === null ? null : await ofLogo(logo, icon).catch(() => null)
  return (
    own ??
    sharp(Buffer.from(mark(icon)))
      .removeAlpha()
      .png({ compressionLevel: 9 })
      .toBuffer()
  )
}

interface Seen {
  width: number
  height: number
  /** Some of it can be seen through. */
  isOpen: boolean
  /** Of all that can be seen. */
  mean: Colour | null
  /** Of its ground, where the four corners agree on one. */
  ground: Colour | null
}

async function ofLogo(logo: Uint8Array, { side, masked, hue }: HubIcon): Promise<Uint8Array | null> {
  const bare = await withoutMargin(logo)
  const seen = await look(bare)
  if (seen.mean === null) return null
  const ground = seen.ground ?? (isPale(seen.mean) && seen.isOpen ? (colour(hue) ?? white) : white)
  // A picture that is a square already is the icon.
  const isWhole = !masked && !seen.isOpen && Math.abs(seen.width / seen.height - 1) < 0.1
  const box = isWhole ? { width: side, height: side } : boxOf(seen, side, masked)
  const picture = await sharp(bare)
    .resize({ ...box, fit: isWhole ? 'cover' : 'fill' })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const [r, g, b] = ground
  return sharp({ create: { width: side, height: side, channels: 3, background: { r, g, b } } })
    .composite([{ input: picture, gravity: 'centre' }])
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer()
}

/** Empty margins of a transparent logo would make it small. */
async function withoutMargin(logo: Uint8Array): Promise<Buffer> {
  const plain = sharp(logo).toColourspace('srgb').ensureAlpha()
  const { isOpaque } = await plain.clone().stats()
  const bare = isOpaque ? plain : plain.trim({ background: { r: 0, g: 0, b: 0, alpha: 0 }, threshold: 1 })
  return bare.webp({ lossless: true }).toBuffer()
}

/** Its diagonal is the diameter of the circle, or its longer side the width of the square. */
function boxOf({ width, height }: Seen, side: number, masked: boolean): { width: number; height: number } {
  const scale = masked
    ? (safe * side - 2) / Math.hypot(width, height)
    : (free * side) / Math.max(width, height)
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) }
}

/** Looked at in small: what matters is seen from afar. */
async function look(picture: Buffer): Promise<Seen> {
  const { width = 1, height = 1 } = await sharp(picture).metadata()
  const { data, info } = await sharp(picture)
    .resize({ width: 64, height: 64, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): number => (y * info.width + x) * 4
  const corners = [
    at(0, 0),
    at(info.width - 1, 0),
    at(0, info.height - 1),
    at(info.width - 1, info.height - 1),
  ]
  const isOpen = data.some((value, index) => index % 4 === 3 && value < 250)
  return { width, height, isOpen, mean: meanOf(data), ground: isOpen ? null : agreed(data, corners) }
}

function meanOf(data: Buffer): Colour | null {
  let [red, green, blue, weight] = [0, 0, 0, 0]
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0
    red += (data[at] ?? 0) * alpha
    green += (data[at + 1] ?? 0) * alpha
    blue += (data[at + 2] ?? 0) * alpha
    weight += alpha
  }
  return weight < 255 ? null : [red / weight, green / weight, blue / weight]
}

function agreed(data: Buffer, corners: readonly number[]): Colour | null {
  const channel = (offset: number) => corners.map((corner) => data[corner + offset] ?? 0)
  const all = [channel(0), channel(1), channel(2)] as const
  if (all.some((values) => Math.max(...values) - Math.min(...values) > 24)) return null
  const [red, green, blue] = all.map((values) =>
    Math.round(values.reduce((sum, value) => sum + value, 0) / 4),
  )
  return [red ?? 255, green ?? 255, blue ?? 255]
}

/** On white it would hardly be seen: it was drawn for a dark ground. */
const isPale = ([red, green, blue]: Colour): boolean => 0.2126 * red + 0.7152 * green + 0.0722 * blue > 215

function colour(hex: string): Colour | null {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(hex) ?? []
  if (red === undefined || green === undefined || blue === undefined) return null
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
}

/** As `static/icon.png` and `static/icon-maskable.png` have it; only numbers and a colour go into it. */
function mark({ side, masked, hue }: HubIcon): string {
  const one = colour(hue) === null ? softwareAccent.hue : hue
  const scale = masked ? 0.6 : 0.75
  const ring = 'fill="none" stroke-width="5.5"'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 48 48">
<rect width="48" height="48" fill="#fbf8f3"/>
<g transform="translate(24 24) scale(${scale}) translate(-24 -24)">
<circle ${ring} stroke="#c2761c" cx="31" cy="24" r="12.5"/><circle ${ring} stroke="${one}" cx="17" cy="24" r="12.5"/>
<path ${ring} stroke="#c2761c" d="M20.64 17.01A12.5 12.5 0 0 1 28.4 11.77"/></g></svg>`
}

drawWhenAsked<IconJob>(draw)
