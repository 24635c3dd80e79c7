import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { hexOf } from '../../hub/colour.ts'
import { accentOf } from '../../hub/accent.ts'
import { identity } from '../../hub/identity.ts'
import { required } from '../../accounts/viewer.ts'
import { ownPicture } from '../../entries/queries.ts'
import { hubIcons, iconMark, type HubIcon } from '../../media/icon.ts'
import { isId } from '../../media/files.ts'
import { Refusal } from '../../refusal.ts'
import { softwareAccent } from '../../settings/identity-input.ts'
import type { Env } from '../env.ts'
import { asPicture, drawnPicture } from './drawn.ts'

/** By its name in an address: of a tab, of an iPhone's screen (which rounds it itself), of a manifest. */
const sorts = {
  '96': { side: 96, masked: false },
  '180': { side: 180, masked: false },
  '192': { side: 192, masked: false },
  '512': { side: 512, masked: false },
  'masque-192': { side: 192, masked: true },
  'masque-512': { side: 512, masked: true },
} as const satisfies Record<string, Pick<HubIcon, 'side' | 'masked'>>

export type IconSort = keyof typeof sorts

interface Chosen {
  hub: Parameters<typeof identity>[0]
}

/** Null: the hub chose neither a logo nor a colour, and shows the mark of the software. */
function iconOf({ hub }: Chosen, sort: IconSort): HubIcon | null {
  const { accent, logo } = identity(hub)
  if (accent === null && logo === null) return null
  return { ...sorts[sort], hue: accent?.light.accent ?? softwareAccent, logo: logo?.id ?? null }
}

/** Where an icon of the hub's own is; null: it has none. */
export function iconAddress(deps: Chosen, sort: IconSort): string | null {
  const icon = iconOf(deps, sort)
  return icon === null ? null : `/icones/${sort}.png?v=${iconMark(icon).slice(0, 10)}`
}

const triedPath = '/reglages/identite/icone.png'

/** Of a logo and a colour that are being chosen. */
export function triedIcons({ accent, logo }: { accent: string | null; logo: string | null }): {
  whole: string
  masked: string
} {
  const asked = new URLSearchParams({
    ...(accent === null ? {} : { couleur: accent.slice(1) }),
    ...(logo === null ? {} : { logo }),
  })
  return { whole: `${triedPath}?${asked}`, masked: `${triedPath}?${asked}&masque=1` }
}

const sortPattern = Object.keys(sorts).join('|')
const isSort = (text: string): text is IconSort => text in sorts

export function iconRoutes(deps: Deps): Hono<Env> {
  const icons = hubIcons(deps)
  return (
    new Hono<Env>()
      .get(`/icones/:file{(?:${sortPattern})\\.png}`, async (c) => {
        const sort = c.req.param('file').replace(/\.png$/, '')
        const icon = isSort(sort) ? iconOf(deps, sort) : null
        return icon === null ? c.notFound() : drawnPicture(c, iconMark(icon), () => icons.picture(icon))
      })
      // While it is being chosen: for administrators, since anybody else could have a thousand drawn.
      .get(triedPath, async (c) => {
        const viewer = required(c.var.viewer, 'admin')
        const hex = hexOf(c.req.query('couleur') ?? '')
        const id = c.req.query('logo') ?? ''
        const isKnown = id === '' || id === deps.hub.settings.logo?.id
        if (!isKnown && (!isId(id) || (await ownPicture(deps.db, viewer, id)) === null)) return c.notFound()
        const picture = await icons.picture({
          ...sorts[c.req.query('masque') === undefined ? '192' : 'masque-192'],
          hue: hex === null ? softwareAccent : accentOf(hex).light.accent,
          logo: id === '' ? null : id,
        })
        if (picture === null)
          throw new Refusal('unavailable', 'This image could not be drawn.', { retryAfter: 60 })
        return c.body(picture, 200, { ...asPicture(picture), 'Cache-Control': 'private, no-store' })
      })
  )
}
