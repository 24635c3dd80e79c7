import { counted } from './folded.ts'

/**
 * What may be told of, said in SQL over `x` (a notification) and `reader` (its account), each time that it is counted,
 * listed or written into a letter. An answer that was hidden, an entry that was withdrawn, a report that somebody else
 * dealt with, a role that was taken away: nothing of it is told any more.
 */
export const joined = `notifications x
  JOIN users reader ON reader.id = x.user_id AND reader.state = 'active'
  LEFT JOIN comments c ON c.n = x.comment_n
  LEFT JOIN entries e ON e.n = x.entry_n
  LEFT JOIN groupings g ON x.topic = 'partner' AND g.id = substr(x.fact, 10, 36)`

const open = `e.state IN ('published', 'closed')`
const edits = `EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = reader.id AND m.role = 'editor'
  AND m.organisation_id = e.organisation_id)`
const looksAfter = `(e.author_id = reader.id OR reader.role IN ('admin', 'editor') OR ${edits})`

/** Its reader edits this very organisation. */
const isOf = (
  organisation: string,
): string => `EXISTS (SELECT 1 FROM memberships own WHERE own.user_id = reader.id
  AND own.role = 'editor' AND own.organisation_id = ${organisation})`

/** Somebody of the call for partners. */
const member = (which: string): string =>
  `EXISTS (SELECT 1 FROM grouping_members p WHERE p.grouping_n = g.n AND ${which})`
const takesPart = member(`p.state = 'accepted' AND ${isOf('p.organisation_id')}`)
const judges = `EXISTS (SELECT 1 FROM jurors j WHERE j.entry_n = e.n AND j.user_id = reader.id)`

export const visible = `CASE x.topic
  WHEN 'publication' THEN ${open}
  WHEN 'moderation' THEN 1
  WHEN 'request' THEN CASE x.why
    WHEN 'message' THEN reader.role IN ('admin', 'editor', 'moderator')
      AND EXISTS (SELECT 1 FROM messages WHERE messages.id = substr(x.fact, 9) AND handled_at IS NULL)
    WHEN 'registered' THEN ${open} AND ${looksAfter} AND ${counted} > 0
    WHEN 'visit' THEN ${open} AND ${looksAfter}
      AND EXISTS (SELECT 1 FROM visits WHERE id = substr(x.fact, 7) AND state = 'asked')
    ELSE ${open} AND ${looksAfter}
      AND EXISTS (SELECT 1 FROM inquiries WHERE id = substr(x.fact, 9) AND handled_at IS NULL) END
  WHEN 'partner' THEN CASE WHEN g.n IS NULL THEN ${open} AND (reader.role IN ('admin', 'editor') OR ${edits} OR ${isOf('e.id')})
      AND EXISTS (SELECT 1 FROM network_memberships WHERE n = CAST(substr(x.fact, 12) AS INTEGER))
    WHEN x.why = 'asked' THEN ${isOf('g.lead_id')} AND ${member(`p.state = 'asked'`)}
    WHEN x.why = 'said' THEN g.state <> 'ended' AND (${isOf('g.lead_id')} OR ${takesPart}) AND ${counted} > 0
    ELSE ${member(`p.state = x.why AND ${isOf('p.organisation_id')}`)} END
  WHEN 'project' THEN ${open} AND CASE x.why
    WHEN 'submitted' THEN (reader.role IN ('admin', 'editor') OR ${edits}) AND ${counted} > 0
    WHEN 'juror' THEN ${judges}
    ELSE ${judges} OR EXISTS (SELECT 1 FROM submissions s WHERE s.entry_n = e.n AND s.user_id = reader.id
      AND s.submitted_at IS NOT NULL) END
  WHEN 'duty' THEN CASE x.why
    WHEN 'report' THEN reader.role IN ('admin', 'moderator')
      AND EXISTS (SELECT 1 FROM reports WHERE id = substr(x.fact, 8) AND closed_at IS NULL)
    WHEN 'check' THEN e.state = 'published' AND (reader.role IN ('admin', 'editor') OR ${edits})
      AND x.fact = 'check ' || e.n || ' ' || coalesce((SELECT next_check FROM proposals WHERE entry_n = e.n),
        (SELECT next_check FROM commitments WHERE entry_n = e.n))
    WHEN 'held' THEN reader.role IN ('admin', 'moderator') AND c.state = 'held' AND ${open}
    ELSE e.state = 'review' AND x.fact = 'review ' || e.n || ' ' || e.revision
      AND (reader.role IN ('admin', 'editor') OR ${edits}) END
  ELSE c.state = 'shown' AND ${open} END`

/**
 * Whether the entry may be named with it. What moderation decided is told for good, for its reason is owed; the title of
 * what was taken down meanwhile is not, but to whoever wrote it.
 */
export const named = `(x.topic <> 'moderation' OR ${open} OR e.author_id = x.user_id)`
