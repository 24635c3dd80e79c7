import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { entries } from './entries.ts'
import { actors } from './federation.ts'

export const quotationStates = ['stamped', 'held', 'shown', 'refused'] as const

/**
 * Posts elsewhere that quote something of ours, with leave (FEP-044f): the row is the stamp. `stamped`: allowed, and
 * not yet seen to quote by it. `refused`: taken back by a moderator, and never allowed again.
 */
export const quotations = sqliteTable(
  'quotations',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    /** UUIDv7: the stamp is {objectId}/quotes/{id}. */
    id: text().notNull().unique(),
    /** Full id of the post that quotes. */
    apId: text().notNull(),
    /** Path of the entry or the answer that is quoted. */
    objectId: text().notNull(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    /** The actor of ours that is quoted: its word alone takes the stamp back. */
    voiceN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    /** Who quotes. */
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    /** Where people read it, once it was seen. */
    url: text(),
    state: text({ enum: quotationStates }).notNull(),
    publishedAt: integer(),
    createdAt: integer().notNull(),
  },
  (table) => [
    unique('quotations_once').on(table.actorN, table.apId),
    index('quotations_object').on(table.objectId, table.state, table.publishedAt),
    index('quotations_entry').on(table.entryN),
    index('quotations_recent').on(table.actorN, table.createdAt),
    index('quotations_voice').on(table.voiceN),
    index('quotations_state').on(table.state, table.n),
  ],
)
