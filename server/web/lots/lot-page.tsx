import { LotPage } from '../../../views/lots/lot.tsx'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import { Facts } from '../../kinds/facts.tsx'
import { facts } from '../../kinds/tender/facts.ts'
import { lotFacts, lotTitle } from '../../kinds/tender/lot-facts.ts'
import { lotPath, tender as kind } from '../../kinds/tender/index.tsx'
import type { Ctx } from '../env.ts'
import { Badges } from '../entries/card.tsx'
import { outside, spokenIn } from '../entries/look.ts'
import { page } from '../page.tsx'
import { lotPanels } from './panels.ts'
import { soughtLot, type SoughtLot } from './seek-lot.ts'

/** `/marches/entretien-des-parcs/lots/1` */
export const showLot = (deps: Deps) => async (c: Ctx) => {
  const found = await soughtLot(deps, c)
  const { entry, lot, moved } = found
  const { envelope } = entry
  const { locale } = c.var
  if (moved) return c.redirect(lotPath(envelope, lot), 301)
  const shown = isPublic(envelope.state)
  const t = kind.texts[locale]
  return page(
    deps,
    c,
    {
      title: `${lotTitle(lot, locale)} – ${envelope.title}`,
      description: inBrief(found, locale),
      active: kind.name,
      ...(shown ? { canonical: canonicalOf(deps, found) } : {}),
      ...(shown && envelope.origin === null ? {} : { robots: 'noindex' }),
    },
    <LotPage
      list={{ href: kind.path, label: t.many }}
      kind={{ name: kind.name, label: t.one, icon: kind.icon }}
      tender={{ href: envelope.path, title: envelope.title }}
      name={lotTitle(lot, locale)}
      language={spokenIn(envelope, locale)}
      description={lot.description}
      badges={<Badges entry={entry} now={deps.now()} />}
      hidden={!shown}
      origin={
        envelope.origin && {
          host: envelope.origin.host,
          url: canonicalOf(deps, found),
        }
      }
      facts={<Facts items={[...lotFacts(lot, locale), ...ofTender(found, locale)]} />}
      panels={shown ? await lotPanels(deps, c, entry, lot) : []}
    />,
  )
}

/** Of its tender, what one has to know to answer. */
const ofTender = ({ tender }: SoughtLot, locale: Ctx['var']['locale']) =>
  facts(tender, locale).filter(({ name }) => forLots.has(name))

const forLots: ReadonlySet<string> = new Set([
  ...['buyer', 'deadline', 'procedure', 'reference', 'notice', 'contactEmail'],
])

const inBrief = (found: SoughtLot, locale: Ctx['var']['locale']): string =>
  [...ofTender(found, locale).slice(0, 2), ...lotFacts(found.lot, locale)]
    .filter(({ value }) => value !== '')
    .slice(0, 6)
    .map(({ value }) => value.replaceAll('\n', ', '))
    .join(' · ')

/** A lot from elsewhere has its page at home: only hubs know of lots, and all give them the same address. */
function canonicalOf({ hub }: Pick<Deps, 'hub'>, { entry, lot }: SoughtLot): string {
  const { envelope } = entry
  const home = envelope.origin === null ? undefined : outside(envelope.url)
  return home === undefined ? hub.origin + lotPath(envelope, lot) : `${home}/lots/${lot.number}`
}
