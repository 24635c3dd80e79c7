import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'
import type { Convention, Measure } from './fields.ts'

/** What is promised: anything that is measured, a share of premises, a share of a fund. */
export const subjects = ['measure', 'premises', 'fund'] as const
export const units = ['percent', 'area', 'money', 'count'] as const
/** Of business premises: what they are counted in. */
export const stockUnits = ['area', 'count'] as const

export const commitments = sqliteTable('commitments', {
  entryN: integer()
    .primaryKey()
    .references(() => entries.n, { onDelete: 'cascade' }),
  subject: text({ enum: subjects }).notNull(),
  /** Who committed themselves, or is asked to. */
  holder: text(),
  /** Where it was said. */
  source: text(),
  sourceLabel: text(),
  sourceDay: text(),
  /** Of premises and of a fund, a share in percent, whatever the unit says. */
  target: real(),
  unit: text({ enum: units }).notNull(),
  /** Of what is counted: ‘logements’. */
  unitLabel: text(),
  deadline: text(),
  /** In the unit of the target; of premises, what is let to the ESS, in the unit of the stock. */
  measures: text({ mode: 'json' }).$type<Measure[]>().notNull(),
  /** All business premises of the holder. Null: nobody has said how many there are. */
  stock: real(),
  stockUnit: text({ enum: stockUnits }).notNull(),
  stockDay: text(),
  stockSource: text(),
  stockUrl: text(),
  conventions: text({ mode: 'json' }).$type<Convention[]>().notNull(),
  nextCheck: text(),
})
