import { isNull, sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { readIn } from './locale.ts'

/** `none`: kept to be opened again, and no letter tells of it. */
export const rhythms = ['daily', 'weekly', 'none'] as const

/**
 * What somebody asked to be told of by e-mail: a list narrowed by a filter, or the lots that fit an organisation. It
 * goes to nobody else, and never to another server.
 */
export const alerts = sqliteTable(
  'alerts',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    /** Whose letter it comes in: the account's id, else a keyed hash of the address, which ends all of them at once. */
    reader: text().notNull(),
    /** Lower case; null for an account, whose address may change. */
    email: text(),
    userId: text().references(() => users.id, { onDelete: 'cascade' }),
    /** Empty: every kind. */
    kind: text().notNull(),
    /** Of the list's address, codes in place of names: `place=92&tag=bois`. */
    query: text().notNull(),
    /** Id of the organisation whose lots are meant; else empty. */
    organisationId: text().notNull().default(''),
    /** What its keeper calls it; empty: what it asks, in words. */
    name: text().notNull().default(''),
    rhythm: text({ enum: rhythms }).notNull(),
    /** The language in which the hub writes to this person; an account has its own. */
    locale: readIn().notNull(),
    createdAt: integer().notNull(),
    /** The address is theirs: until then nothing is sent to it but the link. */
    confirmedAt: integer(),
    /** Told so far: what was published here before this moment, and received up to this row of `entries`. */
    since: integer().notNull(),
    sinceN: integer().notNull(),
    dueAt: integer().notNull(),
    /** Letters in a row that could not leave. */
    failures: integer().notNull().default(0),
    /** No more is sent until its reader asks for it. */
    pausedAt: integer(),
  },
  (table) => [
    index('alerts_due')
      .on(table.dueAt)
      .where(sql`${table.confirmedAt} IS NOT NULL AND ${table.pausedAt} IS NULL`),
    index('alerts_unconfirmed').on(table.createdAt).where(isNull(table.confirmedAt)),
    index('alerts_user').on(table.userId),
    index('alerts_reader').on(table.reader),
    /** Asked for twice is asked for once. */
    uniqueIndex('alerts_once')
      .on(table.reader, table.kind, table.query, table.organisationId)
      .where(sql`${table.confirmedAt} IS NOT NULL`),
  ],
)
