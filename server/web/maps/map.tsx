import type { Child } from 'hono/jsx'
import { directoryTexts } from '../../../views/directory/texts.ts'
import { mixedTexts } from '../../../views/home/mixed-texts.ts'
import { MapPage } from '../../../views/places/map.tsx'
import { placeTexts } from '../../../views/places/texts.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { countByDepartment, mostCounted } from '../../entries/by-department.ts'
import { placedEntries } from '../../entries/placed.ts'
import { tilesOf } from '../../settings/tiles.ts'
import type { Kind } from '../../kinds/kind.ts'
import { departments } from '../../places/departments.ts'
import { quantiles, shadeOf } from '../../places/quantiles.ts'
import { askedFilter, isNarrowed, listHref, type AskedFilter } from '../entries/filter.ts'
import { KindFilters } from '../entries/kind-filters.tsx'
import { countFacets } from '../../entries/facet-counts.ts'
import { organisationOptions } from '../entries/list.tsx'
import type { Ctx } from '../env.ts'
import { askedSearch, searchFilters, searchPath } from '../home/mixed.tsx'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'
import { streetMap, streetScripts } from './street-map.tsx'
import { Views } from './views.tsx'

/** `/emplois/carte?q=…`: what the list of the same address shows, by department. */
export const showMap = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { locale } = c.var
  const asked = await askedFilter(deps, kind, (name) => c.req.query(name))
  return mapPage(deps, c, asked, {
    path: kind.path,
    active: kind.name,
    title: kind.texts[locale].many,
    words: kind.texts[locale].count,
    tabs: <SectionTabs active={kind.name} locale={locale} />,
    filters: (
      <KindFilters
        kind={kind}
        action={`${kind.path}/carte`}
        dated
        asked={asked}
        counts={await countFacets(deps, asked.filter)}
        organisations={await organisationOptions(deps)}
        locale={locale}
      />
    ),
    note: kind.section === null ? <ForOthers locale={locale} /> : null,
  })
}

/** `/recherche/carte?q=…` */
export const showSearchMap = (deps: Deps) => async (c: Ctx) => {
  const { locale } = c.var
  const t = mixedTexts[locale]
  const asked = await askedSearch(deps, c)
  const { q } = asked.filter
  return mapPage(deps, c, asked, {
    path: searchPath,
    active: undefined,
    title: q === '' ? t.search : t.found(q),
    words: t.results,
    tabs: null,
    filters: await searchFilters(deps, c, asked, `${searchPath}/carte`),
    note: null,
  })
}

interface Shown {
  path: string
  active: string | undefined
  title: string
  words: { one: string; other: string }
  tabs: Child
  filters: Child
  note: Child
}

async function mapPage(deps: Deps, c: Ctx, asked: AskedFilter, shown: Shown): Promise<Response> {
  const { locale } = c.var
  const { path, active, ...rest } = shown
  const { counts, nowhere, more } = await countByDepartment(deps, asked.filter)
  const shades = quantiles([...counts.values()])
  const t = placeTexts[locale]
  const narrowed = isNarrowed(asked.filter)
  return page(
    deps,
    c,
    {
      title: t.title(shown.title),
      scripts: streetScripts(deps),
      description: t.lead,
      ...(active === undefined ? {} : { active }),
      ...(narrowed || active === undefined
        ? { robots: 'noindex, follow' }
        : { canonical: `${deps.hub.origin}${path}/carte` }),
    },
    <MapPage
      {...rest}
      views={<Views path={path} current="map" asked={asked} />}
      narrowed={narrowed}
      departments={departments
        .map(([code, name]) => ({
          ...{ code, name, count: counts.get(code) ?? 0, shade: shadeOf(counts.get(code) ?? 0, shades) },
          href: listHref(path, { filter: { ...asked.filter, place: code, page: 1 } }),
          isDrawn: code.length === 2,
        }))
        // All of the mainland; overseas those of five departments, and others where there is somebody.
        .filter(({ code, count, isDrawn }) => isDrawn || count > 0 || overseas.has(code))}
      shades={shades}
      nowhere={nowhere}
      cut={more ? mostCounted : null}
      tiles={streetMap(deps, c, shown.title, await pointsOf(deps, asked))}
    />,
  )
}

/** Nobody looks for what no map would show. */
const pointsOf = async (deps: Deps, { filter }: AskedFilter) =>
  tilesOf(deps.hub.settings) === null
    ? []
    : (await placedEntries(deps, filter)).map(({ path, ...point }) => ({ ...point, href: path }))

const overseas = new Set(['971', '972', '973', '974', '976'])

/** The directory, in the form that those who gather structures read. */
const ForOthers = ({ locale }: { locale: Locale }) => (
  <p class="hint">
    {directoryTexts[locale].open}{' '}
    <a href="/annuaire.data-inclusion.json" rel="alternate" type="application/json">
      data·inclusion (JSON)
    </a>
  </p>
)
