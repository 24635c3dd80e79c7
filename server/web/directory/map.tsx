import { DirectoryMap } from '../../../views/directory/map.tsx'
import { directoryTexts } from '../../../views/directory/texts.ts'
import type { Deps } from '../../deps.ts'
import { countByDepartment } from '../../directory/queries.ts'
import { departments } from '../../places/departments.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'

/** `/annuaire/carte` */
export const showMap = (deps: Deps) => async (c: Ctx) => {
  const { locale } = c.var
  const t = directoryTexts[locale].map
  const { counts, nowhere } = await countByDepartment(deps.db)
  return page(
    deps,
    c,
    { title: t.title, description: t.lead, active: 'map', canonical: `${deps.hub.origin}/annuaire/carte` },
    <DirectoryMap
      tabs={<SectionTabs active="map" locale={locale} />}
      departments={departments
        .map(([code, name]) => ({
          ...{ code, name, count: counts.get(code) ?? 0, href: `/annuaire?place=${code}` },
          isDrawn: code.length === 2,
        }))
        // All of the mainland; overseas those of five departments, and others where there is somebody.
        .filter(({ code, count, isDrawn }) => isDrawn || count > 0 || overseas.has(code))}
      nowhere={nowhere}
    />,
  )
}

const overseas = new Set(['971', '972', '973', '974', '976'])
