import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createPace } from '../../server/federation/conversations/pace.ts'
import type { Fetcher } from '../../server/federation/fetch.ts'
import { createGate, gateLimits } from '../../server/federation/gate.ts'
import { createKeyring } from '../../server/federation/keyring.ts'
import { createRefusals } from '../../server/federation/refusals.ts'
import { createRemoteKeys } from '../../server/federation/remote-keys.ts'
import { createReplays } from '../../server/federation/replays.ts'
import { federationRoutes } from '../../server/federation/routes.ts'
import type { Env } from '../../server/web/env.ts'
import { onError } from '../../server/web/failures.tsx'
import { apexOver } from '../federation/fixtures.ts'
import type { World } from './world.ts'

/** The hub's own doors, but with limits that a test can reach, or with another way out. */
export function openDoors(
  { hub }: World,
  { fetcher, limits = {} }: { fetcher: Fetcher; limits?: Partial<typeof gateLimits> },
): void {
  const pace = createPace(hub.deps.now)
  const deps = { ...hub.deps, fetcher, apex: apexOver([]), keyring: createKeyring(hub.deps), pace }
  const gate = createGate({ ...gateLimits, ...limits })
  const doors = {
    deps,
    gate,
    keys: createRemoteKeys(deps, gate),
    replays: createReplays(),
    refusals: createRefusals(deps.now),
  }
  const nothing = (): void => undefined
  const app = new Hono<Env>().route('/', federationRoutes(doors, { wake: nothing, revive: nothing }))
  app.onError(onError(hub.deps))
  hub.site.answer(getRequestListener(app.fetch))
}
