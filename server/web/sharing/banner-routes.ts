import { Hono } from 'hono'
import { isLocale, type Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { seekEntry } from '../../entries/queries.ts'
import { kinds } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'
import { banners, markOf, type Banner } from '../../media/banner.ts'
import { isId } from '../../media/files.ts'
import { Refusal } from '../../refusal.ts'
import { holdsTag } from '../../text/held-tag.ts'
import type { Ctx, Env } from '../env.ts'
import { bannerOfEntry, bannerOfHub, bannerOfList } from './banner-of.ts'

const png = '\\.png'
/** Of any language of the hub: `fr`, `pt-BR`. */
const tag = '[a-z]{2,3}(?:-[A-Za-z0-9-]+)?'

/**
 * The pictures that other sites show with a link to a page. Only of what anybody may read here and was said here: what
 * another hub said has its picture there.
 */
export function bannerRoutes(deps: Deps): Hono<Env> {
  const drawn = banners(deps)
  const app = new Hono<Env>()

  async function answer(c: Ctx, banner: Banner): Promise<Response> {
    const etag = `"${markOf(banner)}"`
    const headers = {
      ETag: etag,
      // By an address that is no longer the page's it is the newest one too, but is not kept for long.
      'Cache-Control': `public, max-age=${etag.startsWith(`"${c.req.query('v') || '-'}`) ? 604_800 : 300}`,
    }
    if (holdsTag(c.req.raw.headers, etag)) return c.body(null, 304, headers)
    const picture = await drawn.picture(banner)
    if (picture === null)
      throw new Refusal('unavailable', 'This image could not be drawn.', { retryAfter: 60 })
    return c.body(picture, 200, {
      ...headers,
      'Content-Type': 'image/png',
      'Content-Length': String(picture.byteLength),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  }

  app.get(`/apercus/:locale{${tag}${png}}`, (c) => answer(c, bannerOfHub(deps, localeIn(c))))
  for (const kind of kinds) {
    app.get(`/apercus/:locale{${tag}}/:list{${kind.path.slice(1)}${png}}`, (c) =>
      answer(c, bannerOfList(deps, kind, localeIn(c))),
    )
    app.get(`/apercus/:locale{${tag}}${kind.path}/:file{[0-9a-f-]{36}${png}}`, (c) => ofEntry(c, kind))
  }
  return app

  async function ofEntry(c: Ctx, kind: Kind): Promise<Response> {
    const id = (c.req.param('file') ?? '').slice(0, 36)
    const found = isId(id) ? await seekEntry(deps, null, kind, id) : 'absent'
    if (found === 'gone') throw new Refusal('gone', 'This page was withdrawn.')
    if (found === 'absent' || found.entry.envelope.origin !== null)
      throw new Refusal('absent', 'There is no such image.')
    return answer(c, bannerOfEntry(deps, found.entry, localeIn(c)))
  }
}

function localeIn(c: Ctx): Locale {
  const asked = (c.req.param('locale') ?? '').replace(/\.png$/, '')
  if (!isLocale(asked)) throw new Refusal('absent', 'There is no such image.')
  return asked
}
