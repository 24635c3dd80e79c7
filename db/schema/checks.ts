import { isNull } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries } from './entries.ts'

/**
 * A question that was put by e-mail to one of those who publish an entry: what became of it? A row is written before its
 * letter leaves, so that no crash sends it twice.
 */
export const checks = sqliteTable(
  'checks',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    /** Who was asked; without them the question is put to somebody else. */
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    askedAt: integer().notNull(),
    remindedAt: integer(),
    /** When the first question was asked of those that nobody has answered since. */
    silentSince: integer().notNull(),
    /** Answered, or of no use any more. */
    closedAt: integer(),
  },
  (table) => [
    /** One question at a time. */
    uniqueIndex('checks_open').on(table.entryN).where(isNull(table.closedAt)),
    index('checks_entry').on(table.entryN),
    index('checks_user').on(table.userId),
  ],
)
