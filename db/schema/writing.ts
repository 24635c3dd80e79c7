import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries, media } from './entries.ts'

/**
 * What somebody has typed and not yet saved: their form, for them alone, until they save or forget it (docs/adr/0031).
 * `entryId` may be that of an entry that is still to be made.
 */
export const entryPending = sqliteTable(
  'entry_pending',
  {
    entryId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    title: text().notNull().default(''),
    /** Names and texts as the browser sent them. */
    form: text({ mode: 'json' }).$type<[name: string, value: string][]>().notNull(),
    savedAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.userId] }),
    index('entry_pending_user').on(table.userId, table.kind, table.savedAt),
    index('entry_pending_saved').on(table.savedAt),
  ],
)

/** Pictures that stand in the text of an entry, or stood in one that can still be read. */
export const entryPictures = sqliteTable(
  'entry_pictures',
  {
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    mediaId: text()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.entryN, table.mediaId] }),
    index('entry_pictures_media').on(table.mediaId),
  ],
)

/** What an entry of this hub said, each time it changed in public; for those who may change it. */
export const entryRevisions = sqliteTable(
  'entry_revisions',
  {
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    /** From 1. */
    version: integer().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    body: text().notNull(),
    placeLabel: text(),
    /** Of its kind. */
    fields: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    userId: text().references(() => users.id, { onDelete: 'set null' }),
    recordedAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryN, table.version] }),
    index('entry_revisions_user').on(table.userId),
  ],
)

/** A letter that says an entry comes to its end, or asks for the minutes of an event that is over. The row is written before it leaves: nobody is told twice. */
export const entryReminders = sqliteTable(
  'entry_reminders',
  {
    id: text().primaryKey(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    reason: text({ enum: ['closing', 'stale', 'minutes'] }).notNull(),
    /** The day it closes or was over, or that of its last change: once for each. */
    about: integer().notNull(),
    sentAt: integer().notNull(),
    /** Answered. */
    closedAt: integer(),
  },
  (table) => [
    index('entry_reminders_entry').on(table.entryN, table.about),
    index('entry_reminders_user').on(table.userId),
    index('entry_reminders_sent').on(table.sentAt),
  ],
)

/** Who wants no such letters. */
export const reminderStops = sqliteTable('reminder_stops', {
  userId: text()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  stoppedAt: integer().notNull(),
})
