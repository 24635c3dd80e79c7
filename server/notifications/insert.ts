import type { Statement } from '../../db/open.ts'
import { until } from './folded.ts'
import { atFirst, type Topic } from './topics.ts'

export interface Told {
  topic: Topic
  /** `comment 12`: told once to each. */
  fact: string
  why: string
  commentN?: number | null
  entryN?: number | null
  /** A query for the ids of those whom it concerns. */
  to: Statement & { args: (string | number | null)[] }
  /** Nobody is told what they did. */
  not?: string | null
  /** Whose answer it is, of somebody of another server. */
  stranger?: number | null
  /** A letter of its own leaves already: nothing of it is in the letters of notifications. */
  ownLetter?: boolean
  /** When it happened, of what comes in numbers: told under a fact that ends with this moment, and counted in it later. */
  folds?: number
}

/** Of one author's answers, told to one person who has not read them: more is a flood, and stands in the discussion. */
export const mostOfAuthor = 20

const waitingOf = `FROM notifications waiting JOIN comments said ON said.n = waiting.comment_n
  WHERE waiting.user_id = reader.id AND waiting.read_at IS NULL AND (waiting.mail_only = 0 OR waiting.mailed_at IS NULL)
    AND said.actor_n = ? AND said.user_id IS NULL AND said.state IN ('shown', 'held') ORDER BY waiting.n DESC`

/**
 * Whoever it concerns is told, if they want to be. Said in SQL, with their choices as they are when it is written: a
 * thousand followers are one step, and a fact that was told to somebody is not told to them again, under no topic.
 */
export const tellOf = (
  { topic, fact, why, commentN, entryN, to, not, stranger, ownLetter = false, folds }: Told,
  now: number,
): Statement => ({
  sql: `INSERT INTO notifications (user_id, topic, fact, why, comment_n, entry_n, mail_only, created_at, mailed_at)
    SELECT reader.id, ?, ?, ?, ?, ?, 1 - on_page, ?, CASE WHEN by_mail THEN NULL ELSE ? END FROM (
      SELECT users.id AS id, instr(' ' || coalesce(chosen.not_on_page, ?) || ' ', ?) = 0 AS on_page,
        ? AND coalesce(chosen.rhythm, ?) <> 'never' AND instr(' ' || coalesce(chosen.not_by_mail, ?) || ' ', ?) = 0 AS by_mail
      FROM users LEFT JOIN notification_choices chosen ON chosen.user_id = users.id
      WHERE users.state = 'active' AND users.id IS NOT ? AND users.id IN (${to.sql})) AS reader
    WHERE (on_page OR by_mail) AND (? IS NULL OR NOT EXISTS (SELECT 1 ${waitingOf} LIMIT 1 OFFSET ?))
      ${folds === undefined ? '' : `AND NOT EXISTS (${countedIn})`}
    ON CONFLICT DO NOTHING`,
  args: [
    ...[topic, fact, why, commentN ?? null, entryN ?? null, now, now],
    ...[atFirst.notOnPage, ` ${topic} `, ownLetter ? 0 : 1, atFirst.rhythm, atFirst.notByMail, ` ${topic} `],
    ...[not ?? null, ...to.args],
    ...[stranger ?? null, stranger ?? null, mostOfAuthor - 1],
    ...(folds === undefined ? [] : [fact.slice(0, -13), folds]),
  ],
})

/** What they have neither read nor been written about says the number: whatever comes meanwhile is in it. */
const countedIn = `SELECT 1 FROM notifications x WHERE x.user_id = reader.id AND substr(x.fact, 1, length(x.fact) - 13) = ?
  AND ${until} > ?`

/** Whose ids are given. */
export const those = (ids: readonly string[]): Told['to'] => ({
  sql: `SELECT value FROM json_each(?)`,
  args: [JSON.stringify(ids)],
})

/** Their first letter leaves a while after the first thing that there is to tell. */
export const letterBooked = (now: number, after: number): Statement => ({
  sql: `INSERT INTO notification_choices (user_id, rhythm, not_on_page, not_by_mail, due_at)
    SELECT DISTINCT user_id, ?, ?, ?, ? FROM notifications
    WHERE mailed_at IS NULL AND user_id NOT IN (SELECT user_id FROM notification_choices)`,
  args: [atFirst.rhythm, atFirst.notOnPage, atFirst.notByMail, now + after],
})
