import { catalogue, type Locale } from '../../views/language.tsx'
import { userById, viewerOf } from '../accounts/store.ts'
import type { Deps } from '../deps.ts'
import { isPublic } from '../entries/entry.ts'
import { entryById } from '../entries/queries.ts'
import type { Envelope } from '../kinds/envelope.ts'
import { lotTitle } from '../kinds/tender/lot-facts.ts'
import { lotPath, tender as kind } from '../kinds/tender/index.tsx'
import { sorted } from '../matching/match.ts'
import { lotsFor, type MatchedLot } from '../matching/matching.ts'
import type { OpenTender } from '../matching/open-lots.ts'
import { mayBeTold } from './fitting.ts'
import { mostItems, type DigestItem, type DigestSection } from './letters.ts'
import { pathOf } from './link.ts'
import type { Stretch } from './news.ts'
import type { AlertRow } from './queries.ts'

/** What is new for an organisation, with its reasons. Gone: it is no more, or this person no longer publishes for it. */
export async function fittingSection(
  deps: Deps,
  alert: AlertRow,
  { email, locale }: { email: string; locale: Locale },
  told: { until: number; untilN: number },
  seen: Set<string>,
): Promise<DigestSection | 'gone'> {
  const envelope = await fittedOrganisation(deps, alert.organisationId)
  const user = await userById(deps.db, alert.userId ?? '')
  if (envelope === null || user === undefined) return 'gone'
  if (!mayBeTold(await viewerOf(deps.db, user, null), envelope)) return 'gone'
  const stretch = { since: alert.since, sinceN: alert.sinceN, ...told }
  const news = sorted((await lotsFor(deps, envelope.id)) ?? [], 'reasons').filter(
    ({ tender, lot }) => isIn(stretch, tender) && !seen.has(nameOf(tender, lot)),
  )
  const shown = news.slice(0, mostItems)
  for (const { tender, lot } of shown) seen.add(nameOf(tender, lot))
  const { origin } = deps.hub
  return {
    what: texts[locale].fits(envelope.title),
    items: shown.map((one) => itemOf(one, origin, locale)),
    more: news.length > mostItems,
    list: `${origin}${envelope.path}/marches`,
    link: origin + pathOf(deps, { id: alert.id, account: email }),
  }
}

export async function fittedOrganisation(
  deps: Pick<Deps, 'db' | 'hub'>,
  id: string,
): Promise<Envelope | null> {
  const envelope = (await entryById(deps, id))?.envelope
  return envelope !== undefined && isPublic(envelope.state) ? envelope : null
}

/** As `arrived` of news.ts says it in SQL. */
const isIn = ({ since, until, sinceN, untilN }: Stretch, { host, publishedAt, n }: OpenTender): boolean =>
  host === null
    ? publishedAt !== null && publishedAt >= since && publishedAt < until
    : n > sinceN && n <= untilN

const nameOf = ({ id }: OpenTender, { number }: { number: number }): string => `${id}/${number}`

function itemOf({ tender, lot, match }: MatchedLot, hub: string, locale: Locale): DigestItem {
  return {
    title: lotTitle(lot, locale),
    details: [
      `${tender.title} – ${tender.buyer}`,
      ...match.findings
        .filter(({ verdict }) => verdict !== 'unknown')
        .map(({ verdict, say }) => `${verdict === 'fits' ? '+' : '?'} ${say(locale)}`),
    ],
    closesAt: tender.closesAt,
    link: hub + lotPath({ path: `${kind.path}/${tender.slug}` }, lot),
  }
}

const texts = catalogue('server/alerts/fitting-lots', {
  fr: { fits: (organisation: string) => `Lots qui conviennent à ${organisation}` },
  en: { fits: (organisation: string) => `Lots that fit ${organisation}` },
})
