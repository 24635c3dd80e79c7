import { and, eq, inArray, or } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { blocks } from '../../db/schema/moderation.ts'
import { addressKey, domainsOf, hostNamed } from '../text/host.ts'

/** Blocked by host, by a domain above it, or as an actor. Compared in canonical form. */
export async function isBlocked(db: Database, actorOrHost: string): Promise<boolean> {
  const host = hostNamed(actorOrHost) ?? actorOrHost
  const [row] = await db.read
    .select({ id: blocks.id })
    .from(blocks)
    .where(
      or(
        and(eq(blocks.type, 'host'), inArray(blocks.target, domainsOf(host))),
        and(eq(blocks.type, 'actor'), inArray(blocks.target, [actorOrHost, addressKey(actorOrHost)])),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Whose key a request names, unproven: enough to refuse one who says that he is blocked, and no fetch. */
export function claimedSigner(headers: Headers): string | null {
  const [, cavage] = /keyId="([^"]{1,2048})"/.exec(headers.get('signature') ?? '') ?? []
  const [, rfc9421] = /;\s*keyid="([^"]{1,2048})"/.exec(headers.get('signature-input') ?? '') ?? []
  return (rfc9421 ?? cavage)?.replace(/#.*$/s, '') ?? null
}
