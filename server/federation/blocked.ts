import type { Database } from '../../db/open.ts'
import { standingOf } from '../moderation/standing.ts'

/** By host, by a domain above it, or as an actor; or none of the hosts that this hub has chosen to speak with. */
export const isBlocked = async (db: Database, actorOrHost: string): Promise<boolean> =>
  (await standingOf(db, actorOrHost)).refused

/** Whose key a request names, unproven: enough to refuse one who says that he is blocked, and no fetch. */
export function claimedSigner(headers: Headers): string | null {
  const [, cavage] = /keyId="([^"]{1,2048})"/.exec(headers.get('signature') ?? '') ?? []
  const [, rfc9421] = /;\s*keyid="([^"]{1,2048})"/.exec(headers.get('signature-input') ?? '') ?? []
  return (rfc9421 ?? cavage)?.replace(/#.*$/s, '') ?? null
}
