import { Home } from '../../../views/home/home.tsx'
import { homeTexts } from '../../../views/home/home-texts.ts'
import { hasRole } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { listEntries, readFilter } from '../../entries/list.ts'
import { followedHosts } from '../../hub/neighbour-queries.ts'
import { kinds } from '../../kinds/index.ts'
import { renderMarkdown } from '../../text/markdown.ts'
import { Card } from '../entries/card.tsx'
import { hostOf } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { movedAccount } from '../moving/moved.tsx'
import { page } from '../page.tsx'
import { sections } from '../sections.ts'
import { hubImage } from '../sharing/banner-of.ts'
import { worksHere } from '../entries/may-write.ts'

const shown = 3

/** `/`: what this hub is, and what is new of each kind. */
export const showHome = (deps: Deps) => async (c: Ctx) => {
  const { locale, viewer } = c.var
  const { settings, origin } = deps.hub
  const lists = await Promise.all(
    kinds.map(async (kind) => ({
      kind,
      ...(await listEntries(
        deps,
        readFilter(kind, () => undefined),
        shown,
      )),
    })),
  )
  const now = deps.now()
  const moved = await movedAccount(deps, settings.handle, null)
  return page(
    deps,
    c,
    {
      title: settings.name,
      description: settings.tagline || homeTexts[locale].what,
      canonical: `${origin}/`,
      active: 'home',
      og: { image: hubImage(deps, locale) },
    },
    <>
      {moved}
      <Home
        name={settings.name}
        tagline={settings.tagline}
        sections={sections(locale)}
        text={settings.homeText === '' ? '' : renderMarkdown(settings.homeText, settings.locale)}
        language={settings.locale === locale ? undefined : settings.locale}
        newest={lists
          .filter(({ entries }) => entries.length > 0)
          .map(({ kind, entries }) => ({
            key: kind.name,
            label: kind.texts[locale].many,
            href: kind.path,
            cards: entries.map((entry) => <Card entry={entry} now={now} brief />),
          }))}
        neighbours={await followedHosts(deps.db)}
        handle={moved === null ? `@${settings.handle}@${hostOf(origin)}` : null}
        mayPublish={worksHere(viewer)}
        mayRun={hasRole(viewer, 'admin')}
      />
    </>,
  )
}
