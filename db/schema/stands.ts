import { isNull, sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries } from './entries.ts'
import { readIn } from './locale.ts'

/** Of whom a village is made. */
export const families = [
  ...['insertion', 'scop', 'scic', 'association', 'mutual', 'foundation', 'social-company'],
  ...['fair-trade', 'free-software', 'finance', 'support', 'other'],
] as const

/** Where stands stand together, at an event of this hub: « village de l’insertion », « village des SCOP ». */
export const villages = sqliteTable(
  'villages',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    name: text().notNull(),
    family: text({ enum: families }).notNull(),
    /** How many stands there is room for. */
    stands: integer().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [index('villages_entry').on(table.entryN)],
)

export const standStates = ['asked', 'waiting', 'accepted', 'refused'] as const

/** What an organisation asks for, and once it is accepted the sheet by which others know it. */
export const stands = sqliteTable(
  'stands',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    villageN: integer()
      .notNull()
      .references(() => villages.n, { onDelete: 'cascade' }),
    /** Of the organisation. */
    name: text().notNull(),
    /** Its page in this hub’s directory, when one of its editors asked. */
    organisationId: text().references(() => entries.id, { onDelete: 'set null' }),
    /** What it does, what it looks for, what it will show: public once accepted. */
    does: text().notNull(),
    seeks: text().notNull(),
    shows: text().notNull(),
    website: text(),
    /** For the host alone. */
    contactName: text().notNull(),
    email: text().notNull(),
    tables: integer().notNull(),
    panels: integer().notNull(),
    power: integer({ mode: 'boolean' }).notNull(),
    needs: text().notNull(),
    locale: readIn().notNull(),
    state: text({ enum: standStates }).notNull(),
    createdAt: integer().notNull(),
    /** The address is theirs: until then nobody reads it. */
    confirmedAt: integer(),
    decidedAt: integer(),
    decidedBy: text().references(() => users.id, { onDelete: 'set null' }),
    /** What the host wrote with it. */
    decision: text().notNull().default(''),
    /** How often a visitor wrote to it. */
    contacts: integer().notNull().default(0),
  },
  (table) => [
    index('stands_village').on(table.villageN, table.state),
    index('stands_unconfirmed').on(table.createdAt).where(isNull(table.confirmedAt)),
    index('stands_organisation')
      .on(table.organisationId)
      .where(sql`${table.organisationId} IS NOT NULL`),
  ],
)

/** The board of a stand: what it offers and needs, in one sentence each. */
export const standNotices = sqliteTable(
  'stand_notices',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    standN: integer()
      .notNull()
      .references(() => stands.n, { onDelete: 'cascade' }),
    direction: text({ enum: ['offer', 'need'] }).notNull(),
    text: text().notNull(),
    createdAt: integer().notNull(),
    /** Found, given. */
    metAt: integer(),
  },
  (table) => [index('stand_notices_stand').on(table.standN)],
)
