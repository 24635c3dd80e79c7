import sharp, { type OverlayOptions } from 'sharp'
import { softwareAccent } from '../hub/accent.ts'
import { bannerSize, type Banner, type BannerJob } from './banner-job.ts'
import { drawn, drawnWhole } from './drawable.ts'
import { drawWhenAsked } from './drawer.ts'

// A program of its own, started by banner.ts: it draws the picture that other sites show with a link to a page. Shapes
// are SVG; words are set by Pango, which measures and wraps them.

const ink = { dark: '#28221b', soft: '#5e564a', paper: '#fbf8f3', line: '#e0d8ca' }
const edge = 72
const column = bannerSize.width - 2 * edge
const foot = bannerSize.height - 118
const gap = 22

interface Words {
  picture: Buffer
  width: number
  height: number
}

async function draw({ banner, logo }: BannerJob): Promise<Uint8Array> {
  const { kind } = banner
  const placed: OverlayOptions[] = []
  const put = ({ picture, height }: Words, left: number, top: number) => {
    placed.push({ input: picture, left, top })
    return top + height
  }
  const label = drawn([kind?.label ?? '', banner.over ?? ''].filter((word) => word !== '').join(' · '))
  const sign = label === '' ? null : await set(label, { size: 32, bold: true, ink: kind?.hue ?? ink.soft })
  const chip = sign === null ? null : { width: sign.width + 48, height: 60 }
  if (sign !== null) put(sign, edge + 24, edge + Math.round((60 - sign.height) / 2))

  const below = await lines(banner)
  const belowHeight = below.reduce((sum, { height }) => sum + height + gap, 0)
  const top = chip === null ? edge : edge + chip.height + gap
  const room = foot - gap - top
  // Where the title cannot be said, whose page it is.
  const title = await fitted(drawnWhole(banner.title) || drawn(banner.hub) || banner.host, room - belowHeight)
  let at = top + Math.max(0, Math.floor((room - title.height - belowHeight) / 2))
  for (const line of [title, ...below]) at = put(line, edge, at) + gap

  const own = logo === null ? null : await fittedLogo(logo)
  if (own !== null) put(own, edge, foot + Math.round((118 - own.height) / 2))
  const signed = own === null ? 86 : own.width + 20
  const hub = await set(drawn(banner.hub) || banner.host, { size: 32, bold: true, ink: ink.dark, lines: 1 })
  put(hub, edge + signed, foot + Math.round((118 - hub.height) / 2))
  const host = await set(drawn(banner.host), { size: 26, ink: ink.soft, lines: 1, width: 420 })
  if (hub.width + host.width + signed + 40 <= column)
    put(host, bannerSize.width - edge - host.width, foot + Math.round((118 - host.height) / 2))

  const shapes = Buffer.from(ground(banner, chip, own === null))
  return sharp(shapes).composite(placed).removeAlpha().png({ compressionLevel: 9 }).toBuffer()
}

/** Who speaks, then what is to be known. */
async function lines({ by, facts }: Banner): Promise<Words[]> {
  const speaker = drawn(by)
  const known = facts.map(drawn).filter((fact) => fact !== '')
  return [
    ...(speaker === '' ? [] : [await set(speaker, { size: 36, ink: ink.dark, lines: 1 })]),
    ...(known.length === 0 ? [] : [await set(known.join('  ·  '), { size: 30, ink: ink.soft, lines: 1 })]),
  ]
}

/** As large as it can be; what is too long even in small ends where it must. */
async function fitted(title: string, room: number): Promise<Words> {
  let words = title.length > 180 ? cut(title, 180) : title
  for (const size of [100, 84, 72, 62, 54]) {
    const found = await set(words, { size, bold: true, ink: ink.dark })
    if (found.height <= room) return found
  }
  for (;;) {
    const found = await set(words, { size: 50, bold: true, ink: ink.dark })
    if (found.height <= room || words.length < 20) return found
    words = cut(words, words.length - 12)
  }
}

/** Before a word, where there is one to end before. */
function cut(text: string, most: number): string {
  const short = text.replace(/…$/, '').slice(0, most)
  return `${(short.replace(/\s+\S*$/, '') || short).replace(/[\s,;:.–-]+$/, '')}…`
}

interface Setting {
  size: number
  bold?: boolean
  ink: string
  width?: number
  /** One: what is longer is cut. */
  lines?: 1
}

async function set(text: string, how: Setting): Promise<Words> {
  const { size, bold = false, width = column } = how
  const markup = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${how.ink}">${markup}</span>`,
      font: `Atkinson Hyperlegible Next ${bold ? 'Bold ' : ''}${size}`,
      ...{ width, dpi: 72, rgba: true, wrap: 'word-char', spacing: Math.round(size * -0.06) },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true })
  // Shorter by one sign at least: where a few wide ones fill the line, a twentieth of them is none.
  if (how.lines === 1 && info.height > size * 1.7 && text.length > 8)
    return set(cut(text, Math.min(Math.floor(text.length * 0.95), text.length - 2)), how)
  return { picture: data, width: info.width, height: info.height }
}

/** Null: what lies there cannot be read, and the mark stands in for it. */
async function fittedLogo(logo: Uint8Array): Promise<Words | null> {
  try {
    const { data, info } = await sharp(logo)
      .resize({ width: 220, height: 72, fit: 'inside' })
      .png({ compressionLevel: 0 })
      .toBuffer({ resolveWithObject: true })
    return { picture: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}

/** Paper, a spine in the hue of the kind, the mark in the hub's. Only numbers and colours of our own go into it. */
function ground(
  { kind, look }: Banner,
  chip: { width: number; height: number } | null,
  marked: boolean,
): string {
  const { width, height } = bannerSize
  const hue = colour(look.hue) ?? softwareAccent.hue
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${ink.paper}"/>
<rect width="${width}" height="16" fill="${colour(kind?.hue) ?? hue}"/>
${chip === null ? '' : `<rect x="${edge}" y="${edge}" width="${chip.width}" height="${chip.height}" rx="30" fill="${colour(kind?.tint) ?? colour(look.tint) ?? softwareAccent.tint}"/>`}
<rect y="${foot}" width="${width}" height="2" fill="${ink.line}"/>
${marked ? mark(hue) : ''}</svg>`
}

const mark = (
  hue: string,
) => `<g transform="translate(${edge - 6} ${foot + 23}) scale(1.5)" fill="none" stroke-width="5.5">
<circle stroke="#c2761c" cx="31" cy="24" r="12.5"/><circle stroke="${hue}" cx="17" cy="24" r="12.5"/>
<path stroke="#c2761c" d="M20.64 17.01A12.5 12.5 0 0 1 28.4 11.77"/>
</g>`

const colour = (text: string | undefined): string | undefined =>
  text !== undefined && /^#[0-9a-f]{6}$/.test(text) ? text : undefined

drawWhenAsked<BannerJob>(draw)
