import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { softwareAccent } from '../../hub/accent.ts'
import { identity } from '../../hub/identity.ts'
import { hubIcons, iconMark, type HubIcon } from '../../media/icon.ts'
import type { Env } from '../env.ts'
import { drawnPicture } from './drawn.ts'

/** By its name in an address: of a tab, of an iPhone's screen (which rounds it itself), of a manifest. */
export const iconSorts = {
  '96': { side: 96, masked: false },
  '180': { side: 180, masked: false },
  '192': { side: 192, masked: false },
  '512': { side: 512, masked: false },
  'masque-192': { side: 192, masked: true },
  'masque-512': { side: 512, masked: true },
} as const satisfies Record<string, Pick<HubIcon, 'side' | 'masked'>>

export type IconSort = keyof typeof iconSorts

interface Chosen {
  hub: Parameters<typeof identity>[0]
}

/** Null: the hub chose neither a logo nor a colour, and shows the mark of the software. */
function iconOf({ hub }: Chosen, sort: IconSort): HubIcon | null {
  const { accent, logo } = identity(hub)
  if (accent === null && logo === null) return null
  return { ...iconSorts[sort], hue: accent?.light.accent ?? softwareAccent.hue, logo: logo?.id ?? null }
}

/** Where an icon of the hub's own is; null: it has none. */
export function iconAddress(deps: Chosen, sort: IconSort): string | null {
  const icon = iconOf(deps, sort)
  return icon === null ? null : `/icones/${sort}.png?v=${iconMark(icon).slice(0, 10)}`
}

const sortPattern = Object.keys(iconSorts).join('|')
const isSort = (text: string): text is IconSort => text in iconSorts

/** Sent before a visitor is known: an icon is the same for everybody. */
export function iconRoutes(deps: Deps): Hono<Env> {
  const icons = hubIcons(deps)
  return new Hono<Env>().get(`/icones/:file{(?:${sortPattern})\\.png}`, async (c) => {
    const sort = c.req.param('file').replace(/\.png$/, '')
    const icon = isSort(sort) ? iconOf(deps, sort) : null
    return icon === null ? c.notFound() : drawnPicture(c, iconMark(icon), () => icons.picture(icon))
  })
}
