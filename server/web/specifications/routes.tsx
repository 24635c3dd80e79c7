import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { kindNamed } from '../../kinds/index.ts'
import type { Env } from '../env.ts'
import { showSpecification } from './specification.tsx'
import { showComparison, showVersion, showVersions } from './versions.tsx'

/** What calls ask, part by part, and what they asked before. */
export function specificationRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const kind = kindNamed('call')
  if (kind === undefined) return app
  return app
    .get(`${kind.path}/:ref/cahier-des-charges`, showSpecification(deps, kind))
    .get(`${kind.path}/:ref/versions`, showVersions(deps, kind))
    .get(`${kind.path}/:ref/versions/comparer`, showComparison(deps, kind))
    .get(`${kind.path}/:ref/versions/:version`, showVersion(deps, kind))
}
