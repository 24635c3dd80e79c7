import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { comments, entries } from './entries.ts'

/** What some fields of an entry of this hub said, each time they changed in public; the last row is what they say now. */
export const entryVersions = sqliteTable(
  'entry_versions',
  {
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    /** From 1. */
    version: integer().notNull(),
    fields: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    recordedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryN, table.version] })],
)

/** Which passage of an entry's text an answer is about, and in which version its author read it. */
export const commentPassages = sqliteTable('comment_passages', {
  commentN: integer()
    .primaryKey()
    .references(() => comments.n, { onDelete: 'cascade' }),
  passage: integer().notNull(),
  version: integer().notNull(),
})
