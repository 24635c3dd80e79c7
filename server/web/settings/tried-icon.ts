import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { ownPicture } from '../../entries/queries.ts'
import { accentOf, softwareAccent } from '../../hub/accent.ts'
import { hexOf } from '../../hub/colour.ts'
import { isId } from '../../media/files.ts'
import { hubIcons } from '../../media/icon.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { asPicture } from '../sharing/drawn.ts'
import { iconSorts } from '../sharing/icons.ts'

export const triedPath = '/reglages/identite/icone.png'

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

/** For administrators, since anybody else could have a thousand drawn. */
export function showTriedIcon(deps: Deps) {
  const icons = hubIcons(deps)
  return async (c: Ctx) => {
    const viewer = required(c.var.viewer, 'admin')
    const hex = hexOf(c.req.query('couleur') ?? '')
    const id = c.req.query('logo') ?? ''
    const isKnown = id === '' || id === deps.hub.settings.logo?.id
    if (!isKnown && (!isId(id) || (await ownPicture(deps.db, viewer, id)) === null)) return c.notFound()
    const picture = await icons.picture({
      ...iconSorts[c.req.query('masque') === undefined ? '192' : 'masque-192'],
      hue: hex === null ? softwareAccent.hue : accentOf(hex).light.accent,
      logo: id === '' ? null : id,
    })
    if (picture === null)
      throw new Refusal('unavailable', 'This image could not be drawn.', { retryAfter: 60 })
    return c.body(picture, 200, { ...asPicture(picture), 'Cache-Control': 'private, no-store' })
  }
}
