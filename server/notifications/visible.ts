/**
 * What may be told of, said in SQL over `x` (a notification) and `reader` (its account), each time that it is counted,
 * listed or written into a letter. An answer that was hidden, an entry that was withdrawn, a report that somebody else
 * dealt with, a role that was taken away: nothing of it is told any more.
 */
export const joined = `notifications x
  JOIN users reader ON reader.id = x.user_id AND reader.state = 'active'
  LEFT JOIN comments c ON c.n = x.comment_n
  LEFT JOIN entries e ON e.n = x.entry_n`

const open = `e.state IN ('published', 'closed')`
const edits = `EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = reader.id AND m.role = 'editor'
  AND m.organisation_id = e.organisation_id)`

export const visible = `CASE x.topic
  WHEN 'publication' THEN ${open}
  WHEN 'moderation' THEN 1
  WHEN 'request' THEN CASE x.why
    WHEN 'message' THEN reader.role IN ('admin', 'editor', 'moderator')
      AND EXISTS (SELECT 1 FROM messages WHERE messages.id = substr(x.fact, 9) AND handled_at IS NULL)
    ELSE ${open} AND (e.author_id = reader.id OR reader.role IN ('admin', 'editor') OR ${edits})
      AND EXISTS (SELECT 1 FROM inquiries WHERE id = substr(x.fact, 9) AND handled_at IS NULL) END
  WHEN 'duty' THEN CASE x.why
    WHEN 'report' THEN reader.role IN ('admin', 'moderator')
      AND EXISTS (SELECT 1 FROM reports WHERE id = substr(x.fact, 8) AND closed_at IS NULL)
    WHEN 'held' THEN reader.role IN ('admin', 'moderator') AND c.state = 'held' AND ${open}
    ELSE e.state = 'review' AND x.fact = 'review ' || e.n || ' ' || e.revision
      AND (reader.role IN ('admin', 'editor') OR ${edits}) END
  ELSE c.state = 'shown' AND ${open} END`

/**
 * Whether the entry may be named with it. What moderation decided is told for good, for its reason is owed; the title of
 * what was taken down meanwhile is not, but to whoever wrote it.
 */
export const named = `(x.topic <> 'moderation' OR ${open} OR e.author_id = x.user_id)`
