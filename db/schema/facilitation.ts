import { isNotNull, isNull } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries } from './entries.ts'
import { readIn } from './locale.ts'

/** Who asks: a structure that looks for contracts, or a buyer who looks for structures. */
export const caseSides = ['structure', 'buyer'] as const

/** What became of a request, as those concerned say. */
export const caseOutcomes = [
  'answered',
  'lot-alone',
  'lot-grouping',
  'won',
  'no-lot',
  'abandoned',
  'out-of-scope',
] as const

/** Who said how many hours of insertion were worked. */
export const hoursSources = ['structure', 'buyer', 'desk'] as const

/**
 * What a structure or a buyer asks of those who facilitate. It is read by these and by whoever asked, and never leaves
 * the hub. Erased by term or at wish; `facilitation_tallies` is what remains, and names nobody.
 */
export const cases = sqliteTable(
  'facilitation_cases',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    /** Of a form and its words: the same form sent twice is one request. */
    once: text().notNull().unique(),
    side: text({ enum: caseSides }).notNull(),
    name: text().notNull(),
    /** Lower case. */
    email: text().notNull(),
    organisationName: text(),
    /** Of a member who speaks for an organisation that is hosted here: the id of its entry. */
    organisationId: text(),
    subject: text().notNull(),
    body: text().notNull(),
    placeCode: text(),
    placeLabel: text(),
    /** Digits that a CPV code begins with. */
    cpv: text(),
    sector: text(),
    /** Hours of insertion that are looked for. */
    hoursWanted: integer(),
    deadline: text(),
    /** The language in which the hub writes to this person. */
    locale: readIn().notNull(),
    /** Whoever was signed in when they asked. */
    userId: text().references(() => users.id, { onDelete: 'cascade' }),
    createdAt: integer().notNull(),
    /** The address is theirs: until then it is nobody's, and nobody reads it. */
    confirmedAt: integer(),
    takenBy: text().references(() => users.id, { onDelete: 'set null' }),
    /** Since when the desk owes an answer; null: it does not. */
    waitingSince: integer(),
    /** The first answer of the desk. */
    answeredAt: integer(),
    /** The last thing that happened. */
    movedAt: integer().notNull(),
    closedAt: integer(),
    outcome: text({ enum: caseOutcomes }),
    hours: integer(),
    hoursBy: text({ enum: hoursSources }),
    /** The day on which they were declared. */
    hoursOn: text(),
    /** A text that may become news, if whoever asked agrees to these very words. */
    trace: text(),
    traceState: text({ enum: ['proposed', 'agreed', 'refused'] }),
    /** When its words were last changed: consent is to one version. */
    traceAt: integer(),
    /** The draft that was made of it. */
    traceEntryId: text(),
  },
  (table) => [
    index('facilitation_open').on(table.waitingSince).where(isNull(table.closedAt)),
    index('facilitation_taken').on(table.takenBy, table.closedAt),
    index('facilitation_closed').on(table.closedAt).where(isNotNull(table.closedAt)),
    index('facilitation_moved').on(table.movedAt),
    index('facilitation_email').on(table.email),
    index('facilitation_user').on(table.userId).where(isNotNull(table.userId)),
    index('facilitation_unconfirmed').on(table.createdAt).where(isNull(table.confirmedAt)),
  ],
)

export const caseActs = [
  'received',
  'taken',
  'released',
  'answer',
  'reply',
  'note',
  'linked',
  'unlinked',
  'closed',
  'reopened',
  'trace-proposed',
  'trace-agreed',
  'trace-refused',
  'trace-drafted',
] as const

/** All that happened to a case, in its order. */
export const caseEvents = sqliteTable(
  'facilitation_events',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    caseN: integer()
      .notNull()
      .references(() => cases.n, { onDelete: 'cascade' }),
    /** Of a form and its words, as of the case. */
    once: text().unique(),
    act: text({ enum: caseActs }).notNull(),
    /** By those who facilitate, else by whoever asked. */
    desk: integer({ mode: 'boolean' }).notNull(),
    byId: text().references(() => users.id, { onDelete: 'set null' }),
    text: text().notNull().default(''),
    at: integer().notNull(),
    /** Somebody is to be written to. */
    mails: integer({ mode: 'boolean' }).notNull().default(false),
    mailedAt: integer(),
    /** A letter is on its way since: nobody else writes it meanwhile. */
    triedAt: integer(),
  },
  (table) => [
    index('facilitation_events_case').on(table.caseN, table.n),
    index('facilitation_events_by').on(table.byId).where(isNotNull(table.byId)),
    index('facilitation_events_unsent').on(table.mails, table.mailedAt, table.at),
  ],
)

/** Lots and organisations that the desk points at, of this hub or of another. */
export const caseLinks = sqliteTable(
  'facilitation_links',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    caseN: integer()
      .notNull()
      .references(() => cases.n, { onDelete: 'cascade' }),
    sort: text({ enum: ['lot', 'organisation'] }).notNull(),
    /** Null: another hub took it away, or is no longer followed. */
    entryN: integer().references(() => entries.n, { onDelete: 'set null' }),
    /** Number of the lot; 0: all of the entry. */
    lot: integer().notNull().default(0),
    /** As it was called when it was linked. */
    title: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('facilitation_links_once').on(table.caseN, table.entryN, table.lot),
    index('facilitation_links_entry').on(table.entryN),
  ],
)

/** What may be counted for good: one row a confirmed request, without a name, a word or a day. */
export const tallies = sqliteTable('facilitation_tallies', {
  n: integer().primaryKey({ autoIncrement: true }),
  /** While the case is kept; then it is nobody's. */
  caseN: integer()
    .unique()
    .references(() => cases.n, { onDelete: 'set null' }),
  side: text({ enum: caseSides }).notNull(),
  /** `2026-11` */
  month: text().notNull(),
  /** From confirmation to the first answer. */
  answerHours: integer(),
  outcome: text({ enum: caseOutcomes }),
  lots: integer().notNull().default(0),
  hours: integer(),
  hoursBy: text({ enum: hoursSources }),
  hoursMonth: text(),
})
