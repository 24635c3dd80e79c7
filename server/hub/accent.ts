import { contrast, hexFrom, oklchOf, type Oklch } from './colour.ts'

// The hub's own colour, made readable. What is typed gives the hue; how light or dark it may be is decided here, so that
// no choice makes a page that somebody cannot read (docs/adr/0028).

/** The software's own, by day, of a hub that chose no colour: as in static/css/tokens.css. A test compares. */
export const softwareAccent = { hue: '#1d5c4d', tint: '#e2eee8' }

/** The four tokens of static/css/tokens.css that follow it. */
export interface Shades {
  /** Links, buttons, what is chosen. */
  accent: string
  /** The same under the pointer, and words on the tint. */
  strong: string
  /** A ground. */
  tint: string
  /** Words on the accent. */
  on: string
}

export interface Accent {
  /** As chosen. */
  chosen: string
  light: Shades
  dark: Shades
  /** For those who ask their system for more contrast. */
  more: { light: Shades; dark: Shades }
  /** It was too light to be read by day as it is. */
  darkened: boolean
}

type Scheme = 'light' | 'dark'

/** What links stand on, of static/css/tokens.css: the paper, what lies on it, what is sunken in it, and the notices. */
export const grounds: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#fbf8f3', '#fffefc', '#f2ece1', '#e4f0e2', '#f9ecd2', '#f9e5e1', '#e5edf5'],
  dark: ['#1b1815', '#25211d', '#14110f', '#1f301f', '#382a14', '#3c201b', '#1e2c3b'],
}

/** https://www.w3.org/TR/WCAG22/#contrast-minimum, #contrast-enhanced; a little more, for what is rounded. */
const asked = { usual: 4.55, more: 7.05 }

export function accentOf(chosen: string): Accent {
  const colour = oklchOf(chosen)
  const light = shades(colour, 'light', asked.usual)
  return {
    chosen,
    light,
    dark: shades(colour, 'dark', asked.usual),
    more: { light: shades(colour, 'light', asked.more), dark: shades(colour, 'dark', asked.more) },
    darkened: oklchOf(light.accent).l < colour.l - 0.01,
  }
}

function shades(colour: Oklch, scheme: Scheme, ratio: number): Shades {
  const { hue, chroma } = colour
  const dark = scheme === 'dark'
  const tint = hexFrom({ hue, chroma: Math.min(chroma, 0.028), l: dark ? 0.31 : 0.94 })
  const under = [...grounds[scheme], tint]
  const away = dark ? 1 : -1
  // At night a colour is lighter and less vivid than by day.
  const accent = readable(
    dark ? { hue, chroma: Math.min(chroma, 0.11), l: Math.max(0.79, colour.l) } : colour,
    under,
    ratio,
    away,
  )
  const { l } = oklchOf(accent)
  const room = dark ? 1 - l : l
  // Under the pointer further from the ground; what is as far as can be comes a little nearer.
  const step = room > 0.14 ? 0.09 * away : -0.09 * away
  const on = dark ? hexFrom({ hue, chroma: Math.min(chroma, 0.03), l: 0.22 }) : '#ffffff'
  const vivid = dark ? Math.min(chroma, 0.1) : chroma
  const strong = readable({ hue, chroma: vivid, l: l + step }, [...under, on], ratio, away)
  return { accent, strong, tint, on }
}

/** The first colour on the way to black or white that is read on each of these grounds. */
function readable(colour: Oklch, under: readonly string[], ratio: number, away: 1 | -1): string {
  for (let l = colour.l; l >= 0 && l <= 1; l += 0.004 * away) {
    const hex = hexFrom({ ...colour, l })
    if (under.every((ground) => contrast(hex, ground) >= ratio)) return hex
  }
  return away === 1 ? '#ffffff' : '#000000'
}
