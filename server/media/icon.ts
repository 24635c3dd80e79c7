import { createHash } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { drawings, type Drawings } from './drawings.ts'
import { fullName, iconFolder, pictureFolder, readIfThere } from './files.ts'
import type { HubIcon, IconJob } from './icon-job.ts'

export type { HubIcon } from './icon-job.ts'

/** With every change of how they look, so that what was drawn before is drawn anew. */
const design = 1

/** Part of its address: another logo or colour has another. */
export const iconMark = (icon: HubIcon): string =>
  createHash('sha256')
    .update(JSON.stringify([design, icon.side, icon.masked, icon.hue, icon.logo]))
    .digest('hex')
    .slice(0, 32)

export const hubIcons = (deps: Pick<Deps, 'config' | 'now' | 'log'>): Drawings<HubIcon> =>
  drawings(deps, {
    folder: iconFolder(deps.config),
    program: 'icon-program',
    markOf: iconMark,
    cacheBytes: 5_000_000,
    failed: 'an icon of the hub could not be drawn',
    async jobOf(icon): Promise<IconJob> {
      const { logo } = icon
      return {
        icon,
        logo: logo === null ? null : await readIfThere(pictureFolder(deps.config), fullName(logo)),
      }
    },
  })
