import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import type { Env } from './env.ts'
import { iconAddress } from './sharing/icons.ts'

/** Style, scripts, fonts and icons. Their names change with their content, so browsers keep them for good. */
export function staticFiles({
  assets,
  config,
  hub,
}: Pick<Deps, 'assets'> & { config: Pick<Config, 'offlinePages'> } & Parameters<
    typeof iconAddress
  >[0]): Hono<Env> {
  const files = serveStatic<Env>({
    root: assets.dir,
    precompressed: true,
    rewriteRequestPath: (path) => path.replace(/^\/static\//, '/'),
  })
  const served = new Set(Object.values(assets.manifest))
  const icon = assets.manifest['icon.png']
  return (
    new Hono<Env>()
      // Only what the manifest names: not the manifest, not the compressed twins, no folder.
      .use('/static/*', async (c, next) => {
        if (!served.has(c.req.path)) return c.notFound()
        c.header('Cache-Control', 'public, max-age=31536000, immutable')
        return files(c, next)
      })
      // Asked for anew each time: a worker that is kept would keep what it keeps. A browser that has one looks here at
      // every visit, so that what answers in its place is how an operator is rid of it.
      .get('/sw.js', async (c) => {
        const worker = assets.manifest[config.offlinePages ? 'sw.js' : 'sw-end.js']
        if (worker === undefined) return c.notFound()
        const text = await readFile(join(assets.dir, basename(worker)), 'utf8')
        return c.body(text, 200, {
          'Content-Type': 'text/javascript; charset=utf-8',
          'Cache-Control': 'no-cache',
        })
      })
      // Readers and crawlers ask for it unasked.
      .get('/favicon.ico', (c) => {
        c.header('Cache-Control', 'public, max-age=86400')
        const own = iconAddress({ hub }, '96') ?? icon
        return own === undefined ? c.notFound() : c.redirect(own, 302)
      })
  )
}
