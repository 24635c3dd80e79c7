import { createMiddleware } from 'hono/factory'
import { jsx } from 'hono/jsx'
import { NotSetUp, notSetUpTexts } from '../../../views/accounts/not-set-up.tsx'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import type { Env } from '../env.ts'
import { page } from '../page.tsx'

/** Before there is a hub there is only its wizard: nothing else may be read, joined or written. */
export const setupGate = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    if (deps.hub.settings.initialisedAt !== null || c.req.path === '/setup') return next()
    if (c.req.path.startsWith('/api/')) throw new Refusal('unavailable', 'This hub is not set up yet.')
    c.header('Retry-After', '60')
    const { title } = notSetUpTexts[c.var.locale]
    return page(deps, c, { title, status: 503, robots: 'noindex' }, jsx(NotSetUp, {}))
  })
