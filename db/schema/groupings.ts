import { isNull } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { entries } from './entries.ts'
import { actors } from './federation.ts'

export const groupingForms = ['undecided', 'joint', 'several'] as const
export const groupingStates = ['open', 'closed', 'ended'] as const

/**
 * Calls for partners on a lot: of our organisations, and those of other hubs in which an organisation of ours takes
 * part or asked to. Nothing in here binds anybody.
 */
export const groupings = sqliteTable(
  'groupings',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    /** Full id at home; null: it is ours, at /ap/objects/{id}. */
    apId: text().unique(),
    /** Who leads it elsewhere. */
    originN: integer().references(() => actors.n, { onDelete: 'cascade' }),
    /** Our organisation that leads it. */
    leadId: text().references(() => entries.id, { onDelete: 'cascade' }),
    leadName: text().notNull(),
    /** The tender, while it is known here. */
    tenderN: integer().references(() => entries.n, { onDelete: 'set null' }),
    lotNumber: integer(),
    /** « Lot 3, Entretien des massifs – Marché d’espaces verts »: it outlives the tender. */
    subject: text().notNull(),
    form: text({ enum: groupingForms }).notNull(),
    /** What partners are looked for, and what the one that leads brings itself. */
    seeks: text().notNull(),
    brings: text(),
    state: text({ enum: groupingStates }).notNull(),
    revision: integer().notNull().default(1),
    authorId: text().references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [
    index('groupings_tender').on(table.tenderN, table.lotNumber),
    index('groupings_lead').on(table.leadId),
    index('groupings_origin').on(table.originN),
  ],
)

export const memberStates = ['asked', 'accepted', 'declined', 'left'] as const

/** Of a grouping of ours everybody who asked; of one elsewhere only our own organisations. */
export const groupingMembers = sqliteTable(
  'grouping_members',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    groupingN: integer()
      .notNull()
      .references(() => groupings.n, { onDelete: 'cascade' }),
    /** Of this hub… */
    organisationId: text().references(() => entries.id, { onDelete: 'cascade' }),
    /** …or of another. */
    actorN: integer().references(() => actors.n, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** What it would do. */
    role: text().notNull(),
    note: text(),
    state: text({ enum: memberStates }).notNull(),
    /** What the one that leads said with its answer. */
    answer: text(),
    /** Of the Offer: path of ours, full id of another hub's; null between two of this hub. */
    offerId: text().unique(),
    createdAt: integer().notNull(),
    answeredAt: integer(),
    /** When the people it concerns were written to about this state; null: not yet. */
    toldAt: integer(),
  },
  (table) => [
    uniqueIndex('grouping_members_organisation').on(table.groupingN, table.organisationId),
    uniqueIndex('grouping_members_actor').on(table.groupingN, table.actorN),
    index('grouping_members_of').on(table.organisationId),
    index('grouping_members_actor_of').on(table.actorN),
    index('grouping_members_untold').on(table.n).where(isNull(table.toldAt)),
  ],
)

/** What those who take part write to one another, and nobody else reads. */
export const groupingMessages = sqliteTable(
  'grouping_messages',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    groupingN: integer()
      .notNull()
      .references(() => groupings.n, { onDelete: 'cascade' }),
    /** Full id where it was written; null: here. */
    apId: text().unique(),
    /** The organisation of this hub that says it… */
    organisationId: text().references(() => entries.id, { onDelete: 'set null' }),
    /** …or the actor of another. */
    actorN: integer().references(() => actors.n, { onDelete: 'cascade' }),
    name: text().notNull(),
    text: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    index('grouping_messages_of').on(table.groupingN, table.n),
    index('grouping_messages_actor').on(table.actorN),
    index('grouping_messages_organisation').on(table.organisationId),
  ],
)
