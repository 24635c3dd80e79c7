import type { Deps } from '../../deps.ts'
import { softwareAccent } from '../../hub/accent.ts'
import { identity } from '../../hub/identity.ts'

/** The light colours of `static/css/tokens.css`, for pictures, which know no style sheet; a test compares. */
export const hues: Readonly<Record<string, { hue: string; tint: string }>> = {
  job: { hue: '#24507d', tint: '#e3ecf5' },
  resource: { hue: '#2b6033', tint: '#e3f0e1' },
  news: { hue: '#92351e', tint: '#f8e7e0' },
  event: { hue: '#6c3475', tint: '#f2e6f3' },
  organisation: { hue: '#764807', tint: '#f7ead2' },
  topic: { hue: '#0e5a66', tint: '#dff0f1' },
  tender: { hue: '#40419a', tint: '#e8e8f7' },
  call: { hue: '#574093', tint: '#ece7f7' },
  proposal: { hue: '#882a54', tint: '#f8e4ec' },
  commitment: { hue: '#54580d', tint: '#eff0d6' },
}

export const huesOf = (kind: string): { hue: string; tint: string } | undefined => hues[kind]

/** Pictures are looked at on white, as pages by day. */
export function huesOfHub({ hub }: Pick<Deps, 'hub'>): { hue: string; tint: string } {
  const own = identity(hub).accent
  return own === null ? softwareAccent : { hue: own.light.accent, tint: own.light.tint }
}
