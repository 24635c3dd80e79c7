import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'
import { structures } from '../structures.ts'

/** As the law names them: the codes are what people look for. */
export const contracts = [
  'cdi',
  'cdi-inclusion',
  'cdd',
  'cdd-usage',
  'cddi',
  'cddi-premieres-heures',
  'cdd-tremplin',
  'apprentissage',
  'professionnalisation',
  'interim',
  'creation',
  'stage',
  'service-civique',
  'benevolat',
  'other',
] as const

/** Neither is a job: no pay, and no JobPosting. */
export const unpaid: readonly string[] = ['service-civique', 'benevolat']

export const payPeriods = ['month', 'hour', 'year'] as const
export const remotes = ['none', 'partial', 'full'] as const

export const jobs = sqliteTable('jobs', {
  entryN: integer()
    .primaryKey()
    .references(() => entries.n, { onDelete: 'cascade' }),
  contract: text({ enum: contracts }).notNull(),
  /** How long a fixed-term contract lasts. */
  months: integer(),
  /** Per week. */
  hours: real(),
  /** Gross, in euros. */
  payMin: real(),
  payMax: real(),
  payPeriod: text({ enum: payPeriods }).notNull(),
  positions: integer(),
  remote: text({ enum: remotes }).notNull(),
  /** Last day to apply. */
  deadline: text(),
  startsOn: text(),
  structure: text({ enum: structures }),
  /** Open to people on an insertion path. */
  insertion: integer({ mode: 'boolean' }).notNull(),
  occupation: text(),
  applyEmail: text(),
  applyUrl: text(),
  applyText: text(),
})
