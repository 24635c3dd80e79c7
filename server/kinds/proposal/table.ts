import { sqliteTable, integer, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'
import type { Evidence } from './fields.ts'

/** What became of it, as far as a source says; the first is what nobody has told. */
export const statuses = ['unknown', 'asked', 'answered', 'accepted', 'refused', 'done'] as const

export const proposals = sqliteTable('proposals', {
  entryN: integer()
    .primaryKey()
    .references(() => entries.n, { onDelete: 'cascade' }),
  /** Its name in the text that proposes it: ‘L1’, ‘article 3’. */
  reference: text(),
  /** Word for word. */
  quote: text(),
  /** The text that proposes it: where it is read, what it is called, its day. */
  source: text(),
  sourceLabel: text(),
  sourceDay: text(),
  /** Who could decide. */
  decider: text(),
  status: text({ enum: statuses }).notNull(),
  evidence: text({ mode: 'json' }).$type<Evidence[]>().notNull(),
  /** The day on which those who publish it are asked what became of it. */
  nextCheck: text(),
})
