import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

export const reports = sqliteTable(
  'reports',
  {
    id: text().primaryKey(),
    subject: text({ enum: ['entry', 'comment', 'actor'] }).notNull(),
    subjectId: text().notNull(),
    reason: text().notNull(),
    /** A user's id, an actor's id or an e-mail address; empty when anonymous. */
    reporter: text().notNull().default(''),
    createdAt: integer().notNull(),
    closedAt: integer(),
    closedBy: text(),
    outcome: text(),
  },
  (table) => [index('reports_open').on(table.closedAt, table.createdAt)],
)

export const blocks = sqliteTable(
  'blocks',
  {
    id: text().primaryKey(),
    type: text({ enum: ['host', 'actor'] }).notNull(),
    /** Canonical host, or actor id. */
    target: text().notNull(),
    reason: text().notNull().default(''),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [unique('blocks_once').on(table.type, table.target)],
)

/** Every act of moderation: who, when, why. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text().primaryKey(),
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    reason: text().notNull().default(''),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('decisions_at').on(table.at)],
)
