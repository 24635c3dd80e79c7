import type { Locale } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import type { Filter } from '../entries/list.ts'
import type { Entry } from '../entries/load.ts'
import { cpvPrefix } from '../kinds/cpv.ts'
import { tenderIn } from '../kinds/tender/fields.ts'
import { tender } from '../kinds/tender/index.tsx'
import { lotLine } from '../kinds/tender/lot-facts.ts'
import { mostItems, type DigestItem, type DigestSection } from './letters.ts'
import { pathOf } from './link.ts'
import { fittingSection } from './fitting-lots.ts'
import { newsOf } from './news.ts'
import type { AlertRow } from './queries.ts'
import { listPath, readSearch } from './search.ts'
import { inWords } from './words.ts'

/**
 * What is new for one alert; `seen` is what the same letter has told already. Gone: what was looked for is not
 * understood any more, and to say nothing for ever would be no answer.
 */
export async function sectionOf(
  deps: Deps,
  alert: AlertRow,
  to: { email: string; locale: Locale },
  told: { until: number; untilN: number },
  seen: Set<string>,
): Promise<DigestSection | 'gone'> {
  const { locale } = to
  if (alert.organisationId !== '') return fittingSection(deps, alert, to, told, seen)
  const filter = readSearch(alert)
  if (filter === null) return 'gone'
  const { since, sinceN } = alert
  const found = await newsOf(deps, filter, { since, sinceN, ...told }, mostItems + seen.size + 1)
  const news = found.filter(({ envelope }) => !seen.has(envelope.id))
  const shown = news.slice(0, mostItems)
  for (const { envelope } of shown) seen.add(envelope.id)
  const { origin } = deps.hub
  return {
    what: await inWords(deps, filter, locale, 'shown'),
    items: shown.map((entry) => itemOf(entry, filter, origin, locale)),
    more: news.length > mostItems,
    list: origin + listPath(alert),
    link: origin + pathOf(deps, { id: alert.id, account: alert.userId === null ? null : to.email }),
  }
}

function itemOf(entry: Entry, filter: Filter, hub: string, locale: Locale): DigestItem {
  const { title, speaker, placeLabel, closesAt, origin, path } = entry.envelope
  const about = [
    filter.kind === null ? entry.kind.texts[locale].one : '',
    speaker?.name ?? origin?.name ?? '',
    placeLabel ?? '',
  ].filter((part) => part !== '')
  return {
    title,
    details: [...(about.length === 0 ? [] : [about.join(' · ')]), ...lotsIn(entry, filter, locale)],
    closesAt,
    link: hub + path,
  }
}

/** Of a tender, the lots that can be answered; where a code was looked for, those that ask it. */
function lotsIn({ kind, fields }: Entry, { facets }: Filter, locale: Locale): string[] {
  if (kind.name !== tender.name) return []
  const prefix = cpvPrefix(facets.find(({ name }) => name === 'cpv')?.value ?? '') ?? ''
  const lots = (tenderIn(fields)?.lots ?? []).filter(
    ({ state, cpv }) => state === 'open' && (prefix === '' || cpv?.startsWith(prefix) === true),
  )
  return lots.slice(0, mostLots).map((lot) => lotLine(lot, locale))
}

/** Of one tender: the others are on its page. */
const mostLots = 5
