import { isNull, sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { comments, entries } from './entries.ts'

/** The topics that somebody may choose among (`server/notifications/topics.ts` says what each is). */
export const notificationTopics = [
  'answer',
  'mention',
  'discussion',
  'publication',
  'moderation',
  'request',
  'partner',
  'project',
  'duty',
] as const

/**
 * That something concerns somebody. It holds no word of what it is about: that is read where it stands, each time it is
 * shown, so that what was hidden, withdrawn or erased is not told any more (docs/adr/0032).
 */
export const notifications = sqliteTable(
  'notifications',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    topic: text({ enum: notificationTopics }).notNull(),
    /** What happened: `comment 12`, `decision {id}`. A person is told of it once. */
    fact: text().notNull(),
    /** Which of a topic: ‘to-comment’, ‘to-entry’; of moderation the act. */
    why: text().notNull().default(''),
    commentN: integer().references(() => comments.n, { onDelete: 'cascade' }),
    entryN: integer().references(() => entries.n, { onDelete: 'cascade' }),
    /** Not on the page, by its reader's choice: only by e-mail. */
    mailOnly: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: integer().notNull(),
    readAt: integer(),
    /** Told by e-mail, or not meant to be. */
    mailedAt: integer(),
  },
  (table) => [
    uniqueIndex('notifications_once').on(table.userId, table.fact),
    index('notifications_list').on(table.userId, table.n),
    index('notifications_unread')
      .on(table.userId)
      .where(sql`${table.readAt} IS NULL AND ${table.mailOnly} = 0`),
    index('notifications_unmailed').on(table.userId).where(isNull(table.mailedAt)),
    index('notifications_comment').on(table.commentN),
    index('notifications_entry').on(table.entryN),
    index('notifications_created').on(table.createdAt),
  ],
)

/** Up to where each source of facts has been read. */
export const notificationCursors = sqliteTable('notification_cursors', {
  source: text().primaryKey(),
  n: integer().notNull(),
})

export const letterRhythms = ['never', 'hourly', 'daily', 'weekly'] as const

/** How somebody is told. Without a row: as `topics.ts` begins. */
export const notificationChoices = sqliteTable(
  'notification_choices',
  {
    userId: text()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    rhythm: text({ enum: letterRhythms }).notNull(),
    /** Topics that are not told on the page, and those that are not told by e-mail, with a space between two. */
    notOnPage: text().notNull().default(''),
    notByMail: text().notNull().default(''),
    /** When the next letter may leave. */
    dueAt: integer().notNull(),
    /** Letters in a row that could not leave. */
    failures: integer().notNull().default(0),
    pausedAt: integer(),
  },
  (table) => [index('notification_choices_due').on(table.dueAt)],
)

/** Who follows what of an entry here: the discussion under it, or what an organisation publishes. */
export const watchedEntries = sqliteTable(
  'watched_entries',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    what: text({ enum: ['answers', 'publications'] }).notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.entryN, table.what] }),
    index('watched_entries_entry').on(table.entryN, table.what),
  ],
)

/** Who follows a section here. */
export const watchedKinds = sqliteTable(
  'watched_kinds',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.kind] }),
    index('watched_kinds_kind').on(table.kind),
  ],
)
