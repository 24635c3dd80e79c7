import { LinkButton } from '../../../views/components/button.tsx'
import { Shelf } from '../../../views/directory/shelf.tsx'
import { directoryTexts } from '../../../views/directory/texts.ts'
import type { Deps } from '../../deps.ts'
import { softwareEntries } from '../../directory/queries.ts'
import { shelfOf } from '../../directory/shelf.ts'
import { mayWrite } from '../entries/may-write.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'
import { outside } from '../entries/look.ts'
import { talkKind } from '../visits/ask.tsx'

/** `/ressources/logiciels-libres` */
export const showShelf = (deps: Deps) => async (c: Ctx) => {
  const { locale, viewer } = c.var
  const t = directoryTexts[locale].shelf
  const software = shelfOf(await softwareEntries(deps, deps.now()))
  return page(
    deps,
    c,
    {
      title: t.title,
      description: t.lead,
      active: 'shelf',
      canonical: `${deps.hub.origin}/ressources/logiciels-libres`,
    },
    <Shelf
      tabs={<SectionTabs active="shelf" locale={locale} />}
      offer={
        mayWrite(viewer, talkKind) ? (
          <LinkButton href="/ressources/nouveau" look="primary" icon="plus">
            {t.offer}
          </LinkButton>
        ) : null
      }
      software={software.map((one) => ({
        ...one,
        declared: one.declared.map((declared) => ({
          ...declared,
          repository: outside(declared.repository) ?? null,
        })),
      }))}
    />,
  )
}
