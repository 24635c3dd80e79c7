import { createHash } from 'node:crypto'
import { accentOf, type Accent, type Shades } from './accent.ts'
import type { Settings } from './hub.ts'

export interface Identity {
  name: string
  tagline: string
  /** Null: the colour of the software. */
  accent: Accent | null
  logo: Logo | null
}

export interface Logo {
  id: string
  /** As a path; fits in 480 pixels. */
  src: string
  width: number
  height: number
}

/** How this hub shows itself, for its pages, letters and pictures. */
export function identity({
  settings,
}: {
  readonly settings: Readonly<Pick<Settings, keyof Identity>>
}): Identity {
  const { name, tagline, accent, logo } = settings
  return {
    name,
    tagline,
    accent: accent === null ? null : known(accent),
    logo: logo === null ? null : logoOf(logo),
  }
}

/** A picture of ours as it stands in a header. */
export function logoOf({ id, width, height }: { id: string; width: number; height: number }): Logo {
  const scale = Math.min(1, 480 / Math.max(width, height, 1))
  return {
    id,
    src: `/media/${id}-480.webp`,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/** Asked for by every page, and changed once in a year. */
let last: { chosen: string; accent: Accent } | undefined
const known = (chosen: string): Accent => {
  if (last?.chosen !== chosen) last = { chosen, accent: accentOf(chosen) }
  return last.accent
}

/** The sheet that lays the hub's colour over the tokens; `within` narrows it to a piece of a page. */
export function sheetOf(accent: Accent, within = ':root'): string {
  return `@layer tokens{${within}{${tokens(accent.light, accent.dark)}}}
@media (prefers-contrast:more){@layer contrast{${within}{${tokens(accent.more.light, accent.more.dark)}}}}
`
}

/** Its address changes with what is in it, with the software too. */
export function sheetAddress(accent: Accent): string {
  const hash = () => createHash('sha256').update(sheetOf(accent)).digest('hex').slice(0, 10)
  const address = addresses.get(accent) ?? `/identite.css?v=${hash()}`
  addresses.set(accent, address)
  return address
}
const addresses = new WeakMap<Accent, string>()

const tokens = (light: Shades, dark: Shades): string =>
  (['accent', 'strong', 'tint', 'on'] as const)
    .map((shade) => `${names[shade]}:light-dark(${light[shade]},${dark[shade]})`)
    .join(';')

const names = {
  accent: '--accent',
  strong: '--accent-strong',
  tint: '--accent-tint',
  on: '--on-accent',
} as const
