import type { Statement, Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { forgetEntries } from '../entries/forget.ts'
import { forgetMemberships } from '../networks/store.ts'

/**
 * Everything of some remote actors goes in one command: entries, search rows, comments, messages, quotations, calls for partners, likes, follows both ways, memberships,
 * keys, what was still to be fetched, and what waited for their own inboxes. `whose` is a query for their `n`.
 */
export const forgetActors = (
  deps: Pick<Deps, 'newId'>,
  whose: Statement,
  final: boolean,
  now: number,
): Step[] => [
  ...forgetEntries(deps, whose, final, now),
  of('relays', 'actor_n', whose),
  of('comments', 'actor_n', whose),
  of('messages', 'actor_n', whose),
  of('quotations', 'actor_n', whose),
  of('grouping_messages', 'actor_n', whose),
  of('grouping_members', 'actor_n', whose),
  of('groupings', 'origin_n', whose),
  of('reactions', 'actor_n', whose),
  of('followers', 'follower_n', whose),
  of('following', 'target_n', whose),
  of('errands', 'actor_n', whose),
  ...forgetMemberships(whose),
  {
    sql: `DELETE FROM remote_keys WHERE actor_id IN (SELECT id FROM actors WHERE n IN (${whose.sql}))`,
    args: whose.args,
  },
  {
    sql: `DELETE FROM deliveries WHERE done_at IS NULL AND inbox IN (SELECT inbox FROM actors WHERE n IN (${whose.sql}))`,
    args: whose.args,
  },
]

const of = (table: string, column: string, whose: Statement): Statement => ({
  sql: `DELETE FROM ${table} WHERE ${column} IN (${whose.sql})`,
  args: whose.args,
})
