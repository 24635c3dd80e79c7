import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { tender } from '../../kinds/tender/index.tsx'
import type { Env } from '../env.ts'
import { showLot } from './lot-page.tsx'

/** The lots of a tender, each with a page of its own. */
export function lotRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(`${tender.path}/:ref/lots/:number`, showLot(deps))
  return app
}
