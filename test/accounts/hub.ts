import { Hono } from 'hono'
import { hashPassword } from '../../server/accounts/password.ts'
import { insertUser } from '../../server/accounts/store.ts'
import type { Role } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/local-actors.ts'
import { accountRoutes } from '../../server/web/accounts/routes.tsx'
import type { App, Env } from '../../server/web/env.ts'
import { notFound, onError } from '../../server/web/failures.tsx'
import { csrf } from '../../server/web/middleware/csrf.ts'
import { flash } from '../../server/web/middleware/flash.ts'
import { headers } from '../../server/web/middleware/headers.ts'
import { locale } from '../../server/web/middleware/locale.ts'
import { session } from '../../server/web/middleware/session.ts'
import { setupGate } from '../../server/web/middleware/setup-gate.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { Browser } from './browser.ts'

export const password = 'une phrase longue à retenir'

export interface People {
  deps: TestDeps
  app: App
  browser(address?: string): Browser
  /** An account with `password`, as if it had always been there. */
  person(
    email: string,
    more?: { role?: Role; name?: string; state?: 'active' | 'pending' | 'disabled' },
  ): Promise<string>
  /** A browser in which this person has just signed in. */
  signedIn(email: string): Promise<Browser>
  close(): Promise<void>
}

/** The middle of the hub as `server/app.tsx` lays it, with the pages about people and two that only look. */
export async function openPeople(options: Parameters<typeof openTestDeps>[0] = {}): Promise<People> {
  const deps = await openTestDeps(options)
  const app = new Hono<Env>()
  app.onError(onError(deps))
  app.notFound(notFound(deps))
  app.use(headers(deps), session(deps), locale(deps), flash(), setupGate(deps))
  app.all('/api/v1/me', (c) => c.json({ name: c.var.viewer?.name ?? null, scopes: c.var.scopes }))
  app.use(csrf(deps))
  app.route(
    '/',
    accountRoutes(deps, (hub) => foundingActors(deps, hub), { wake: () => undefined }),
  )
  app.get('/tableau-de-bord', (c) => c.text(c.var.viewer?.name ?? 'nobody'))
  const browser = (address?: string) => new Browser(app, deps.hub, address)
  return {
    deps,
    app,
    browser,
    async person(email, { role = 'member', name = 'Zoé Martin', state = 'active' } = {}) {
      const id = deps.newId()
      const passwordHash = await hashPassword(password)
      await deps.db.write(
        insertUser(deps.db, { id, email, name, role, state, passwordHash, createdAt: deps.now() }),
      )
      return id
    },
    async signedIn(email) {
      const one = browser()
      const answer = await one.post('/connexion', { email, password })
      if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
      return one
    },
    close: () => deps.close(),
  }
}
