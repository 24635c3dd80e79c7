import { isNotNull, isNull, sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries } from './entries.ts'
import { readIn } from './locale.ts'

/**
 * What people without an account write to those who publish an entry of this hub: an application for a job, a request
 * for a resource, a registration for an event. It goes to nobody else, and never to another server.
 */
export const inquiries = sqliteTable(
  'inquiries',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** Lower case. */
    email: text().notNull(),
    body: text().notNull(),
    /** How many come, of a registration; else 1. */
    people: integer().notNull().default(1),
    /** The language in which the hub writes to this person. */
    locale: readIn().notNull(),
    createdAt: integer().notNull(),
    /** The address is theirs: until then it is nobody's, and nobody reads it. */
    confirmedAt: integer(),
    /** The letter to those who publish has left. */
    forwardedAt: integer(),
    handledAt: integer(),
    handledBy: text().references(() => users.id, { onDelete: 'set null' }),
    /** Of a registration: what stands under the name on the badge. */
    organisation: text(),
    /** Registered, but for a place: in the line since. Null: they have one. */
    waitingSince: integer(),
    /** A place is kept for them until then; once it is past, it was offered in vain. */
    offeredUntil: integer(),
    /** They came. */
    presentAt: integer(),
    /** Added to a table that was there: SQLite gives such a column no `ON DELETE` here; accounts/departure.ts lets go of it. */
    presentBy: text().references(() => users.id),
    /** Of a registration: when and where, as its last letter said; `cancelled` once that was said. */
    told: text(),
  },
  (table) => [
    index('inquiries_entry').on(table.entryN, table.confirmedAt),
    index('inquiries_confirmed').on(table.confirmedAt),
    index('inquiries_waiting')
      .on(table.entryN)
      .where(sql`${table.confirmedAt} IS NOT NULL AND ${table.handledAt} IS NULL`),
    index('inquiries_unconfirmed').on(table.createdAt).where(isNull(table.confirmedAt)),
    index('inquiries_unsent')
      .on(table.n)
      .where(sql`${table.confirmedAt} IS NOT NULL AND ${table.forwardedAt} IS NULL`),
    index('inquiries_line').on(table.entryN, table.waitingSince).where(isNotNull(table.waitingSince)),
    /** One person, one place: written twice is written once. */
    uniqueIndex('inquiries_once').on(table.entryN, table.email).where(isNotNull(table.confirmedAt)),
  ],
)

/** The debates that somebody chose with their registration: each has places of its own. */
export const seats = sqliteTable(
  'seats',
  {
    inquiryN: integer()
      .notNull()
      .references(() => inquiries.n, { onDelete: 'cascade' }),
    /** The debate. */
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.inquiryN, table.entryN] }), index('seats_entry').on(table.entryN)],
)
