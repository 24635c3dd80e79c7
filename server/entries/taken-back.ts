import type { Statement, Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'

/**
 * Answers of our members that had left, taken back everywhere: a stone, so that their addresses answer 410, and an
 * event with all that telling it needs, since what it is read from may go in the same command (the whole
 * conversation does, when its entry is erased). `which` is a query for their `n`; only what is shown now is still out
 * there. Nothing is told to the actors of `except`.
 */
export const takenBack = (
  deps: Pick<Deps, 'newId'>,
  which: Statement,
  now: number,
  except: Statement = { sql: 'SELECT 0', args: [] },
): Step[] => [
  {
    sql: `INSERT INTO events (type, subject, activity_id, data, created_at)
      SELECT 'comment.deleted', answer.id, ? || '-' || answer.n, json_object('actorN', answer.actor_n,
        'kind', CASE WHEN entries.via_n IS NULL THEN entries.kind END, 'boxes', (
        SELECT json_group_array(json_object('host', host, 'inbox', inbox)) FROM (
          SELECT DISTINCT host, coalesce(shared_inbox, inbox) AS inbox FROM actors
          WHERE local = 0 AND coalesce(shared_inbox, inbox) IS NOT NULL AND n NOT IN (${except.sql}) AND n IN (
            SELECT entries.origin_n UNION SELECT actor_n FROM comments WHERE entry_n = entries.n
            UNION SELECT actor_n FROM reactions WHERE object_id IN ('/ap/objects/' || entries.id, '/ap/objects/' || answer.id))))), ?
      ${outOf(which)}`,
    args: [deps.newId(), ...listed(except), now, ...listed(which)],
  },
  {
    sql: `INSERT OR IGNORE INTO tombstones (id, former_type, deleted_at) SELECT '/ap/objects/' || answer.id, 'Note', ?
      ${outOf(which)}`,
    args: [now, ...listed(which)],
  },
]

/** All of an entry's, for `takenBack`. */
export const answersTo = (id: string): Statement => ({
  sql: 'SELECT n FROM comments WHERE entry_n = (SELECT n FROM entries WHERE id = ?)',
  args: [id],
})

const outOf = ({ sql }: Statement): string =>
  `FROM comments answer JOIN entries ON entries.n = answer.entry_n
    JOIN actors author ON author.n = answer.actor_n AND author.local = 1
    WHERE answer.state = 'shown' AND answer.n IN (${sql})`

export const listed = ({ args }: Statement) => (Array.isArray(args) ? args : [])
