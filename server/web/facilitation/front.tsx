import { Front } from '../../../views/facilitation/front.tsx'
import { frontTexts } from '../../../views/facilitation/front-texts.ts'
import { facilitationTexts } from '../../../views/facilitation/texts.ts'
import { activeFacilitators } from '../../accounts/store.ts'
import type { Deps } from '../../deps.ts'
import { mayRunDesk } from '../../facilitation/access.ts'
import { counters } from '../../facilitation/counters.ts'
import { ownPath } from '../../facilitation/link.ts'
import { casesOfMember } from '../../facilitation/queries.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'

/** What the page calls itself by in the menu. */
export const facilitationKey = 'facilitation'

/** `/facilitation`, for everybody. */
export const showFront = (deps: Deps) => async (c: Ctx) => {
  const { viewer, locale } = c.var
  const own = viewer === null ? [] : await casesOfMember(deps.db, viewer.id)
  return page(
    deps,
    c,
    {
      title: facilitationTexts[locale].title,
      description: frontTexts[locale].lead,
      canonical: `${deps.hub.origin}/facilitation`,
      active: facilitationKey,
    },
    <Front
      hub={deps.hub.settings.name}
      tabs={<SectionTabs active={facilitationKey} locale={locale} />}
      hasFacilitators={(await activeFacilitators(deps.db)).length > 0}
      counters={await counters(deps.db)}
      own={own.map(({ id, subject, closedAt }) => ({
        ...{ subject, href: ownPath(deps, id), over: closedAt !== null },
      }))}
      runs={mayRunDesk(viewer)}
    />,
  )
}
