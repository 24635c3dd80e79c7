import { NetworkAdmin } from '../../../views/network/admin.tsx'
import { Network, type ShownNeighbour } from '../../../views/network/network.tsx'
import { networkTexts } from '../../../views/network/texts.ts'
import type { VoicesProps } from '../../../views/network/voices.tsx'
import type { Locale } from '../../../views/language.tsx'
import { formatNumber } from '../../../views/format.ts'
import { hasRole } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { listEntries, readFilter } from '../../entries/list.ts'
import { audience, neighbours, voices, type Neighbour } from '../../federation/neighbours.ts'
import { kindNamed, kinds } from '../../kinds/index.ts'
import { Card } from '../entries/card.tsx'
import { hostOf, outside } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'

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
      neighbours={(await neighbours(deps.db)).map((one) => shownNeighbour(one, locale))}
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

export const nameOf = ({ name, handle, host }: Pick<Neighbour, 'name' | 'handle' | 'host'>): string =>
  name === '' ? `@${handle}@${host}` : name

function shownNeighbour(one: Neighbour, locale: Locale): ShownNeighbour {
  const { n, id, handle, host, url, state, requestedAt, polledAt, error, shares } = one
  return {
    ...{ n, state, requestedAt, polledAt, error },
    actor: id,
    name: nameOf(one),
    handle: `@${handle}@${host}`,
    url: outside(url) ?? id,
    shares: shares.flatMap(({ kind, count }) => {
      const label = kindNamed(kind)?.texts[locale].many
      return label === undefined ? [] : [`${label} (${formatNumber(count, locale)})`]
    }),
  }
}

/** Each account of ours by what it says; a hub that is only being set up has none yet. */
async function ownVoices(deps: Deps, locale: Locale): Promise<VoicesProps> {
  const { settings, origin } = deps.hub
  const rows = await voices(deps.db)
  const shown = ({ handle, followers }: { handle: string; followers: number }, label: string) => ({
    ...{ label, followers },
    handle: `@${handle}@${hostOf(origin)}`,
  })
  const hub = rows.find(({ role }) => role === 'hub') ?? { handle: settings.handle, followers: 0 }
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
