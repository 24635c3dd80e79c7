import { Home } from '../../../views/home/home.tsx'
import { homeTexts } from '../../../views/home/home-texts.ts'
import { purposes } from '../../../views/home/ways-texts.ts'
import { hasRole } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { followedHosts } from '../../hub/neighbour-queries.ts'
import { kindNamed } from '../../kinds/index.ts'
import { renderMarkdown } from '../../text/markdown.ts'
import { Card } from '../entries/card.tsx'
import { hostOf } from '../entries/look.ts'
import { worksHere } from '../entries/may-write.ts'
import type { Ctx } from '../env.ts'
import { movedAccount } from '../moving/moved.tsx'
import { page } from '../page.tsx'
import { sections } from '../sections.ts'
import { lately } from './lately.ts'

/** `/`: what this hub is, the ways into it, and what is new. */
export const showHome = (deps: Deps) => async (c: Ctx) => {
  const { locale, viewer } = c.var
  const { settings, origin } = deps.hub
  const { newest, coming } = await lately(deps)
  const now = deps.now()
  const moved = await movedAccount(deps, settings.handle, null)
  const ways = purposes.flatMap((purpose) => {
    const kind = kindNamed(purpose)
    return kind === undefined ? [] : [{ purpose, href: kind.path, icon: kind.icon }]
  })
  return page(
    deps,
    c,
    {
      title: settings.name,
      description: settings.tagline || homeTexts[locale].what,
      canonical: `${origin}/`,
      active: 'home',
    },
    <>
      {moved}
      <Home
        name={settings.name}
        tagline={settings.tagline}
        ways={ways}
        also={sections(locale).filter(({ href }) => !ways.some((way) => way.href === href))}
        text={settings.homeText === '' ? '' : renderMarkdown(settings.homeText, settings.locale)}
        language={settings.locale === locale ? undefined : settings.locale}
        newest={newest.map((entry) => (
          <Card entry={entry} now={now} level={3} brief />
        ))}
        coming={coming.map((entry) => (
          <Card entry={entry} now={now} level={3} brief="bare" />
        ))}
        comingHref={kindNamed('event')?.path ?? '/recherche'}
        neighbours={await followedHosts(deps.db)}
        handle={moved === null ? `@${settings.handle}@${hostOf(origin)}` : null}
        mayPublish={worksHere(viewer)}
        mayRun={hasRole(viewer, 'admin')}
      />
    </>,
  )
}
