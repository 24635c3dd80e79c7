import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { kinds } from '../../kinds/index.ts'
import type { Env } from '../env.ts'
import { searchPath } from '../home/mixed.tsx'
import { showMap, showSearchMap } from './map.tsx'

/** The lists of what stands somewhere, and the search, by department. */
export function mapRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>().get(`${searchPath}/carte`, showSearchMap(deps))
  for (const kind of kinds) if (kind.placed === true) app.get(`${kind.path}/carte`, showMap(deps, kind))
  return app
}
