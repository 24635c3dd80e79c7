import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { comments, tombstones } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'
import { only, setCommentState } from './comments.ts'
import { answerShown } from './forum-events.ts'
import { record } from './store.ts'
import { takenBack } from './taken-back.ts'

// An answer that moderators hide and show, here and wherever it was told.

/** Seen by moderators alone, here; elsewhere it cannot be hidden, and is taken back. */
export const hideComment = (deps: Deps, id: string): Step[] => [
  ...takenBack(deps, only(id), deps.now()),
  ...setCommentState(deps.db, id, 'hidden'),
]

/**
 * Seen by everybody. A member's that was never told leaves only now. What had been taken back elsewhere leaves anew,
 * under an id of its own: other servers keep a stone for the former one, and would take nothing under it.
 */
export async function showComment(deps: Deps, id: string): Promise<{ id: string; steps: Step[] }> {
  const { db } = deps
  // Of an answer from elsewhere, the forum may still have to tell what it holds.
  const shown = [...setCommentState(db, id, 'shown'), answerShown(deps, id, deps.now())]
  if (!(await isOfAnActor(db, id))) return { id, steps: shown }
  const [stone] = await db.read
    .select({ id: tombstones.id })
    .from(tombstones)
    .where(eq(tombstones.id, `/ap/objects/${id}`))
  const told = stone === undefined ? id : deps.newId()
  const renamed = told === id ? [] : [db.make.update(comments).set({ id: told }).where(eq(comments.id, id))]
  const published = { type: 'comment.published', subject: told, activityId: deps.newId(), now: deps.now() }
  return { id: told, steps: [...shown, ...renamed, ...record(db, published)] }
}

/** A member's, whom other servers hear, and which is not shown now: whoever had it has been told that it went. */
async function isOfAnActor(db: Database, id: string): Promise<boolean> {
  const whose = and(isNotNull(comments.userId), isNotNull(comments.actorN))
  const [row] = await db.read
    .select({ state: comments.state })
    .from(comments)
    .where(and(eq(comments.id, id), whose))
  return row !== undefined && row.state !== 'shown'
}
