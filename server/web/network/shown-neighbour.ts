import { formatCount } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { ShownAccount, ShownNeighbour } from '../../../views/network/neighbour.tsx'
import { softwareName } from '../../../views/network/software-name.ts'
import type { Neighbour } from '../../federation/neighbours.ts'
import type { Node } from '../../federation/software.ts'
import { kindNamed, kinds } from '../../kinds/index.ts'
import { departmentLabel } from '../../places/departments.ts'
import { excerpt, plainText } from '../../text/html.ts'
import { outside } from '../entries/look.ts'

export const nameOf = ({ name, handle, host }: Pick<Neighbour, 'name' | 'handle' | 'host'>): string =>
  name === '' ? `@${handle}@${host}` : name

/** One a site. A hub's sections bear the same names everywhere: whoever has another name is the hub itself. */
export function shownNeighbour(
  { host, of, node }: { host: string; of: readonly Neighbour[]; node: Node | undefined },
  locale: Locale,
): ShownNeighbour {
  const own = of.find(({ handle }) => !isSection(handle))
  // Of a hub, what the server says of itself is what it is; elsewhere many have accounts on one server.
  const hub = node?.name === 'maillon' ? node : null
  const since = of.flatMap(({ state, acceptedAt }) => (state === 'accepted' ? (acceptedAt ?? []) : []))
  const dates = of.flatMap(({ newestAt }) => newestAt ?? [])
  return {
    host,
    name: own === undefined ? (hub?.title ?? host) : nameOf(own),
    url: outside(own?.url ?? null) ?? `https://${host}/`,
    accounts: of.map(shownAccount),
    shares: sharesOf(of, locale),
    newestAt: dates.length === 0 ? null : Math.max(...dates),
    since: since.length === 0 ? null : Math.min(...since),
    description: hub?.description ?? excerpt(plainText(own?.summary ?? ''), 200),
    software: node === undefined ? null : [softwareName(node.name), node.version].filter(Boolean).join(' '),
    place: placeOf(hub?.territory ?? null),
    network: hub === null ? null : `https://${host}/reseau`,
  }
}

const isSection = (handle: string): boolean => kinds.some(({ section }) => section === handle)

/** Each kind once, through whichever of its accounts it came. */
function sharesOf(of: readonly Neighbour[], locale: Locale): string[] {
  const shared = Map.groupBy(
    of.flatMap(({ shares }) => shares),
    ({ kind }) => kind,
  )
  return [...shared].flatMap(([kind, shares]) => {
    const words = kindNamed(kind)?.texts[locale].count
    const count = shares.reduce((sum, share) => sum + share.count, 0)
    return words === undefined ? [] : [formatCount(count, locale, words)]
  })
}

const placeOf = (code: string | null): string | null => departmentLabel(code ?? '') ?? null

function shownAccount(one: Neighbour): ShownAccount {
  const { n, id, handle, host, state, requestedAt, polledAt, error, formerly } = one
  return {
    ...{ n, state, requestedAt, polledAt, error, formerly },
    actor: id,
    handle: `@${handle}@${host}`,
  }
}
