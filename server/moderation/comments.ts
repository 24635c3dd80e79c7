import { guardThat, type Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { eraseComment, setCommentState } from '../entries/comments.ts'
import { Refusal } from '../refusal.ts'
import type { Thing } from './thing.ts'

export type CommentOutcome = 'shown' | 'hidden' | 'deleted'

/**
 * Shown, everybody sees it, and by the hub's rule `first` what its author writes later is shown at once. Hidden,
 * moderators alone see it, and can show it again. Deleted, its words are gone and what had left is taken back.
 */
export function commentSteps(deps: Deps, comment: Thing, outcome: CommentOutcome): Step[] {
  if (comment.state === 'deleted') throw new Refusal('gone', 'This comment was deleted.')
  // Its author may be deleting or changing it at this very moment: what was read is decided on, and nothing else.
  const isThere = guardThat({
    sql: "SELECT state <> 'deleted' AND updated_at IS ? FROM comments WHERE id = ?",
    args: [comment.revisedAt, comment.id],
  })
  if (outcome !== 'deleted') return [isThere, ...setCommentState(deps.db, comment.id, outcome)]
  return [isThere, ...eraseComment(deps, writtenBy(comment), deps.now())]
}

/** Of a remote comment nothing of ours had left. */
const writtenBy = ({ id, author }: Thing) => ({ id, userId: author.userId, actorN: author.actorN })
