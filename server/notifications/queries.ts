import { and, asc, desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { notificationChoices, watchedEntries, watchedKinds } from '../../db/schema/notifications.ts'
import { kindNamed } from '../kinds/index.ts'
import { load, type Notification } from './load.ts'
import { atFirst, listOf, topics, type LetterRhythm, type Topic } from './topics.ts'
import { joined, visible } from './visible.ts'

export type { Notification } from './load.ts'

export const perPage = 40

/** The query of one person's, those unread first. */
export async function notificationsOf(
  db: Database,
  userId: string,
  { topic, page, limit = perPage }: { topic: Topic | null; page: number; limit?: number },
): Promise<Notification[]> {
  return load(db, `x.user_id = ? AND x.mail_only = 0 AND (? IS NULL OR x.topic = ?)`, {
    args: [userId, topic, topic],
    order: '(x.read_at IS NULL) DESC, x.n DESC',
    limit,
    offset: (page - 1) * limit,
  })
}

/** Its own, and nobody else's. */
export const notificationOf = async (
  db: Database,
  userId: string,
  n: number,
): Promise<Notification | undefined> =>
  (await load(db, 'x.user_id = ? AND x.n = ?', { args: [userId, n], order: 'x.n', limit: 1, offset: 0 }))[0]

/** What no letter told of yet, the oldest first. */
export const unmailedOf = (db: Database, userId: string, limit: number): Promise<Notification[]> =>
  load(db, 'x.user_id = ? AND x.mailed_at IS NULL AND x.read_at IS NULL', {
    ...{ args: [userId], order: 'x.n', limit, offset: 0 },
  })

/** How many, for one page more. */
export async function countOf(db: Database, userId: string, topic: Topic | null): Promise<number> {
  const { rows } = await db.query(
    `SELECT count(*) AS count FROM ${joined}
    WHERE x.user_id = ? AND x.mail_only = 0 AND (? IS NULL OR x.topic = ?) AND ${visible}`,
    [userId, topic, topic],
  )
  return Number(rows[0]?.['count'] ?? 0)
}

/** How many each of these people has not read, and the number of the newest. */
export async function unreadOf(
  db: Database,
  userIds: readonly string[],
): Promise<Map<string, { count: number; newest: number }>> {
  const { rows } = await db.query(
    `SELECT x.user_id, count(*) AS count, max(x.n) AS newest FROM ${joined}
    WHERE x.user_id IN (SELECT value FROM json_each(?)) AND x.read_at IS NULL AND x.mail_only = 0 AND ${visible}
    GROUP BY x.user_id`,
    [JSON.stringify(userIds)],
  )
  return new Map(
    rows.map((row) => [
      String(row['user_id']),
      { count: Number(row['count']), newest: Number(row['newest']) },
    ]),
  )
}

export const countUnread = async (db: Database, userId: string): Promise<number> =>
  (await unreadOf(db, [userId])).get(userId)?.count ?? 0

export interface Choice {
  rhythm: LetterRhythm
  notOnPage: Topic[]
  notByMail: Topic[]
  paused: boolean
}

export async function choiceOf(db: Database, userId: string): Promise<Choice> {
  const [row] = await db.read.select().from(notificationChoices).where(eq(notificationChoices.userId, userId))
  const { rhythm, notOnPage, notByMail } = row ?? atFirst
  return {
    rhythm,
    notOnPage: listOf(notOnPage),
    notByMail: listOf(notByMail),
    paused: (row?.pausedAt ?? null) !== null,
  }
}

export type Watch = (typeof watchedEntries.$inferSelect)['what']

export const watches = async (db: Database, userId: string, entryN: number, what: Watch): Promise<boolean> =>
  (await db.read.$count(
    watchedEntries,
    and(eq(watchedEntries.userId, userId), eq(watchedEntries.entryN, entryN), eq(watchedEntries.what, what)),
  )) > 0

export const watchedKindsOf = async (db: Database, userId: string): Promise<string[]> =>
  (
    await db.read
      .select({ kind: watchedKinds.kind })
      .from(watchedKinds)
      .where(eq(watchedKinds.userId, userId))
      .orderBy(asc(watchedKinds.kind))
  ).map(({ kind }) => kind)

/** What somebody follows of entries, the newest first; of one that was withdrawn nothing will come. */
export async function watchedBy(db: Database, userId: string) {
  const rows = await db.read
    .select({
      ...{ id: entries.id, title: entries.title, kind: entries.kind, slug: entries.slug },
      ...{ state: entries.state, language: entries.language, what: watchedEntries.what },
    })
    .from(watchedEntries)
    .innerJoin(entries, eq(entries.n, watchedEntries.entryN))
    .where(eq(watchedEntries.userId, userId))
    .orderBy(desc(watchedEntries.createdAt), desc(entries.n))
    .limit(500)
  return rows
    .filter(({ state }) => state === 'published' || state === 'closed')
    .map(({ id, title, language, kind, slug, what }) => ({
      ...{ id, title, language, what, path: `${kindNamed(kind)?.path ?? ''}/${slug}` },
    }))
}

/** Topics of which there is something to see. */
export async function topicsOf(db: Database, userId: string): Promise<Topic[]> {
  const { rows } = await db.query(
    `SELECT DISTINCT x.topic FROM ${joined} WHERE x.user_id = ? AND x.mail_only = 0 AND ${visible}`,
    [userId],
  )
  const found = new Set(rows.map((row) => String(row['topic'])))
  return topics.filter((topic) => found.has(topic))
}
