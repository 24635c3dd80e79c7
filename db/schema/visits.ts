import { isNotNull, isNull, sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries } from './entries.ts'
import { readIn } from './locale.ts'

export const visitStates = ['asked', 'accepted', 'refused', 'held', 'cancelled'] as const

/** The classes that a school asks for. */
export const classLevels = ['primary', 'middle', 'high', 'higher', 'adult'] as const

/**
 * A school that asks for a talk, a visit or a placement which an entry of this hub offers. Nobody needs an account: each
 * side has a link. Once it is over, who asked is forgotten; that it was held, and for how many, is not.
 */
export const visits = sqliteTable(
  'visits',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    school: text().notNull(),
    name: text().notNull(),
    /** Lower case; empty once who asked is forgotten. */
    email: text().notNull(),
    placeCode: text().notNull(),
    placeLabel: text().notNull(),
    level: text({ enum: classLevels }).notNull(),
    pupils: integer().notNull(),
    /** As they were wished for, in words. */
    dates: text().notNull(),
    body: text().notNull(),
    locale: readIn().notNull(),
    state: text({ enum: visitStates }).notNull().default('asked'),
    /** Counts changes of state: two people who answer get one answer. */
    revision: integer().notNull().default(1),
    /** What was said with the last change of state. */
    note: text().notNull().default(''),
    createdAt: integer().notNull(),
    confirmedAt: integer(),
    /** The letter to the structure has left. */
    forwardedAt: integer(),
    changedAt: integer(),
    /** Of a member who answered; by the link alone it is nobody by name. */
    changedBy: text().references(() => users.id, { onDelete: 'set null' }),
    /** `YYYY-MM-DD`, and how many pupils were there: as the structure declares. */
    heldOn: text(),
    heldPupils: integer(),
    declaredAt: integer(),
    forgottenAt: integer(),
  },
  (table) => [
    index('visits_entry').on(table.entryN, table.state),
    index('visits_confirmed').on(table.confirmedAt),
    index('visits_unconfirmed').on(table.createdAt).where(isNull(table.confirmedAt)),
    index('visits_held').on(table.heldOn).where(isNotNull(table.heldOn)),
    /** The same class asks once, until it is answered. */
    uniqueIndex('visits_once')
      .on(table.entryN, table.email, table.level)
      .where(
        sql`${table.confirmedAt} IS NOT NULL AND ${table.state} IN ('asked', 'accepted') AND ${table.email} <> ''`,
      ),
  ],
)
