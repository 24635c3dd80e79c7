import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import type { Banner, BannerJob } from './banner-job.ts'
import { bannerFolder, pictureFolder, readIfThere, smallName, touch, writeDurably } from './files.ts'
import { program } from './program.ts'
import { pruning } from './pruning.ts'
import { queue } from './queue.ts'

export { bannerSize, type Banner } from './banner-job.ts'

export interface Banners {
  /** Drawn when first asked for, then kept; null: it could not be drawn. */
  picture(banner: Banner): Promise<Buffer<ArrayBuffer> | null>
}

/** With every change of how it looks, so that what was drawn before is drawn anew. */
const design = 2

/** Changes with any word of it: part of its address, so that nobody keeps an old one. */
export const markOf = (banner: Banner): string =>
  createHash('sha256')
    .update(JSON.stringify([design, banner]))
    .digest('hex')
    .slice(0, 32)

/**
 * A crowd that asks for each a hundred times waits in a line or is sent away: one is drawn at once, each one once, and
 * what is kept is bounded.
 */
export function banners(
  deps: Pick<Deps, 'config' | 'now' | 'log' | 'assets'>,
  limits: { cacheBytes: number } = { cacheBytes: 50_000_000 },
): Banners {
  const folder = bannerFolder(deps.config)
  const underWay = new Map<string, Promise<Buffer<ArrayBuffer> | null>>()
  const turns = queue(1, 20, () => new Refusal('unavailable', 'Too many images at once.', { retryAfter: 10 }))
  const prune = pruning(folder, limits.cacheBytes)
  const ask = program('banner-program', isPicture, {
    FONTCONFIG_FILE: join(deps.assets.dir, '..', 'fonts', 'fonts.conf'),
  })

  async function jobOf(banner: Banner): Promise<BannerJob> {
    const { logo } = banner.look
    return {
      banner,
      logo: logo === null ? null : await readIfThere(pictureFolder(deps.config), smallName(logo)),
    }
  }

  async function draw(banner: Banner, name: string): Promise<Buffer<ArrayBuffer> | null> {
    const drawn = await turns.run(async () => ask(await jobOf(banner)))
    if (typeof drawn === 'string') {
      deps.log.warn({ fault: drawn }, 'a link card could not be drawn')
      return null
    }
    const picture = Buffer.from(drawn)
    // A full disk costs the cache, not the picture.
    await writeDurably(folder, name, picture, deps.now()).then(
      () => prune(picture.length),
      () => undefined,
    )
    return picture
  }

  return {
    async picture(banner) {
      const name = `${markOf(banner)}.png`
      const kept = await readIfThere(folder, name)
      if (kept !== null) {
        await touch(folder, name, deps.now()).catch(() => undefined)
        return kept
      }
      const drawing = underWay.get(name) ?? draw(banner, name).finally(() => underWay.delete(name))
      underWay.set(name, drawing)
      return drawing
    },
  }
}

const isPicture = (message: unknown): message is Uint8Array => message instanceof Uint8Array
