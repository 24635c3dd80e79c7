import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { errorTexts } from '../../views/error-texts.ts'
import { Layout, StatusUpdate, Surroundings, type Shell } from '../../views/layout.tsx'
import type { Locale } from '../../views/language.tsx'
import { portraitPath } from '../accounts/portrait.ts'
import type { Deps } from '../deps.ts'
import { identity, sheetAddress } from '../hub/identity.ts'
import { countUnread } from '../notifications/queries.ts'
import type { Ctx } from './env.ts'
import { inAddress, inEveryLanguage, plainPath } from './in-every-language.ts'
import { footerPages } from './footer-pages.ts'
import { mayWriteSomething } from './entries/may-write.ts'
import { awaiting } from './awaiting.ts'
import { sections } from './sections.ts'
import { iconAddress } from './sharing/icons.ts'

export interface PageProps {
  title: string
  description?: string
  canonical?: string
  robots?: string
  alternates?: Shell['alternates']
  og?: Shell['og']
  scripts?: Shell['scripts']
  active?: Shell['active']
  direction?: Shell['direction']
  sheets?: Shell['sheets']
  status?: ContentfulStatusCode
  /** Shown at the top of this very page; a redirect uses `flash` of middleware/flash.ts instead. */
  notice?: Shell['flash']
}

/**
 * The page and its fragment are one component: htmx asks for the content alone, a browser gets it in the
 * frame. Anonymous pages may be kept by shared caches for a minute; a member's never.
 */
export async function page(deps: Deps, c: Ctx, props: PageProps, children: Child): Promise<Response> {
  const { locale, viewer } = c.var
  const { status = 200, notice, ...rest } = props
  // A form that came back wrong says so in its first word: it is what is heard first, and stands on the tab.
  const title = isWrong(status) ? errorTexts[locale].inError(props.title) : props.title
  const flash = notice ?? c.var.flash
  c.header('Vary', 'HX-Request, HX-Request-Type', { append: true })
  c.header(
    'Cache-Control',
    viewer === null && status === 200 && flash === null
      ? 'public, max-age=0, must-revalidate'
      : 'private, no-store',
  )
  if (c.req.header('HX-Request') === 'true' && c.req.header('HX-Request-Type') === 'partial')
    return c.html(
      <Surroundings locale={locale} assets={deps.assets.manifest}>
        {children}
        {flash && <StatusUpdate flash={flash} />}
      </Surroundings>,
      status,
    )
  const { settings, origin } = deps.hub
  // Whose word a page is, is the hub's own, if nobody else's is said.
  const og = { creator: `@${settings.handle}@${new URL(origin).host}`, ...rest.og }
  const path = plainPath(new URL(c.req.url))
  // Of what comes from elsewhere the original is at home.
  const isOurs = rest.canonical === undefined || rest.canonical.startsWith(`${origin}/`)
  const isForRobots = viewer === null && status === 200 && rest.robots === undefined && isOurs
  return c.html(
    <Layout
      {...rest}
      // Whoever is in learns of what comes while a page is open.
      scripts={viewer === null ? rest.scripts : ['live.js', ...(rest.scripts ?? [])]}
      og={og}
      title={title}
      hub={faceOf(deps, locale)}
      viewer={
        viewer === null
          ? null
          : {
              name: viewer.name,
              picture: viewer.pictureId === null ? undefined : portraitPath(viewer.pictureId, 'small'),
              role: viewer.role,
              waits: await awaiting(deps.db, viewer),
              unread: await countUnread(deps.db, viewer.id),
              mayPublish: mayWriteSomething(viewer),
            }
      }
      locale={locale}
      path={path}
      canonical={rest.canonical ?? (isAsked(c) ? origin + path : undefined)}
      languages={isForRobots ? inEveryLanguage(origin, path) : undefined}
      sections={sections(locale)}
      flash={flash}
      offlinePages={deps.config.offlinePages}
      version={deps.version}
      assets={deps.assets.manifest}
    >
      {children}
    </Layout>,
    status,
  )
}

/** A page in the language that its address asks for is no other page. */
const isAsked = (c: Ctx): boolean => c.req.query(inAddress) !== undefined

/** How the hub shows itself in the frame of each page. */
function faceOf(deps: Deps, locale: Locale): Shell['hub'] {
  const { hub } = deps
  const { name, tagline, accent, logo } = identity(hub)
  const style = accent && {
    href: sheetAddress(accent),
    light: accent.light.accent,
    dark: accent.dark.tint,
  }
  const [tab, touch, card] = (['96', '180', '512'] as const).map((sort) => iconAddress(deps, sort))
  const icons = tab && touch && card ? { tab, touch, card } : null
  return { name, tagline, origin: hub.origin, logo, style, icons, pages: footerPages(hub.settings, locale) }
}

const isWrong = (status: number): boolean => status === 422 || status === 429
