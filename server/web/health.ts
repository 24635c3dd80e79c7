import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { readiness } from '../hub/queries.ts'
import type { Env } from './env.ts'

/** For those who watch the machine: `/healthz` says the process lives, `/readyz` that it can work. */
export const healthRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200, noStore))
    .get('/readyz', async (c) => {
      const found = await readiness(deps)
      return c.json(found, found.status === 'ready' ? 200 : 503, noStore)
    })

const noStore = { 'Cache-Control': 'no-store' }
