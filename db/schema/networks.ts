import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { actors } from './federation.ts'

/** Who a membership is said by: each side says it for itself, and only both together make it one. */
export const sides = ['network', 'organisation'] as const

/**
 * An organisation in a network; either may live on another server. Each side's word is a moment of its own: ours by
 * our editors, theirs by an activity that they signed. Ended by one, it is ended, and stays to be read.
 */
export const networkMemberships = sqliteTable(
  'network_memberships',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    networkN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    organisationN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    networkSaidAt: integer(),
    organisationSaidAt: integer(),
    /** Of the organisation's Join and of the network's Invite: what an answer names. Of ours the path, of others the id. */
    joinId: text(),
    inviteId: text(),
    endedAt: integer(),
    endedBy: text({ enum: sides }),
    createdAt: integer().notNull(),
  },
  (table) => [
    unique('network_memberships_once').on(table.networkN, table.organisationN),
    index('network_memberships_organisation').on(table.organisationN),
  ],
)

/** Entries of members that a network has passed on to those who follow it: each once. */
export const networkRelays = sqliteTable(
  'network_relays',
  {
    networkN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    /** Id of an entry of this hub. */
    entryId: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.networkN, table.entryId] }),
    index('network_relays_entry').on(table.entryId),
  ],
)

export const needSorts = ['money', 'hours', 'equipment', 'room', 'other'] as const
export const needStates = ['open', 'met', 'dropped'] as const

/** What a network asks for, as its editors say it. */
export const networkNeeds = sqliteTable(
  'network_needs',
  {
    id: text().primaryKey(),
    /** Id of the network's entry. */
    entryId: text().notNull(),
    sort: text({ enum: needSorts }).notNull(),
    title: text().notNull(),
    /** Euros of money, hours of work, else pieces. */
    amount: integer(),
    /** Days, `2026-12-31`. */
    fromDay: text(),
    untilDay: text(),
    details: text().notNull().default(''),
    state: text({ enum: needStates }).notNull(),
    /** Counts edits: two people editing get a conflict, not a lost text. */
    revision: integer().notNull().default(1),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [index('network_needs_entry').on(table.entryId, table.state)],
)

/** What came of a need: dated, and with a source where there is one. */
export const networkReceipts = sqliteTable(
  'network_receipts',
  {
    id: text().primaryKey(),
    needId: text()
      .notNull()
      .references(() => networkNeeds.id, { onDelete: 'cascade' }),
    day: text().notNull(),
    what: text().notNull(),
    amount: integer(),
    /** Named only if they agreed to it. */
    giver: text(),
    source: text(),
    createdAt: integer().notNull(),
  },
  (table) => [index('network_receipts_need').on(table.needId, table.day)],
)
