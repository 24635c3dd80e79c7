import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'

/** The first one is what a topic is when nobody says. */
export const purposes = ['discussion', 'question', 'idea', 'experience'] as const

export const topics = sqliteTable('topics', {
  entryN: integer()
    .primaryKey()
    .references(() => entries.n, { onDelete: 'cascade' }),
  /** What its author hopes for: so that a question is seen to be one. */
  purpose: text({ enum: purposes }).notNull(),
})
