import { and, eq, isNotNull, or } from 'drizzle-orm'
import type { Envelope } from '../../kinds/envelope.ts'
import { comments } from '../../../db/schema/entries.ts'
import { actors, reactions } from '../../../db/schema/federation.ts'
import { quotations } from '../../../db/schema/quotations.ts'
import type { FederationDeps } from '../room.ts'

interface Box {
  host: string
  inbox: string
}

/** The inboxes of those who answered, liked, boosted or quoted an entry: they have it, though they may follow nobody here. */
export async function participants(
  { db }: FederationDeps,
  entry: Pick<Envelope, 'n' | 'id'>,
): Promise<Box[]> {
  const boxes = { host: actors.host, inbox: actors.inbox, shared: actors.sharedInbox }
  const answered = await db.read
    .selectDistinct(boxes)
    .from(comments)
    .innerJoin(actors, eq(actors.n, comments.actorN))
    .where(
      and(
        eq(comments.entryN, entry.n),
        eq(actors.local, false),
        or(isNotNull(actors.inbox), isNotNull(actors.sharedInbox)),
      ),
    )
  const reacted = await db.read
    .selectDistinct(boxes)
    .from(reactions)
    .innerJoin(actors, eq(actors.n, reactions.actorN))
    .where(and(eq(reactions.objectId, `/ap/objects/${entry.id}`), eq(actors.local, false)))
  const quoted = await db.read
    .selectDistinct(boxes)
    .from(quotations)
    .innerJoin(actors, eq(actors.n, quotations.actorN))
    .where(eq(quotations.entryN, entry.n))
  return [...answered, ...reacted, ...quoted].flatMap(boxOf)
}

/** One POST reaches everybody on a server that has a shared inbox. */
export const boxOf = (actor: { host: string; inbox: string | null; shared: string | null }): Box[] => {
  const inbox = actor.shared ?? actor.inbox
  return inbox === null ? [] : [{ host: actor.host, inbox }]
}
