import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Communes by INSEE code, not by postal code. Imported once from the Etalab file made at build. */
export const communes = sqliteTable(
  'communes',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    /** Name without accents or case, for look-ups. */
    folded: text().notNull(),
    postcodes: text().notNull(),
    department: text().notNull(),
    /** Intercommunality: code and name. */
    epci: text(),
    epciName: text(),
    population: integer().notNull().default(0),
  },
  (table) => [index('communes_folded').on(table.folded), index('communes_department').on(table.department)],
)
