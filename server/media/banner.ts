import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Deps } from '../deps.ts'
import type { Banner, BannerJob } from './banner-job.ts'
import { drawings, type Drawings } from './drawings.ts'
import { bannerFolder, pictureFolder, readIfThere, smallName } from './files.ts'

export { bannerSize, type Banner } from './banner-job.ts'

export type Banners = Drawings<Banner>

/** With every change of how it looks, so that what was drawn before is drawn anew. */
const design = 2

/** Changes with any word of it: part of its address, so that nobody keeps an old one. */
export const markOf = (banner: Banner): string =>
  createHash('sha256')
    .update(JSON.stringify([design, banner]))
    .digest('hex')
    .slice(0, 32)

export const banners = (
  deps: Pick<Deps, 'config' | 'now' | 'log' | 'assets'>,
  limits: { cacheBytes: number } = { cacheBytes: 50_000_000 },
): Banners =>
  drawings(deps, {
    ...limits,
    folder: bannerFolder(deps.config),
    program: 'banner-program',
    env: { FONTCONFIG_FILE: join(deps.assets.dir, '..', 'fonts', 'fonts.conf') },
    markOf,
    failed: 'a link card could not be drawn',
    async jobOf(banner): Promise<BannerJob> {
      const { logo } = banner.look
      return {
        banner,
        logo: logo === null ? null : await readIfThere(pictureFolder(deps.config), smallName(logo)),
      }
    },
  })
