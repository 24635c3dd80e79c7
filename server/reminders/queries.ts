import { eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entryReminders, reminderStops } from '../../db/schema/writing.ts'
import { userById, viewerOf } from '../accounts/store.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { mayPublish } from '../entries/entry.ts'
import type { Envelope } from '../kinds/envelope.ts'
import { kinds } from '../kinds/index.ts'
import { before, minutesAfter, minutesUntil, staleAfter, youngest } from './terms.ts'

export type Reminder = typeof entryReminders.$inferSelect

/** Of one round; the next one goes on. */
const most = 50

/** Those whose closing day can be put off by their author. */
const names = kinds.filter(({ closedBy }) => closedBy !== undefined).map(({ name }) => name)
const asked = `EXISTS (SELECT 1 FROM users WHERE users.id = e.author_id AND users.state = 'active')
  AND NOT EXISTS (SELECT 1 FROM reminder_stops WHERE user_id = e.author_id)`
const those = `e.origin_n IS NULL AND e.state = 'published' AND e.kind IN (${names.map(() => '?').join(', ')})
  AND ${asked}`

/** Somebody has written them, or begins to: of the event, or of a debate on its programme. */
const hasMinutes = `EXISTS (SELECT 1 FROM news JOIN entries m ON m.n = news.entry_n
  WHERE m.origin_n IS NULL AND m.state <> 'withdrawn' AND news.minutes_of <> '' AND (news.minutes_of = e.id OR news.minutes_of IN
    (SELECT debate.id FROM happenings JOIN entries debate ON debate.n = happenings.entry_n
      WHERE happenings.part_of = e.id)))`

export interface Due {
  n: number
  reason: Reminder['reason']
  about: number
}

/** What ends within a week, what nobody has touched for half a year, and events without minutes; each once. */
export async function due(db: Database, now: number): Promise<Due[]> {
  const closing = await db.query(
    `SELECT e.n AS n, e.closes_at AS about FROM entries e WHERE ${those}
      AND e.closes_at > ? AND e.closes_at <= ? AND e.published_at <= e.closes_at - ?
      AND NOT EXISTS (SELECT 1 FROM entry_reminders r WHERE r.entry_n = e.n AND r.about = e.closes_at)
      ORDER BY e.closes_at LIMIT ?`,
    [...names, now, now + before, youngest, most],
  )
  const stale = await db.query(
    `SELECT e.n AS n, e.updated_at AS about FROM entries e WHERE ${those}
      AND e.closes_at IS NULL AND e.updated_at <= ?
      AND NOT EXISTS (SELECT 1 FROM entry_reminders r WHERE r.entry_n = e.n AND r.sent_at > ?)
      ORDER BY e.updated_at LIMIT ?`,
    [...names, now - staleAfter, now - staleAfter, most],
  )
  const rows = (found: typeof closing, reason: Due['reason']): Due[] =>
    found.rows.map(({ n, about }) => ({ n: Number(n), about: Number(about), reason }))
  return [
    ...rows(closing, 'closing'),
    ...rows(stale, 'stale'),
    ...rows(await withoutMinutes(db, now), 'minutes'),
  ]
}

/** Of a forum it is asked once, and not of each debate. */
const withoutMinutes = (db: Database, now: number) =>
  db.query(
    `SELECT e.n AS n, e.closes_at AS about FROM entries e JOIN happenings own ON own.entry_n = e.n
      WHERE e.origin_n IS NULL AND e.kind = 'event' AND e.state IN ('published', 'closed') AND ${asked}
      AND own.status <> 'cancelled' AND own.part_of = ''
      AND e.closes_at <= ? AND e.closes_at > ? AND e.published_at <= e.closes_at AND NOT ${hasMinutes}
      AND NOT EXISTS (SELECT 1 FROM entry_reminders r WHERE r.entry_n = e.n AND r.about = e.closes_at)
      ORDER BY e.closes_at LIMIT ?`,
    [now - minutesAfter, now - minutesUntil, most],
  )

/** Whether somebody has said that there will be none: an answer is later than its question. */
export async function isWithoutMinutes(db: Database, entryN: number): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM entry_reminders WHERE entry_n = ? AND reason = 'minutes' AND closed_at > sent_at`,
    [entryN],
  )
  return rows.length > 0
}

export async function isMinuted(db: Database, entryN: number): Promise<boolean> {
  const { rows } = await db.query(`SELECT 1 FROM entries e WHERE e.n = ? AND ${hasMinutes}`, [entryN])
  return rows.length > 0
}

/** This person, while their account is open and they may publish it. */
export async function authorOf(
  db: Database,
  envelope: Envelope,
  userId = envelope.authorId,
): Promise<Viewer | null> {
  const user = userId === null ? undefined : await userById(db, userId)
  if (user?.state !== 'active') return null
  const viewer = await viewerOf(db, user, null)
  return mayPublish(viewer, envelope) ? viewer : null
}

export async function reminderById(db: Database, id: string): Promise<Reminder | undefined> {
  const [row] = await db.read.select().from(entryReminders).where(eq(entryReminders.id, id))
  return row
}

export async function hasStopped(db: Database, userId: string): Promise<boolean> {
  const rows = await db.read.select().from(reminderStops).where(eq(reminderStops.userId, userId))
  return rows.length > 0
}
