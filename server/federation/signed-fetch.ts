import type { Sign } from './fetch.ts'
import { actorOfRole } from './local-actors.ts'
import type { FederationDeps } from './room.ts'
import { signRequest } from './signatures/index.ts'

/**
 * Every GET is signed, by the instance actor: GoToSocial always asks for it, Mastodon by setting. Its own
 * document is readable unsigned, else two such servers would wait for each other (interop.md §1.1).
 */
export async function signedBy(deps: FederationDeps, role: 'instance' | 'hub'): Promise<Sign> {
  const actor = await actorOfRole(deps.db, role)
  if (actor === undefined) return () => Promise.resolve({})
  const key = await deps.keyring.signing(actor.n)
  return (url, method, body) => signRequest({ method, url, body, date: new Date(deps.now()) }, key, 'cavage')
}
