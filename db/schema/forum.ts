import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { actors } from './federation.ts'

/**
 * What others said in our forum, as it came, until it is passed on to those who take it so (FEP-1b12): for a moment, or
 * for as long as it waits for a moderator. Signed by its author, it is passed on as it is.
 */
export const relays = sqliteTable(
  'relays',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    activityId: text().notNull().unique(),
    type: text().notNull(),
    /** Full id of the topic or answer that it is about. */
    objectId: text().notNull(),
    /** Who said it. */
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    json: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [index('relays_object').on(table.objectId), index('relays_actor').on(table.actorN)],
)
