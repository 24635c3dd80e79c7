import { Tabs } from '../../../views/components/tabs.tsx'
import { placeTexts } from '../../../views/places/texts.ts'
import { useTexts } from '../../../views/language.tsx'
import type { Kind } from '../../kinds/kind.ts'
import { listHref, type AskedFilter } from '../entries/filter.ts'
import { nearBar } from './near-bar.tsx'

export type View = 'list' | 'week' | 'month' | 'map'

/** `/agenda/semaine`: which week it is, is found out there. */
const pathOf = (path: string, view: View): string =>
  view === 'list' ? path : `${path}/${{ week: 'semaine', month: 'mois', map: 'carte' }[view]}`

const viewsOf = (kind: Kind | null): View[] =>
  kind === null
    ? ['list', 'map']
    : kind.placed !== true
      ? []
      : kind.when === undefined
        ? ['list', 'map']
        : ['list', 'week', 'month', 'map']

/** The ways to look at one list, each with the same filter. */
export function Views({ path, current, asked }: { path: string; current: View; asked: AskedFilter }) {
  const t = useTexts(placeTexts)
  const { kind, ...filter } = asked.filter
  const shown = viewsOf(path === '/recherche' ? null : kind)
  if (shown.length === 0) return null
  return (
    <Tabs
      label={t.views}
      items={shown.map((view) => ({
        href: listHref(pathOf(path, view), { filter: { ...filter, kind, page: 1 } }),
        label: t[view],
        current: view === current,
      }))}
    />
  )
}

/** Over the results of a list of what stands somewhere: the other ways to look at it, and around which point it is. */
export const WaysToLook = ({ path, asked }: { path: string; asked: AskedFilter }) =>
  viewsOf(path === '/recherche' ? null : asked.filter.kind).length === 0 ? null : (
    <div class={asked.filter.near === null ? 'ways-to-look' : 'stack'}>
      <Views path={path} current="list" asked={asked} />
      {nearBar(path, asked)}
    </div>
  )
