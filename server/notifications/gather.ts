import { sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { notificationCursors, notifications } from '../../db/schema/notifications.ts'
import type { Deps } from '../deps.ts'
import { tellOfAnswers } from './answers.ts'
import { inquired, reported, tellOfChecks, tellOfReviews, visited, written } from './duties.ts'
import { letterBooked } from './insert.ts'
import { answered, decided } from './outcomes.ts'
import { asked, memberships, said } from './partners.ts'
import { judged, seated, submitted } from './projects.ts'
import { publications, received } from './publications.ts'
import type { Source } from './source.ts'

const answers: Source = { name: 'answers', newest: 'SELECT max(n) FROM comments', read: tellOfAnswers }

const sources = [
  ...[answers, publications, received, decided, answered, reported, inquired, visited, written],
  ...[asked, said, memberships, submitted, seated, judged],
]

/** Of one source in one command, so that no command holds the others up. */
const bite = 200

const hour = 3_600_000

/** A first letter waits as long as what comes with it may. */
const firstLetterAfter = hour

/**
 * Reads what happened since it last looked, and tells those whom it concerns. What is told and how far it was read are
 * one command: whenever the process dies, nothing is told twice, and nothing is missed (docs/adr/0032).
 */
export async function gather(deps: Pick<Deps, 'db' | 'hub' | 'now'>): Promise<void> {
  const { db, now } = deps
  const cursors = new Map(
    (await db.read.select().from(notificationCursors)).map(({ source, n }) => [source, n]),
  )
  const fresh = sources.filter(({ name }) => !cursors.has(name))
  if (fresh.length > 0) await db.write(fresh.map(beginning))
  let told = false
  for (const source of sources) {
    const cursor = cursors.get(source.name)
    if (cursor === undefined) continue
    const { steps, read } = await source.read(deps, cursor, bite)
    if (read === null || (read === cursor && steps.length === 0)) continue
    await db.write([...steps, advanced(source.name, read)])
    told ||= steps.length > 0
  }
  const waiting = [...(await tellOfReviews(deps)), ...(await tellOfChecks(deps))]
  if (waiting.length > 0) await db.write(waiting)
  if (told || waiting.length > 0) await db.write([letterBooked(now(), firstLetterAfter)])
}

const beginning = ({ name, newest }: Source): Step => ({
  sql: `INSERT INTO notification_cursors (source, n) VALUES (?, coalesce((${newest}), 0)) ON CONFLICT DO NOTHING`,
  args: [name],
})

/** Never back: another process may have read further. */
const advanced = (source: string, n: number): Step => ({
  sql: 'UPDATE notification_cursors SET n = max(n, ?) WHERE source = ?',
  args: [n, source],
})

const day = 24 * hour

/** How long somebody is told of something, in days, and of how many things. */
export const keptDays = 90
export const mostOfOne = 500

/** What is old, what is more than anybody reads, and what is about words that are gone. */
export async function forgetNotifications({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  await db.write([
    db.make.delete(notifications).where(sql`${notifications.createdAt} < ${now() - keptDays * day}`),
    {
      sql: `DELETE FROM notifications WHERE comment_n IN (SELECT n FROM comments WHERE state = 'deleted')
        AND topic <> 'moderation'`,
      args: [],
    },
    {
      sql: `DELETE FROM notifications WHERE entry_n IN (SELECT n FROM entries WHERE state = 'withdrawn')
        AND topic <> 'moderation'`,
      args: [],
    },
    {
      sql: `DELETE FROM notifications WHERE n IN (SELECT n FROM (
        SELECT n, row_number() OVER (PARTITION BY user_id ORDER BY n DESC) AS place FROM notifications
        WHERE user_id IN (SELECT user_id FROM notifications GROUP BY user_id HAVING count(*) > ?)) WHERE place > ?)`,
      args: [mostOfOne, mostOfOne],
    },
  ])
}
