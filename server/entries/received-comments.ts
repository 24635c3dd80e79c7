import { and, eq, sql } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
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
  return (await shownOf(db).all({ actorN })).length === 0
}

const shownOf = prepared((read) =>
  read
    .select({ n: comments.n })
    .from(comments)
    .where(and(eq(comments.actorN, sql.placeholder('actorN')), eq(comments.state, 'shown')))
    .limit(1)
    .prepare(),
)

/** Which entry and comment a local or remote object id stands for; the thread it belongs to. */
export async function commentAt(
  db: Database,
  apId: string,
): Promise<{ n: number; entryN: number } | undefined> {
  const [row] = await placeOf(db).all({ apId })
  return row
}

const placeOf = prepared((read) =>
  read
    .select({ n: comments.n, entryN: comments.entryN })
    .from(comments)
    .innerJoin(entries, eq(entries.n, comments.entryN))
    .where(eq(comments.apId, sql.placeholder('apId')))
    .prepare(),
)
