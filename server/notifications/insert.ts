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
  /** A letter of its own leaves already: nothing of it is in the letters of notifications. */
  ownLetter?: boolean
  /** When it happened, of what comes in numbers: told under a fact that ends with this moment, and counted in it later. */
  folds?: number
}

/**
 * Whoever it concerns is told, if they want to be. Said in SQL, with their choices as they are when it is written: a
 * thousand followers are one step, and a fact that was told to somebody is not told to them again, under no topic.
 */
export const tellOf = (
  { topic, fact, why, commentN, entryN, to, not, ownLetter = false, folds }: Told,
  now: number,
): Statement => ({
  sql: `INSERT INTO notifications (user_id, topic, fact, why, comment_n, entry_n, mail_only, created_at, mailed_at)
    SELECT id, ?, ?, ?, ?, ?, 1 - on_page, ?, CASE WHEN by_mail THEN NULL ELSE ? END FROM (
      SELECT users.id AS id, instr(' ' || coalesce(chosen.not_on_page, ?) || ' ', ?) = 0 AS on_page,
        ? AND coalesce(chosen.rhythm, ?) <> 'never' AND instr(' ' || coalesce(chosen.not_by_mail, ?) || ' ', ?) = 0 AS by_mail
      FROM users LEFT JOIN notification_choices chosen ON chosen.user_id = users.id
      WHERE users.state = 'active' AND users.id IS NOT ? AND users.id IN (${to.sql}))
    WHERE (on_page OR by_mail)${folds === undefined ? '' : ` AND NOT EXISTS (${countedIn})`}
    ON CONFLICT DO NOTHING`,
  args: [
    ...[topic, fact, why, commentN ?? null, entryN ?? null, now, now],
    ...[atFirst.notOnPage, ` ${topic} `, ownLetter ? 0 : 1, atFirst.rhythm, atFirst.notByMail, ` ${topic} `],
    ...[not ?? null, ...to.args],
    ...(folds === undefined ? [] : [fact.slice(0, -13), folds]),
  ],
})

/** What they have neither read nor been written about says the number: whatever comes meanwhile is in it. */
const countedIn = `SELECT 1 FROM notifications x WHERE x.user_id = id AND substr(x.fact, 1, length(x.fact) - 13) = ?
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
