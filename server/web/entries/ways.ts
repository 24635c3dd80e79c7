import type { WayOn } from '../../../views/entries/ways-on.tsx'
import type { Locale } from '../../../views/language.tsx'
import { partsInWords } from '../../alerts/words.ts'
import type { Deps } from '../../deps.ts'
import { counted, type Count } from '../../entries/count.ts'
import { readFilter, type Filter } from '../../entries/list.ts'
import { nearSearch } from '../../entries/near-word.ts'
import { departmentName, departmentOf } from '../../places/departments.ts'
import { territoryOf } from '../../places/neighbours.ts'
import { activeFilters, listHref, type AskedFilter } from './filter.ts'

/** So many single filters are tried without; each is counted in a few rows. */
const mostTried = 6

/** Where to look on when nothing was found: only what asks less, and first what is known to give something. */
export async function waysOn(deps: Deps, path: string, asked: AskedFilter, locale: Locale): Promise<WayOn[]> {
  const { filter } = asked
  const known = [
    ...(await spelled(deps, path, filter)),
    ...(await wider(deps, path, filter)),
    ...(await dropped(deps, path, asked, locale)),
  ]
  return [...known, ...broader(path, filter)]
}

/** A word that nobody writes so, as it is written. */
async function spelled(deps: Deps, path: string, filter: Filter): Promise<WayOn[]> {
  const near = filter.q === '' ? null : await nearSearch(deps, filter)
  if (near === null) return []
  const bare = readFilter(filter.kind, (name) => (name === 'q' ? near : undefined))
  return [{ way: 'spelling', what: near, href: listHref(path, { filter: bare }), count: null }]
}

async function wider(deps: Deps, path: string, filter: Filter): Promise<WayOn[]> {
  const { place, around } = filter
  if (place.length !== 5 || place === '00000') return []
  const territory = around ? null : await territoryOf(deps.db, place)
  const department = departmentOf(place)
  const ways = [
    ...(territory === null
      ? []
      : [{ way: 'around' as const, what: territory.name, change: { around: true } }]),
    {
      way: 'department' as const,
      what: departmentName(department) ?? department,
      change: { place: department, around: false },
    },
  ]
  return giving(deps, path, filter, ways)
}

/** Each single filter taken back. */
async function dropped(deps: Deps, path: string, asked: AskedFilter, locale: Locale): Promise<WayOn[]> {
  const parts = asked.unknownPlace === null ? await partsInWords(deps, asked.filter, locale, 'shown') : []
  if (parts.length < 2) return []
  const ways = parts
    .slice(0, mostTried)
    .map(({ text, without }) => ({ way: 'without' as const, what: text, change: without }))
  return giving(deps, path, asked.filter, ways)
}

async function giving(
  deps: Deps,
  path: string,
  filter: Filter,
  ways: readonly { way: WayOn['way']; what: string; change: Partial<Filter> }[],
): Promise<WayOn[]> {
  const found: WayOn[] = []
  for (const { way, what, change } of ways) {
    const changed = { ...filter, page: 1, ...change }
    const count: Count = await counted(deps, changed)
    if (count.count > 0) found.push({ way, what, href: listHref(path, { filter: changed }), count })
  }
  return found
}

/** What may give something: to count it would cost more than to look. */
function broader(path: string, filter: Filter): WayOn[] {
  const { q, kind, origin, past } = filter
  const without = (change: Partial<Filter>) => listHref(path, { filter: { ...filter, page: 1, ...change } })
  const bare = readFilter(kind, (name) => (name === 'q' ? q : name === 'past' && past ? '1' : undefined))
  const ways: (Omit<WayOn, 'what' | 'count'> | false)[] = [
    q !== '' &&
      activeFilters({ ...filter, past: false }) > 0 && {
        way: 'unfiltered',
        href: listHref(path, { filter: bare }),
      },
    origin === 'hub' && { way: 'network', href: without({ origin: 'all' }) },
    !past && { way: 'past', href: without({ past: true }) },
    q !== '' &&
      kind !== null && {
        way: 'everywhere',
        href: listHref('/recherche', { filter: { ...bare, kind: null } }),
      },
  ]
  return ways.filter((way) => way !== false).map((way) => ({ ...way, what: '', count: null }))
}
