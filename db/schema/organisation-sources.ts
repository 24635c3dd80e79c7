import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { entries } from './entries.ts'

/** Where an organisation that was read from a file comes from, and what it is called there. */
export const organisationSources = sqliteTable(
  'organisation_sources',
  {
    entryN: integer()
      .primaryKey()
      .references(() => entries.n, { onDelete: 'cascade' }),
    source: text().notNull(),
    sourceId: text().notNull(),
    importedAt: integer().notNull(),
  },
  (table) => [unique('organisation_sources_once').on(table.source, table.sourceId)],
)
