import { sqliteTable, integer, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'
import type { Lot } from './fields.ts'
import { procedures } from './lists.ts'

export const tenders = sqliteTable('tenders', {
  entryN: integer()
    .primaryKey()
    .references(() => entries.n, { onDelete: 'cascade' }),
  buyer: text().notNull(),
  buyerSiret: text(),
  /** The buyer's own number of the contract. */
  reference: text(),
  procedure: text({ enum: procedures }),
  /** What the clocks of `timeZone` show. */
  deadline: text(),
  timeZone: text().notNull(),
  /** The official notice: what counts before the law. */
  notice: text(),
  contactEmail: text(),
  /** As the buyer gives it (Code de la commande publique, L2113-11). */
  noLotsReason: text(),
  lots: text({ mode: 'json' }).$type<Lot[]>().notNull(),
})
