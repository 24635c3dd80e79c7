import { and, eq, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { blocks } from '../../db/schema/moderation.ts'
import { addressKey, domainsOf, hostNamed } from '../text/host.ts'

/** Blocked by host, by a domain above it, or as an actor. Compared in canonical form. */
export async function isBlocked(db: Database, actorOrHost: string): Promise<boolean> {
  const host = hostNamed(actorOrHost) ?? actorOrHost
  const [row] = await blockOf(db).all({
    hosts: JSON.stringify(domainsOf(host)),
    actors: JSON.stringify([actorOrHost, addressKey(actorOrHost)]),
  })
  return row !== undefined
}

const blockOf = prepared((read) =>
  read
    .select({ id: blocks.id })
    .from(blocks)
    .where(or(and(eq(blocks.type, 'host'), oneOf('hosts')), and(eq(blocks.type, 'actor'), oneOf('actors'))))
    .limit(1)
    .prepare(),
)

const oneOf = (list: string) =>
  sql`${blocks.target} in (select value from json_each(${sql.placeholder(list)}))`

/** Whose key a request names, unproven: enough to refuse one who says that he is blocked, and no fetch. */
export function claimedSigner(headers: Headers): string | null {
  const [, cavage] = /keyId="([^"]{1,2048})"/.exec(headers.get('signature') ?? '') ?? []
  const [, rfc9421] = /;\s*keyid="([^"]{1,2048})"/.exec(headers.get('signature-input') ?? '') ?? []
  return (rfc9421 ?? cavage)?.replace(/#.*$/s, '') ?? null
}
