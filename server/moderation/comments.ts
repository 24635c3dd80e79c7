import { guardThat, type Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { eraseComment } from '../entries/comments.ts'
import { hideComment, showComment } from '../entries/shown-comments.ts'
import { Refusal } from '../refusal.ts'
import type { Thing } from './thing.ts'

export type CommentOutcome = 'shown' | 'hidden' | 'deleted'

/**
 * Shown, everybody sees it, and by the hub's rule `first` what its author writes later is shown at once. Hidden,
 * moderators alone see it, and can show it again. Deleted, its words are gone. Hidden or deleted, what had left for
 * other servers is taken back; `id` is under what it goes on here.
 */
export async function commentSteps(
  deps: Deps,
  comment: Thing,
  outcome: CommentOutcome,
): Promise<{ id: string; steps: Step[] }> {
  if (comment.state === 'deleted') throw new Refusal('gone', 'This comment was deleted.')
  const { id, revisedAt, state } = comment
  // Its author may be deleting or changing it at this very moment, or another moderator deciding: what was read is
  // decided on, and nothing else.
  const isThere = guardThat({
    sql: 'SELECT state = ? AND updated_at IS ? FROM comments WHERE id = ?',
    args: [state, revisedAt, id],
  })
  if (outcome === 'hidden') return { id, steps: [isThere, ...hideComment(deps, id)] }
  if (outcome === 'deleted') return { id, steps: [isThere, ...eraseComment(deps, comment, deps.now())] }
  const shown = await showComment(deps, id)
  return { id: shown.id, steps: [isThere, ...shown.steps] }
}
