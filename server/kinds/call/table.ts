import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'

/** A call's life: its specification is discussed, then projects are taken, then judged, then it is decided. */
export const phases = ['specification', 'open', 'closed', 'decided'] as const

export const answerers = [
  'association',
  'cooperative',
  'mutual',
  'foundation',
  'company',
  'insertion',
  'public',
  'other',
] as const

export const capacities = ['elected', 'expert', 'administration', 'users', 'other'] as const
export type Capacity = (typeof capacities)[number]

/** Nobody said, is no answer: it is not ‘no’. */
export const answers = ['yes', 'no'] as const

/** A part of the specification. Its number is what comments name, and never another part's. */
export interface SpecificationSection {
  number: number
  title: string
  text: string | null
}

export interface Criterion {
  number: number
  title: string
  /** In percent of the whole. */
  weight: number | null
  description: string | null
}

/** Seats of one capacity. */
export interface Bench {
  capacity: Capacity
  seats: number
  names: string | null
}

export interface Laureate {
  project: string
  holder: string | null
  amount: number | null
  /** Whether it continues an action that exists. */
  continues: (typeof answers)[number] | null
}

export const calls = sqliteTable('calls', {
  entryN: integer()
    .primaryKey()
    .references(() => entries.n, { onDelete: 'cascade' }),
  /** Who funds or decides, where that is not who publishes. */
  organiser: text(),
  phase: text({ enum: phases }).notNull(),
  /** Last day on which the specification is open to comment. */
  commentsUntil: text(),
  /** What the clocks of the place show, like the deadline. */
  opens: text(),
  deadline: text(),
  timeZone: text().notNull(),
  budget: real(),
  /** At most for one project. */
  budgetMax: real(),
  answerers: text({ mode: 'json' }).$type<string[]>().notNull(),
  eligible: text(),
  /** Whether an existing action that works may be proposed. */
  existingQualifies: text({ enum: answers }),
  existingNote: text(),
  sections: text({ mode: 'json' }).$type<SpecificationSection[]>().notNull(),
  lastSection: integer().notNull(),
  criteria: text({ mode: 'json' }).$type<Criterion[]>().notNull(),
  lastCriterion: integer().notNull(),
  jury: text({ mode: 'json' }).$type<Bench[]>().notNull(),
  laureates: text({ mode: 'json' }).$type<Laureate[]>().notNull(),
  decisionNote: text(),
  decidedOn: text(),
  /** How many projects were submitted. */
  submitted: integer(),
})
