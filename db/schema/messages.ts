import { isNotNull } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries } from './entries.ts'
import { actors } from './federation.ts'

/** What people of other servers wrote to this hub by naming one of its actors: for its editors, and nobody else. */
export const messages = sqliteTable(
  'messages',
  {
    /** In the order of arrival: the date that a message bears is its sender's claim. */
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    /** Full id where it was written. */
    apId: text().notNull().unique(),
    /** Who wrote it; name and handle are read there. */
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    /** Handles of the actors of ours that it names, with a space between two: a handle is never given again. */
    addressed: text().notNull(),
    /** Said to everybody, not to us alone. */
    public: integer({ mode: 'boolean' }).notNull(),
    /** The entry that it answers in private. */
    entryN: integer().references(() => entries.n, { onDelete: 'set null' }),
    url: text(),
    /** Of an article; a note has none. */
    title: text().notNull().default(''),
    /** Content warning. */
    summary: text().notNull().default(''),
    html: text().notNull(),
    language: text(),
    publishedAt: integer().notNull(),
    updatedAt: integer(),
    handledAt: integer(),
    handledBy: text().references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('messages_handled').on(table.handledAt, table.n),
    index('messages_actor').on(table.actorN, table.handledAt),
    index('messages_entry').on(table.entryN).where(isNotNull(table.entryN)),
  ],
)
