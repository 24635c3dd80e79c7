import { and, eq } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'

/** An answer from another server. Returns the steps alone: the verb that received it adds its own. */
export async function receiveComment(
  deps: Deps,
  from: { n: number; name: string },
  received: {
    apId: string
    url: string | null
    entryN: number
    parentN: number | null
    html: string
    summary: string
    language: string | null
    publishedAt: number
  },
): Promise<Step[]> {
  const held = await mustHold(deps, from.n)
  return [
    deps.db.make
      .insert(comments)
      .values({
        ...received,
        id: deps.newId(),
        actorN: from.n,
        authorName: from.name,
        state: held ? 'held' : 'shown',
        heldFor: held ? 'first-contact' : null,
      })
      .onConflictDoNothing(),
  ]
}

/** By the hub's rule: never, always, or until a first comment of this author was shown. */
async function mustHold({ db, hub }: Deps, actorN: number): Promise<boolean> {
  if (hub.settings.holdComments !== 'first') return hub.settings.holdComments === 'always'
  const known = await db.read
    .select({ n: comments.n })
    .from(comments)
    .where(and(eq(comments.actorN, actorN), eq(comments.state, 'shown')))
    .limit(1)
  return known.length === 0
}

/** Which entry and comment a local or remote object id stands for; the thread it belongs to. */
export async function commentAt(
  db: Database,
  apId: string,
): Promise<{ n: number; entryN: number } | undefined> {
  const [row] = await db.read
    .select({ n: comments.n, entryN: comments.entryN })
    .from(comments)
    .innerJoin(entries, eq(entries.n, comments.entryN))
    .where(eq(comments.apId, apId))
  return row
}
