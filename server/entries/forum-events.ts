import type { Statement, Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { listed } from './taken-back.ts'
import { conversations } from './topics.ts'

// What happens to that which others said in our forum, for the federation to tell: written in SQL, in the command that
// does it. The subject is the full id of the topic or answer.

type Makes = Pick<Deps, 'newId'>

/** An answer that is shown from now on, and that came with words to pass on. */
export const answerShown = ({ newId }: Makes, commentId: string, now: number): Step => ({
  sql: `INSERT INTO events (type, subject, activity_id, created_at) SELECT 'forum.due', ap_id, ?, ? FROM comments
    WHERE id = ? AND ap_id IN (SELECT object_id FROM relays)`,
  args: [newId(), now, commentId],
})

export const theEntry = (id: string): Statement => ({
  sql: 'SELECT n FROM entries WHERE id = ?',
  args: [id],
})

/** Topics from elsewhere that may have been passed on, and go: `which` is a query for their `n`. */
export const unannounced = ({ newId }: Makes, which: Statement, now: number): Step => ({
  sql: `INSERT INTO events (type, subject, activity_id, created_at)
    SELECT 'forum.gone', ap_id, ? || '-' || n, ? FROM entries
    WHERE origin_n IS NOT NULL AND via_n IS NULL AND kind IN (${conversations.map(() => '?').join()})
      AND n IN (${which.sql})`,
  args: [newId(), now, ...conversations, ...listed(which)],
})
