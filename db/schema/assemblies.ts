import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { readIn } from './locale.ts'

/** A council sits by seats that are given; a committee works, and its agenda is open to all. */
export const assemblySorts = ['council', 'committee'] as const

/** Whom a seat is for, and from where an item of the agenda comes: the families of the law, and who works with them. */
export const seatFamilies = [
  'association',
  'cooperative',
  'mutual',
  'foundation',
  'company',
  'insertion',
  'public',
  'other',
] as const

export const assemblies = sqliteTable('assemblies', {
  id: text().primaryKey(),
  slug: text().notNull().unique(),
  sort: text({ enum: assemblySorts }).notNull(),
  name: text().notNull(),
  /** What it is for, and what it may decide. */
  mandate: text().notNull().default(''),
  /** Id of the entry of the hosted organisation that runs it; null: the hub does. */
  organisationId: text(),
  /** Counts edits: two people editing get a conflict, not a lost text. So does every table here. */
  revision: integer().notNull().default(1),
  createdAt: integer().notNull(),
  updatedAt: integer().notNull(),
})

const ofAssembly = () =>
  text()
    .notNull()
    .references(() => assemblies.id, { onDelete: 'cascade' })

export const assemblySeats = sqliteTable(
  'assembly_seats',
  {
    id: text().primaryKey(),
    assemblyId: ofAssembly(),
    family: text({ enum: seatFamilies }).notNull(),
    /** What the seat is for: ‘Associations intermédiaires’. */
    label: text().notNull(),
    /** Who holds it; null: it is vacant. */
    organisation: text(),
    /** Named only with their agreement. */
    person: text(),
    sinceDay: text(),
    untilDay: text(),
    revision: integer().notNull().default(1),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [index('assembly_seats_assembly').on(table.assemblyId)],
)

export const candidatureStates = ['unconfirmed', 'waiting', 'accepted', 'refused'] as const

/** Who would sit. Their address and words are for those who decide, and are erased some time after. */
export const assemblyCandidatures = sqliteTable(
  'assembly_candidatures',
  {
    id: text().primaryKey(),
    assemblyId: ofAssembly(),
    seatId: text().references(() => assemblySeats.id, { onDelete: 'set null' }),
    organisation: text().notNull(),
    /** The person who would sit, if they agree to be named. */
    person: text(),
    email: text().notNull(),
    body: text().notNull().default(''),
    locale: readIn().notNull(),
    state: text({ enum: candidatureStates }).notNull(),
    /** The sentence with the decision. */
    answer: text().notNull().default(''),
    createdAt: integer().notNull(),
    decidedAt: integer(),
  },
  (table) => [index('assembly_candidatures_assembly').on(table.assemblyId, table.state)],
)

export const assemblyMeetings = sqliteTable(
  'assembly_meetings',
  {
    id: text().primaryKey(),
    assemblyId: ofAssembly(),
    /** `2026-12-03T18:00`, as the clock at the place says it. */
    startsAt: text().notNull(),
    place: text().notNull().default(''),
    note: text().notNull().default(''),
    /** Id of the news with its minutes. */
    newsId: text(),
    /** When all organisations of the directory were invited by letter; once. */
    invitedAt: integer(),
    revision: integer().notNull().default(1),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [index('assembly_meetings_assembly').on(table.assemblyId, table.startsAt)],
)

export const presences = ['present', 'excused', 'absent'] as const

export const assemblyAttendance = sqliteTable(
  'assembly_attendance',
  {
    meetingId: text()
      .notNull()
      .references(() => assemblyMeetings.id, { onDelete: 'cascade' }),
    seatId: text()
      .notNull()
      .references(() => assemblySeats.id, { onDelete: 'cascade' }),
    presence: text({ enum: presences }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.seatId] })],
)

export const itemStates = ['unconfirmed', 'proposed', 'accepted', 'refused'] as const

/** What somebody would have the assembly talk about. */
export const assemblyItems = sqliteTable(
  'assembly_items',
  {
    id: text().primaryKey(),
    assemblyId: ofAssembly(),
    meetingId: text().references(() => assemblyMeetings.id, { onDelete: 'set null' }),
    title: text().notNull(),
    body: text().notNull().default(''),
    /** Of whoever proposes it. */
    family: text({ enum: seatFamilies }).notNull(),
    organisation: text(),
    /** Null: proposed by those who run the assembly, or forgotten since. */
    email: text(),
    locale: readIn().notNull(),
    state: text({ enum: itemStates }).notNull(),
    answer: text().notNull().default(''),
    position: integer().notNull().default(0),
    createdAt: integer().notNull(),
    decidedAt: integer(),
  },
  (table) => [index('assembly_items_assembly').on(table.assemblyId, table.state)],
)

export const decisionSorts = ['decision', 'task'] as const
export const decisionStates = ['open', 'done', 'dropped'] as const

/** What was decided, and what follows from it: who carries it, and by when. */
export const assemblyDecisions = sqliteTable(
  'assembly_decisions',
  {
    id: text().primaryKey(),
    assemblyId: ofAssembly(),
    meetingId: text().references(() => assemblyMeetings.id, { onDelete: 'set null' }),
    sort: text({ enum: decisionSorts }).notNull(),
    what: text().notNull(),
    carriedBy: text(),
    dueDay: text(),
    state: text({ enum: decisionStates }).notNull(),
    revision: integer().notNull().default(1),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [index('assembly_decisions_assembly').on(table.assemblyId)],
)

export const assemblyLetterSorts = ['candidature', 'item', 'invitation'] as const

/** Letters that an assembly owes: written with what they tell of, gone once they have left, or after a week. */
export const assemblyLetters = sqliteTable(
  'assembly_letters',
  {
    id: text().primaryKey(),
    assemblyId: ofAssembly(),
    sort: text({ enum: assemblyLetterSorts }).notNull(),
    /** Of the candidature, the item or the meeting. */
    subjectId: text().notNull(),
    email: text().notNull(),
    locale: readIn().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [index('assembly_letters_assembly').on(table.assemblyId)],
)
