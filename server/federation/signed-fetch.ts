import { eq, sql } from 'drizzle-orm'
import { prepared } from '../../db/prepared.ts'
import { hosts } from '../../db/schema/federation.ts'
import { hostKey } from '../text/host.ts'
import type { Sign } from './fetch.ts'
import { actorOfRole } from './local-actors.ts'
import type { FederationDeps } from './room.ts'
import { signRequest } from './signatures/index.ts'

/**
 * Every GET is signed, by the instance actor: GoToSocial always asks for it, Mastodon by setting. Its own
 * document is readable unsigned, else two such servers would wait for each other (interop.md §1.1). By the signature
 * that the host last took from us; a GET never knocks twice, since strangers choose whom we ask (rule 28).
 */
export async function signedBy(deps: FederationDeps, role: 'instance' | 'hub'): Promise<Sign> {
  const actor = await actorOfRole(deps.db, role)
  if (actor === undefined) return () => Promise.resolve({})
  const key = await deps.keyring.signing(actor.n)
  return async (url, method, body) => {
    const [known] = await schemeOf(deps.db).all({ host: hostKey(url) ?? '' })
    const request = { method, url, body, date: new Date(deps.now()) }
    return signRequest(request, key, known?.scheme ?? 'cavage')
  }
}

const schemeOf = prepared((read) =>
  read
    .select({ scheme: hosts.scheme })
    .from(hosts)
    .where(eq(hosts.host, sql.placeholder('host')))
    .prepare(),
)
