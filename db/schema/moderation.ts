import { isNotNull } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

export const reports = sqliteTable(
  'reports',
  {
    id: text().primaryKey(),
    subject: text({ enum: ['entry', 'comment', 'actor', 'message'] }).notNull(),
    subjectId: text().notNull(),
    reason: text().notNull(),
    /** A user's id, an actor's id or an e-mail address; empty when anonymous. */
    reporter: text().notNull().default(''),
    createdAt: integer().notNull(),
    closedAt: integer(),
    closedBy: text(),
    outcome: text(),
    /** Whoever reports would have the thing's own server told as well; a moderator decides. */
    wishesForward: integer({ mode: 'boolean' }).notNull().default(false),
    /** A member who would hear what comes of it. */
    wishesOutcome: integer({ mode: 'boolean' }).notNull().default(false),
    /** Told to the thing's own server: when, which, and by what activity of ours (its path). */
    forwardedAt: integer(),
    forwardedTo: text(),
    forwardId: text(),
    /** When a letter to the moderators spoke of it, or of others at the same time. */
    announcedAt: integer(),
  },
  (table) => [
    index('reports_open').on(table.closedAt, table.createdAt),
    index('reports_at').on(table.createdAt, table.id),
    index('reports_subject').on(table.subjectId),
    index('reports_announced').on(table.announcedAt),
  ],
)

/** Letters owed to those who reported without an account. Written with the decision, gone once the letter has left. */
export const notices = sqliteTable('notices', {
  id: text().primaryKey(),
  sort: text().notNull(),
  /** An e-mail address. */
  reader: text().notNull(),
  createdAt: integer().notNull(),
})

/** In the words of the lists that servers exchange: `noop` does nothing but what its two options say. */
export const severities = ['noop', 'silence', 'suspend'] as const

/** What is held against a host or an actor. Several may reach one actor: the strictest counts. */
export const blocks = sqliteTable(
  'blocks',
  {
    id: text().primaryKey(),
    type: text({ enum: ['host', 'actor'] }).notNull(),
    /** Canonical host, or actor id. */
    target: text().notNull(),
    severity: text({ enum: severities }).notNull().default('suspend'),
    /** No picture from there is kept, fetched or shown. */
    rejectMedia: integer({ mode: 'boolean' }).notNull().default(false),
    /** What is reported from there is dropped. */
    rejectReports: integer({ mode: 'boolean' }).notNull().default(false),
    /** For moderators alone. */
    reason: text().notNull().default(''),
    /** For everybody, where blocks are published. */
    publicComment: text().notNull().default(''),
    /** Published without its full name. */
    obfuscate: integer({ mode: 'boolean' }).notNull().default(false),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [unique('blocks_once').on(table.type, table.target)],
)

/** Whom the hub speaks with when it speaks with chosen hosts alone. Exactly these: a name under one is another host. */
export const allowedHosts = sqliteTable('allowed_hosts', {
  /** Canonical, with its port when it is not the scheme's own. */
  host: text().primaryKey(),
  createdBy: text().notNull(),
  createdAt: integer().notNull(),
})

/** Every act of moderation: who, when, why. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text().primaryKey(),
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    /** For the other moderators. */
    reason: text().notNull().default(''),
    /** For everybody, where the hub shows what it decides. */
    publicReason: text().notNull().default(''),
    /** For whoever wrote what it is about. */
    authorReason: text().notNull().default(''),
    by: text().notNull(),
    at: integer().notNull(),
    /** The decision that this one takes back. */
    undoes: text(),
    /** The report that led to it. */
    reportId: text(),
  },
  (table) => [
    index('decisions_at').on(table.at),
    index('decisions_subject').on(table.subjectId, table.id),
    index('decisions_by').on(table.by, table.id),
    index('decisions_undoes').on(table.undoes).where(isNotNull(table.undoes)),
  ],
)
