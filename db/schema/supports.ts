import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { entries } from './entries.ts'

/**
 * Who supports a proposal or a commitment of this hub by e-mail. There is no address: a mark made from it and from the
 * entry by the hub's secret tells that the same person supports it twice, and nothing else.
 */
export const supports = sqliteTable(
  'supports',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    mark: text().notNull(),
    /** A first name, by those who want theirs to be read. */
    name: text(),
    createdAt: integer().notNull(),
  },
  (table) => [unique('supports_once').on(table.entryN, table.mark)],
)
