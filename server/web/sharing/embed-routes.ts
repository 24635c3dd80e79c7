import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { kinds } from '../../kinds/index.ts'
import type { Env } from '../env.ts'
import { showEmbed } from './embed.tsx'
import { showOembed } from './oembed.ts'

/** What stands on other people's sites: nobody is known here, so no cookie is read or set. */
export function embedRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>().get('/oembed', showOembed(deps))
  for (const kind of kinds) app.get(`/embed${kind.path}`, showEmbed(deps, kind))
  return app
}
