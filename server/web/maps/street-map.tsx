import type { Child } from 'hono/jsx'
import { StreetMap, type StreetMapProps } from '../../../views/places/street-map.tsx'
import type { Deps } from '../../deps.ts'
import { tilesOf } from '../../settings/tiles.ts'
import type { Ctx } from '../env.ts'

/** What `page` is to load where a map may be asked for. */
export const streetScripts = ({ hub }: Pick<Deps, 'hub'>): string[] =>
  tilesOf(hub.settings) === null ? [] : ['streets.js']

/**
 * A map with streets, where the administrator names tiles and there is something on it. This page alone may then show
 * pictures of that host: `headers` widens its policy.
 */
export function streetMap(
  { hub }: Pick<Deps, 'hub'>,
  c: Ctx,
  title: string,
  points: StreetMapProps['points'],
): Child {
  const tiles = tilesOf(hub.settings)
  if (tiles === null || points.length === 0) return null
  c.set('tiles', tiles.origin)
  const { url, credit, origin } = tiles
  return <StreetMap title={title} tiles={{ url, credit, host: new URL(origin).host }} points={points} />
}
