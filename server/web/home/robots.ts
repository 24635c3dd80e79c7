import type { Deps } from '../../deps.ts'
import { publicPages, publicParts } from '../../entries/sitemap-queries.ts'
import { kinds } from '../../kinds/index.ts'
import { Refusal } from '../../refusal.ts'
import { escapeHtml } from '../../text/html.ts'
import type { Ctx } from '../env.ts'

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
  '/alertes',
  '/ap/',
  '/api/',
  '/brouillons',
  '/compte',
  '/connexion',
  '/messages',
  '/interagir',
  '/publier',
  '/recherche',
  '/signaler',
]

/** https://www.sitemaps.org/protocol.html#index */
export const sitemap = (deps: Deps) => async (c: Ctx) => {
  const parts = new Set([0, ...(await publicParts(deps.db))])
  const maps = [...parts].map(
    (part) => `<sitemap><loc>${deps.hub.origin}/sitemap-${part}.xml</loc></sitemap>`,
  )
  return xml(c, 'sitemapindex', maps)
}

/** Our own pages alone: what comes from elsewhere is found there. The lists are in the first part. */
export const sitemapPart = (deps: Deps) => async (c: Ctx) => {
  const part = Number(/\d+/.exec(c.req.path)?.[0])
  const { origin } = deps.hub
  const lists = part === 0 ? ['/', ...kinds.map(({ path }) => path)] : []
  const pages = await publicPages(deps.db, part)
  if (lists.length + pages.length === 0) throw new Refusal('absent', 'There is no such page.')
  return xml(c, 'urlset', [
    ...lists.map((path) => urlElement(origin + path)),
    ...pages.map(({ path, updatedAt }) => urlElement(origin + path, new Date(updatedAt).toISOString())),
  ])
}

const xml = (c: Ctx, root: 'sitemapindex' | 'urlset', elements: readonly string[]) =>
  c.body(
    `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${elements.join('\n')}
</${root}>
`,
    200,
    { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  )

const urlElement = (loc: string, lastmod?: string): string =>
  `<url><loc>${escapeHtml(encodeURI(loc))}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`
