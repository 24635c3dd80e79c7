import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { actors, followers } from '../../db/schema/federation.ts'

const day = 24 * 3_600_000

/**
 * A first 404 or 410 is remembered; a second one a day later ends the follow of whose inbox it is. Behind a shared
 * inbox stand many, and a server that is being moved or restored must not lose them all: it has a week.
 */
export const inboxGone = (db: Database, inbox: string, now: number): Step[] => {
  const own = and(eq(actors.inbox, inbox), lte(actors.goneAt, now - day))
  const shared = and(eq(actors.sharedInbox, inbox), lte(actors.goneAt, now - 7 * day))
  const ended = sql`(select n from actors where ${or(own, shared)})`
  return [
    db.make.delete(followers).where(inArray(followers.followerN, ended)),
    db.make
      .update(actors)
      .set({ goneAt: now })
      .where(and(or(eq(actors.inbox, inbox), eq(actors.sharedInbox, inbox)), isNull(actors.goneAt))),
  ]
}

/** Nearly always nothing: looked at first, since each delivery would write it. */
export async function inboxAnswers(db: Database, inbox: string): Promise<Step[]> {
  const gone = await goneBehind(db).all({ inbox })
  return gone.map(({ n }) => db.make.update(actors).set({ goneAt: null }).where(eq(actors.n, n)))
}

const goneBehind = prepared((read) =>
  read
    .select({ n: actors.n })
    .from(actors)
    .where(
      and(
        or(eq(actors.inbox, sql.placeholder('inbox')), eq(actors.sharedInbox, sql.placeholder('inbox'))),
        gt(actors.goneAt, 0),
      ),
    )
    .prepare(),
)
