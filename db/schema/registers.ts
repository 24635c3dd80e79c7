import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries } from './entries.ts'

/** Where a person may have looked an organisation up. */
export const registers = ['sirene', 'rna', 'court', 'other'] as const

/**
 * That somebody of this hub looked an organisation up in a register, and found it: on that day, under that number.
 * Nothing is asked of any register by itself, and another number later is not covered by it.
 */
export const registerFindings = sqliteTable(
  'register_findings',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    register: text({ enum: registers }).notNull(),
    number: text().notNull(),
    /** `YYYY-MM-DD` */
    foundOn: text().notNull(),
    source: text().notNull(),
    recordedBy: text().references(() => users.id, { onDelete: 'set null' }),
    recordedAt: integer().notNull(),
  },
  (table) => [index('register_findings_entry').on(table.entryN, table.foundOn)],
)
