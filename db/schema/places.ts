import { sql } from 'drizzle-orm'
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
    /** Whose members are neighbours: the intercommunality, or a part of it where that is too wide (docs/adr/0029). */
    territory: text(),
    territoryName: text(),
  },
  (table) => [
    index('communes_folded').on(table.folded),
    index('communes_department').on(table.department),
    index('communes_territory').on(table.territory, table.code),
    /** « Saint » begins four thousand names: while somebody types, the towns are looked through. */
    index('communes_towns')
      .on(table.folded)
      .where(sql`${table.population} >= 10000`),
  ],
)
