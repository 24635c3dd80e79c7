import type { Step } from '../../db/open.ts'
import { conversations } from '../entries/topics.ts'
import { kinds } from '../kinds/index.ts'
import type { FederationDeps } from './room.ts'
import type { Said } from './verbs/verb.ts'

// What others say in our forum is passed on as it came (FEP-1b12): kept beside what it changes, in the same command.

const forum = kinds.filter(({ section }) => section === 'forum').map(({ name }) => name)
const list = (names: readonly string[]): string => names.map(() => '?').join()

interface Where {
  sql: string
  args: string[]
}

/** An answer in our forum, or a topic of it: what neighbours brought is theirs to pass on. `shown`: to everybody. */
const inForum = (about: string, shown: boolean): Where => ({
  sql: `(EXISTS (SELECT 1 FROM comments JOIN entries ON entries.n = comments.entry_n WHERE comments.ap_id = ?
      AND entries.via_n IS NULL AND entries.kind IN (${list(forum)}) ${shown ? "AND comments.state = 'shown'" : ''})
    OR EXISTS (SELECT 1 FROM entries WHERE ap_id = ? AND origin_n IS NOT NULL AND via_n IS NULL
      AND kind IN (${list(conversations)}) ${shown ? "AND state IN ('published', 'closed')" : ''}))`,
  args: [about, ...forum, about, ...conversations],
})

/**
 * After what it changes: kept for those who take it so, and told when everybody may see what it is about. Only what its
 * author signed just now: what another brought may be told by its origin, and never by us.
 */
export function relayLater(deps: FederationDeps, said: Said, about: string): Step[] {
  return said.provenAt === null
    ? [keep(said, about, inForum(about, false)), due(deps, said, about, inForum(about, true))]
    : []
}

/** Before what it takes away: of what was shown, those who had it are told; what was still waiting never leaves. */
export function relayGone(deps: FederationDeps, said: Said, about: string): Step[] {
  const pending = { sql: 'DELETE FROM relays WHERE object_id = ?', args: [about] }
  return said.provenAt === null
    ? [pending, keep(said, about, told(about)), due(deps, said, about, told(about))]
    : [pending]
}

/** Shown now, or passed on before and waiting for a moderator since its author changed it. */
function told(about: string): Where {
  const shown = inForum(about, true)
  return {
    sql: `(${shown.sql} OR EXISTS (SELECT 1 FROM activities WHERE object_id = ? AND type = 'Announce'))`,
    args: [...shown.args, about],
  }
}

const keep = ({ activity, sender, now }: Said, about: string, where: Where): Step => ({
  sql: `INSERT INTO relays (activity_id, type, object_id, actor_n, json, created_at)
    SELECT ?, ?, ?, ?, ?, ? WHERE ${where.sql} ON CONFLICT DO NOTHING`,
  args: [activity.id, activity.type, about, sender.n, JSON.stringify(activity.raw), now, ...where.args],
})

const due = ({ newId }: FederationDeps, { now }: Said, about: string, where: Where): Step => ({
  sql: `INSERT INTO events (type, subject, activity_id, created_at) SELECT 'forum.due', ?, ?, ? WHERE ${where.sql}`,
  args: [about, newId(), now, ...where.args],
})
