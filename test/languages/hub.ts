import { createApp } from '../../server/app.tsx'
import { hashPassword } from '../../server/accounts/password.ts'
import { insertUser } from '../../server/accounts/store.ts'
import { createFederation, foundingActors } from '../../server/federation/index.ts'
import { addLanguage, catalogues } from '../../views/language.tsx'
import { Browser } from '../accounts/browser.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { pseudoLanguage } from './pseudo.ts'

export interface Hub {
  deps: TestDeps
  visitor(): Browser
  /** Zoé, who runs it, and has just signed in. */
  admin(): Promise<Browser>
  close(): Promise<void>
}

const password = 'une phrase longue à retenir'

/** A whole hub whose folder of languages holds one more than those of the house. */
export async function openHubWithPseudo(): Promise<Hub> {
  addLanguage(pseudoLanguage(catalogues))
  const deps = await openTestDeps({ mail: true })
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Hub' }))
  const app = createApp(deps, createFederation(deps))
  const passwordHash = await hashPassword(password)
  await deps.db.write(
    insertUser(deps.db, {
      ...{ id: deps.newId(), email: 'zoe@hub.example', name: 'Zoé', role: 'admin', passwordHash },
      createdAt: deps.now(),
    }),
  )
  return {
    deps,
    visitor: () => new Browser(app, deps.hub),
    async admin() {
      const browser = new Browser(app, deps.hub)
      await browser.post('/connexion', { email: 'zoe@hub.example', password })
      return browser
    },
    close: () => deps.close(),
  }
}
