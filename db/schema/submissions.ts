import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries } from './entries.ts'
import { readIn } from './locale.ts'

/**
 * Projects that are proposed to a call of this hub. They are for those who publish the call and for its jury; nothing
 * of them is shown or sent to anybody else but what the decision says of those that were retained.
 */
export const submissions = sqliteTable(
  'submissions',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    /** Chosen by the form: sent twice, it is one. */
    id: text().notNull().unique(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    /** Who began it while signed in. It stays when the account goes: its link is in their mailbox. */
    userId: text().references(() => users.id, { onDelete: 'set null' }),
    /** Lower case. */
    email: text().notNull(),
    contact: text().notNull(),
    /** The language in which the hub writes to this person. */
    locale: readIn().notNull(),
    project: text().notNull(),
    /** Which organisation would do it. */
    holder: text(),
    summary: text().notNull().default(''),
    /** Asked for, in euros. */
    amount: real(),
    budget: text().notNull().default(''),
    /** Whether it continues an action that exists. */
    continues: text({ enum: ['yes', 'no'] }),
    /** By the number of the criterion. */
    answers: text({ mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    revision: integer().notNull().default(1),
    createdAt: integer().notNull(),
    /** Somebody has used the link that was mailed: the address is theirs. */
    confirmedAt: integer(),
    updatedAt: integer().notNull(),
    /** Null: a draft, which nobody else reads. */
    submittedAt: integer(),
    /** Of the decision; null: none yet. */
    retained: integer({ mode: 'boolean' }),
    granted: real(),
    /** The letter with the decision has left, or is leaving. */
    toldAt: integer(),
  },
  (table) => [
    index('submissions_entry').on(table.entryN, table.submittedAt),
    index('submissions_unconfirmed')
      .on(table.createdAt)
      .where(sql`${table.confirmedAt} IS NULL`),
    index('submissions_user')
      .on(table.userId)
      .where(sql`${table.userId} IS NOT NULL`),
  ],
)

/** The file itself is named by its id, beside the pictures (server/media). */
export const submissionFiles = sqliteTable(
  'submission_files',
  {
    id: text().primaryKey(),
    submissionN: integer()
      .notNull()
      .references(() => submissions.n, { onDelete: 'cascade' }),
    /** As its owner sees it: never a path of ours. */
    name: text().notNull(),
    type: text().notNull(),
    bytes: integer().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [index('submission_files_of').on(table.submissionN)],
)

/** Who judges the projects of one call, and in what capacity. */
export const jurors = sqliteTable(
  'jurors',
  {
    id: text().primaryKey(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    capacity: text({ enum: ['elected', 'expert', 'administration', 'users', 'other'] }).notNull(),
    addedAt: integer().notNull(),
  },
  (table) => [unique('jurors_once').on(table.entryN, table.userId), index('jurors_user').on(table.userId)],
)

/** A link that makes a juror of the member who opens it, once. */
export const juryInvitations = sqliteTable(
  'jury_invitations',
  {
    id: text().primaryKey(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    capacity: text({ enum: ['elected', 'expert', 'administration', 'users', 'other'] }).notNull(),
    createdAt: integer().notNull(),
    usedAt: integer(),
  },
  (table) => [index('jury_invitations_entry').on(table.entryN)],
)

/** What one juror thinks of one project; or that they may not think anything of it. */
export const verdicts = sqliteTable(
  'verdicts',
  {
    submissionN: integer()
      .notNull()
      .references(() => submissions.n, { onDelete: 'cascade' }),
    jurorId: text()
      .notNull()
      .references(() => jurors.id, { onDelete: 'cascade' }),
    /** An interest in it: for good, and nothing else is kept. */
    conflict: integer({ mode: 'boolean' }).notNull(),
    /** From 0 to 5, by the number of the criterion. */
    scores: text({ mode: 'json' }).$type<Record<string, number>>().notNull().default({}),
    note: text().notNull().default(''),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.submissionN, table.jurorId] }),
    index('verdicts_juror').on(table.jurorId),
  ],
)

/** The decision of a call while people prepare it. Published, it is in the call itself. */
export const callDecisions = sqliteTable('call_decisions', {
  entryN: integer()
    .primaryKey()
    .references(() => entries.n, { onDelete: 'cascade' }),
  note: text().notNull().default(''),
  decidedOn: text(),
  /** The letters to those who are retained, and to the others. */
  retainedLetter: text().notNull().default(''),
  otherLetter: text().notNull().default(''),
  revision: integer().notNull().default(1),
  savedAt: integer().notNull(),
  publishedAt: integer(),
})
