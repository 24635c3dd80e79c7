import { and, asc, desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { notificationChoices, watchedEntries, watchedKinds } from '../../db/schema/notifications.ts'
import { kindNamed } from '../kinds/index.ts'
import { atFirst, isTopic, listOf, topics, type LetterRhythm, type Topic } from './topics.ts'
import { joined, named, visible } from './visible.ts'

export interface Notification {
  n: number
  topic: Topic
  fact: string
  why: string
  at: number
  isRead: boolean
  /** Who answered, as their words bear their name. */
  author: string
  /** Its id, of an answer that its reader may see. */
  commentId: string | null
  /** Null: there is none, or it is no longer to be read. */
  entry: { title: string; path: string; language: string; isOpen: boolean } | null
  /** Why it was decided so, in the moderator's words to its author or to everybody. */
  reason: string
}

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

/** To whoever wrote it; else to everybody. What a topic was refused for stands with its draft already. */
const spoken = `coalesce(nullif(d.author_reason, ''), nullif(d.public_reason, ''),
  CASE d.action WHEN 'topic-refused' THEN d.reason END, '')`

async function load(
  db: Database,
  where: string,
  {
    args,
    order,
    limit,
    offset,
  }: { args: (string | number | null)[]; order: string; limit: number; offset: number },
): Promise<Notification[]> {
  const { rows } = await db.query(
    `SELECT x.n, x.topic, x.fact, x.why, x.created_at, x.read_at, e.title, e.slug, e.language,
      CASE WHEN ${named} THEN e.kind END AS kind,
      e.state AS entry_state, c.author_name, CASE WHEN c.state = 'shown' THEN c.id END AS comment_id,
      CASE WHEN x.topic = 'moderation' THEN (SELECT ${spoken} FROM decisions d WHERE d.id = substr(x.fact, 10)) END AS reason
    FROM ${joined} WHERE ${where} AND ${visible} ORDER BY ${order} LIMIT ? OFFSET ?`,
    [...args, limit, offset],
  )
  return rows.flatMap((row) => {
    const topic = String(row['topic'])
    const kind = kindNamed(String(row['kind'] ?? ''))
    if (!isTopic(topic)) return []
    return [
      {
        ...{ n: Number(row['n']), topic, fact: String(row['fact']), why: String(row['why']) },
        ...{ at: Number(row['created_at']), isRead: row['read_at'] !== null },
        author: String(row['author_name'] ?? ''),
        commentId: row['comment_id'] === null ? null : String(row['comment_id']),
        entry:
          kind === undefined
            ? null
            : {
                title: String(row['title']),
                path: `${kind.path}/${String(row['slug'])}`,
                language: String(row['language']),
                isOpen: ['published', 'closed'].includes(String(row['entry_state'])),
              },
        reason: String(row['reason'] ?? ''),
      },
    ]
  })
}

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
