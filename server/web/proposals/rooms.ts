import type { Deps } from '../../deps.ts'
import { listEntries, readFilter } from '../../entries/list.ts'
import type { Entry } from '../../entries/load.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import { kindNamed } from '../../kinds/index.ts'

export const resourceKind = kindNamed('resource')

/** Of this hub, and open: rooms offered by the organisation of the commitment, or under one of its tags. */
export async function roomsFor(deps: Deps, { organisationId, tags }: Envelope): Promise<Entry[]> {
  if (resourceKind === undefined) return []
  const links = [
    ...(organisationId === null ? [] : [{ org: organisationId }]),
    ...tags.slice(0, 6).map(({ tag }) => ({ tag })),
  ]
  const found = await Promise.all(links.map((link) => offered(deps, link)))
  return [...new Map(found.flat().map((entry) => [entry.envelope.n, entry])).values()].slice(0, 20)
}

async function offered(deps: Deps, link: Readonly<Record<string, string>>): Promise<Entry[]> {
  const asked: Readonly<Record<string, string>> = {
    ...link,
    ...{ category: 'room', direction: 'offer', origin: 'hub' },
  }
  const { entries } = await listEntries(
    deps,
    readFilter(resourceKind ?? null, (name) => asked[name]),
  )
  return entries
}
