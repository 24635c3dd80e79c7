import { NetworkAdmin } from '../../../views/network/admin.tsx'
import { Network } from '../../../views/network/network.tsx'
import { networkTexts } from '../../../views/network/texts.ts'
import type { VoicesProps } from '../../../views/network/voices.tsx'
import type { Locale } from '../../../views/language.tsx'
import { hasRole } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { listEntries, readFilter } from '../../entries/list.ts'
import { audience, neighbours, voices } from '../../federation/neighbours.ts'
import { nodesOf } from '../../federation/software.ts'
import { kinds } from '../../kinds/index.ts'
import { Card } from '../entries/card.tsx'
import { hostOf } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { shownNeighbour } from './shown-neighbour.ts'

const newestShown = 6

/** `typed`: whom to follow, and why it came to nothing if it did. */
export async function networkPage(
  deps: Deps,
  c: Ctx,
  typed: { actor: string; error?: string } | null,
): Promise<Response> {
  const { locale, viewer } = c.var
  const t = networkTexts[locale]
  const filter = readFilter(null, (name) => (name === 'origin' ? 'network' : undefined))
  const { entries } = await listEntries(deps, filter, newestShown)
  const now = deps.now()
  const byHost = Map.groupBy(await neighbours(deps.db), ({ host }) => host)
  const nodes = await nodesOf(deps.db, [...byHost.keys()])
  return page(
    deps,
    c,
    {
      title: t.title,
      description: t.lead,
      active: 'network',
      canonical: `${deps.hub.origin}/reseau`,
      status: typed?.error === undefined ? 200 : 422,
    },
    <Network
      neighbours={[...byHost].map(([host, of]) =>
        shownNeighbour({ host, of, node: nodes.get(host) }, locale),
      )}
      voices={await ownVoices(deps, locale)}
      newest={entries.map((entry) => (
        <Card entry={entry} now={now} level={3} brief />
      ))}
      allHref="/recherche?origin=network"
      now={now}
      admin={
        hasRole(viewer, 'admin') ? <NetworkAdmin actor={typed?.actor ?? ''} error={typed?.error} /> : null
      }
    />,
  )
}

/** Each account of ours by what it says; a hub that is only being set up has none yet. */
async function ownVoices(deps: Deps, locale: Locale): Promise<VoicesProps> {
  const { settings, origin } = deps.hub
  const rows = await voices(deps.db)
  type Row = Pick<(typeof rows)[number], 'handle' | 'followers' | 'movedTo'>
  const shown = ({ handle, followers, movedTo }: Row, label: string) => ({
    ...{ label, followers, hasMoved: movedTo !== null },
    handle: `@${handle}@${hostOf(origin)}`,
  })
  const hub = rows.find(({ role }) => role === 'hub') ?? {
    handle: settings.handle,
    followers: 0,
    movedTo: null,
  }
  return {
    hub: shown(hub, settings.name),
    sections: rows
      .filter(({ role }) => role === 'section' || role === 'forum')
      .map((row) => shown(row, labelOf(row.handle, locale))),
    organisations: rows.filter(({ role }) => role === 'organisation').map((row) => shown(row, row.name)),
    audience: await audience(deps.db),
  }
}

/** What a section says, in the names of its lists. */
export const labelOf = (section: string, locale: Locale): string =>
  kinds
    .filter((kind) => kind.section === section)
    .map(({ texts }) => texts[locale].many)
    .join(', ')
