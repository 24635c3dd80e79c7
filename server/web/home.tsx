import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { formatsOf } from '../feeds/index.ts'
import { smallBody } from './accounts/form.ts'
import type { Env } from './env.ts'
import { editablePages } from './footer-pages.ts'
import { arrive, chooseKind, showDesk } from './home/desk.tsx'
import { showFooterPage } from './home/footer-page.tsx'
import { showHome } from './home/front.tsx'
import { chooseLanguage } from './home/language.ts'
import { showSearch, showSearchFeed, showTag } from './home/mixed.tsx'
import { robots, sitemap, sitemapPart } from './home/robots.ts'
import { showSuggestions } from './home/suggesting.tsx'
import { publishedPath, showPublishedBlocks } from './moderation/published.tsx'
import { showHubPoster } from './posters/poster.tsx'
import { showManifest } from './sharing/manifest.ts'
import { showOffline } from './sharing/offline.tsx'

/** The pages that belong to no kind. */
export function homeRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
    .get('/', showHome(deps))
    .get('/affiche', showHubPoster(deps))
    .get('/hors-ligne', showOffline(deps))
    .get('/manifest.webmanifest', showManifest(deps))
    .get('/recherche', showSearch(deps))
    .get('/recherche/suggestions', showSuggestions(deps))
    .get(publishedPath, showPublishedBlocks(deps))
    .get('/etiquettes/:tag', showTag(deps))
    .get('/brouillons', showDesk(deps))
    .get('/tableau-de-bord', arrive)
    .get('/publier', chooseKind(deps))
    .post('/langue', smallBody, chooseLanguage(deps))
    .get('/robots.txt', robots(deps))
    .get('/sitemap.xml', sitemap(deps))
    .get('/:part{sitemap-\\d{1,9}\\.xml}', sitemapPart(deps))
  for (const format of formatsOf(null)) app.get(`/recherche.${format}`, showSearchFeed(deps, format))
  for (const { key, path } of editablePages) app.get(path, showFooterPage(deps, key, path))
  return app
}
