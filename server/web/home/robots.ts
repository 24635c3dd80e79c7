import type { Deps } from '../../deps.ts'
import { publicPages } from '../../entries/queries.ts'
import { kinds } from '../../kinds/index.ts'
import { escapeHtml } from '../../text/html.ts'
import type { Ctx } from '../env.ts'

/** The protocol's own limit: https://www.sitemaps.org/protocol.html */
const most = 50_000

export const robots =
  ({ hub }: Deps) =>
  (c: Ctx) =>
    c.text(
      [
        'User-agent: *',
        ...closed.map((path) => `Disallow: ${path}`),
        '',
        `Sitemap: ${hub.origin}/sitemap.xml`,
        '',
      ].join('\n'),
      200,
      { 'Cache-Control': 'public, max-age=3600' },
    )

/** Nothing to find there: one's own pages, forms, and lists without end. */
const closed = [
  '/ap/',
  '/api/',
  '/brouillons',
  '/compte',
  '/connexion',
  '/publier',
  '/recherche',
  '/signaler',
]

/** Our own pages alone: what comes from elsewhere is found there. */
export const sitemap = (deps: Deps) => async (c: Ctx) => {
  const { origin } = deps.hub
  const lists = ['/', ...kinds.map(({ path }) => path)].map((path) => urlElement(origin + path))
  const pages = await publicPages(deps.db, most - lists.length)
  const entries = pages.map(({ path, updatedAt }) =>
    urlElement(origin + path, new Date(updatedAt).toISOString()),
  )
  return c.body(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...lists, ...entries].join('\n')}
</urlset>
`,
    200,
    { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  )
}

const urlElement = (loc: string, lastmod?: string): string =>
  `<url><loc>${escapeHtml(encodeURI(loc))}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`
