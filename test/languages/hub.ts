import { createApp } from '../../server/app.tsx'
import { hashPassword } from '../../server/accounts/password.ts'
import { insertUser } from '../../server/accounts/store.ts'
import { createFederation, foundingActors } from '../../server/federation/index.ts'
import { addLanguage, catalogues } from '../../views/language.tsx'
import type { App } from '../../server/web/env.ts'
import { Browser } from '../accounts/browser.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { pseudoLanguage } from './pseudo.ts'

export interface Hub {
  deps: TestDeps
  app: App
  /** What was published is told on. */
  wake(): void
  visitor(address?: string): Browser
  /** Zoé, who runs it, and has just signed in. */
  admin(): Promise<Browser>
  /** Where the letters lead that were sent. */
  links(): string[]
  close(): Promise<void>
}

export const password = 'une phrase longue à retenir'

/** A whole hub whose folder of languages holds one more than those of the house. */
export async function openHubWithPseudo(): Promise<Hub> {
  addLanguage(pseudoLanguage(catalogues))
  const deps = await openTestDeps({ mail: true })
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Hub' }))
  const federation = createFederation(deps)
  const app = createApp(deps, federation)
  const passwordHash = await hashPassword(password)
  await deps.db.write(
    insertUser(deps.db, {
      ...{ id: deps.newId(), email: 'zoe@hub.example', name: 'Zoé', role: 'admin', passwordHash },
      createdAt: deps.now(),
    }),
  )
  return {
    deps,
    app,
    wake: () => federation.wake(),
    visitor: (address) => new Browser(app, deps.hub, address),
    async admin() {
      const browser = new Browser(app, deps.hub)
      await browser.post('/connexion', { email: 'zoe@hub.example', password })
      return browser
    },
    links: () =>
      deps.letters
        .flatMap(
          ({ text, unsubscribe = '' }) =>
            `${text} ${unsubscribe}`.match(/https:\/\/hub\.example\/[^\s"<]*/g) ?? [],
        )
        .map((link) => link.slice('https://hub.example'.length).replaceAll('&amp;', '&')),
    async close() {
      await federation.stop(1000)
      await deps.close()
    },
  }
}
