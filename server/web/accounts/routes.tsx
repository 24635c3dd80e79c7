import { Hono } from 'hono'
import { openThrottle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import type { Env } from '../env.ts'
import { ownAccountRoutes } from './account.tsx'
import { fediverseRoutes } from './fediverse.tsx'
import { joiningRoutes } from './joining.tsx'
import { linkRoutes } from './links.tsx'
import { loginRoutes } from './login.tsx'
import { peopleRoutes } from './people.tsx'
import { personRoutes } from './person.tsx'
import { portraitRoutes } from './portrait.ts'
import { securityRoutes } from './security.tsx'
import { setupRoutes, type Founding } from './setup.tsx'
import { sudoRoutes } from './sudo.tsx'

export type { Founding } from './setup.tsx'

/**
 * Everything about people: the wizard, the ways in, one's own account, everybody's accounts. Who is known to other
 * servers renames themselves or leaves in front of them: the federation is told to look at once.
 */
export function accountRoutes(deps: Deps, founding: Founding, federation: Pick<Federation, 'wake'>) {
  const throttle = openThrottle(deps)
  return new Hono<Env>()
    .use('/compte/*', async (c, next) => {
      await next()
      if (c.req.method === 'POST' && c.res.status < 400) federation.wake()
    })
    .route('/', setupRoutes(deps, founding))
    .route('/', loginRoutes(deps, throttle))
    .route('/', joiningRoutes(deps, throttle))
    .route('/', linkRoutes(deps, throttle))
    .route('/', sudoRoutes(deps, throttle))
    .route('/', ownAccountRoutes(deps, throttle))
    .route('/', securityRoutes(deps, throttle))
    .route('/', portraitRoutes(deps))
    .route('/', fediverseRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', personRoutes(deps))
}
