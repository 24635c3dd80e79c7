import { isNotNull, isNull, sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { users } from './accounts.ts'
import { actors } from './federation.ts'

/** `hidden`: from elsewhere, kept, and shown to moderators alone. */
export const entryStates = ['draft', 'review', 'published', 'closed', 'withdrawn', 'hidden'] as const

/**
 * What every kind shares; each kind has a small table of its own beside it, keyed by `n`.
 * Local and remote entries live together (docs/adr/0001): `originN` null means local, and every outward
 * or changing query begins with `local()` of `server/entries/list.ts`.
 */
export const entries = sqliteTable(
  'entries',
  {
    /** Also the row of the search index. */
    n: integer().primaryKey({ autoIncrement: true }),
    /** UUIDv7, lower case; a local entry's ActivityPub id is /ap/objects/{id}. */
    id: text().notNull().unique(),
    kind: text().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    summary: text().notNull().default(''),
    /** Markdown for local entries, empty for remote ones. */
    body: text().notNull().default(''),
    /** `body` rendered, or the remote text, both through the allow-list. */
    html: text().notNull().default(''),
    language: text().notNull().default('fr'),
    /** SPDX id. */
    licence: text(),
    /** INSEE code of the commune. */
    placeCode: text(),
    placeLabel: text(),
    /** WGS 84 degrees, to the fifth decimal, about a metre. Both, or neither. */
    latitude: real(),
    longitude: real(),
    startsAt: integer(),
    closesAt: integer(),
    direction: text({ enum: ['offer', 'need'] }),
    authorId: text().references(() => users.id, { onDelete: 'set null' }),
    /** Id of the entry of the hosted organisation that speaks. */
    organisationId: text(),
    /** Its name, also for organisations of other hubs. */
    organisationName: text(),
    imageId: text(),
    imageAlt: text(),
    state: text({ enum: entryStates }).notNull(),
    /** Of a hidden one: what it is at home, and will be here when it is shown. */
    stateAtHome: text({ enum: ['published', 'closed'] }),
    /** Of a draft of ours that lacks what its kind asks: what is known of it. It then has no row of its kind. */
    unfinished: text({ mode: 'json' }).$type<Record<string, unknown>>(),
    /** Counts edits: two people editing get a conflict, not a lost text. */
    revision: integer().notNull().default(1),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    publishedAt: integer(),
    publishedBy: text(),
    closedAt: integer(),
    closedBy: text(),
    withdrawnAt: integer(),
    withdrawnBy: text(),
    /** The remote actor that published it. Null: local. */
    originN: integer().references(() => actors.n, { onDelete: 'cascade' }),
    /** Whose following brought it here: the origin itself, or who announced it. Unfollowed, it goes. */
    viaN: integer().references(() => actors.n, { onDelete: 'cascade' }),
    /**
     * The actor of ours that said it first. It goes on saying it, whatever becomes of the organisation: an Update or
     * a Delete from anybody else would be ignored everywhere.
     */
    voiceN: integer().references(() => actors.n),
    /** Full id of a remote entry. Local ids are paths, and are not stored. */
    apId: text().unique(),
    /** Where a remote entry is read at home. */
    url: text(),
    /** The conversation that a remote entry began, as its own host names it (FEP-7888). */
    context: text(),
    /** May be found by our search: local always, remote if its author consents (FEP-5feb). */
    indexable: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (table) => [
    unique('entries_slug').on(table.kind, table.slug),
    index('entries_list').on(table.kind, table.state, table.publishedAt),
    index('entries_recent').on(table.state, table.publishedAt),
    index('entries_organisation').on(table.organisationId, table.state),
    index('entries_origin').on(table.originN),
    index('entries_via').on(table.viaN),
    index('entries_voice').on(table.voiceN, table.state),
    index('entries_place').on(table.placeCode, table.state),
    // What is near is found between two parallels; the rest of a row is looked at for those alone.
    index('entries_position').on(table.latitude, table.longitude).where(isNotNull(table.latitude)),
    index('entries_starts').on(table.kind, table.state, table.startsAt, table.closesAt),
    index('entries_closing').on(table.state, table.closesAt).where(isNotNull(table.closesAt)),
    index('entries_work').on(table.state, table.updatedAt).where(isNull(table.originN)),
    index('entries_image').on(table.imageId).where(isNotNull(table.imageId)),
    index('entries_author').on(table.authorId),
  ],
)

export const entryTags = sqliteTable(
  'entry_tags',
  {
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    /** Folded: lower case, no accents, no #. */
    tag: text().notNull(),
    label: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryN, table.tag] }),
    index('entry_tags_tag').on(table.tag, table.entryN),
  ],
)

/** Nothing reads or writes it: addresses never change once they are published. */
export const entrySlugs = sqliteTable(
  'entry_slugs',
  {
    kind: text().notNull(),
    slug: text().notNull(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.kind, table.slug] })],
)

export const commentStates = ['held', 'shown', 'hidden', 'deleted'] as const

/** Answers to an entry, local and remote, as one thread. */
export const comments = sqliteTable(
  'comments',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    entryN: integer()
      .notNull()
      .references(() => entries.n, { onDelete: 'cascade' }),
    parentN: integer(),
    userId: text().references(() => users.id, { onDelete: 'cascade' }),
    actorN: integer().references(() => actors.n, { onDelete: 'cascade' }),
    authorName: text().notNull(),
    /** Full id of a remote comment. */
    apId: text().unique(),
    /** Its author's host, as in `actors`: what waits of one server is counted at each of its answers. */
    host: text(),
    url: text(),
    /** Content warning. */
    summary: text().notNull().default(''),
    body: text().notNull().default(''),
    html: text().notNull(),
    language: text(),
    state: text({ enum: commentStates }).notNull(),
    heldFor: text(),
    publishedAt: integer().notNull(),
    updatedAt: integer(),
  },
  (table) => [
    index('comments_entry').on(table.entryN, table.publishedAt),
    index('comments_state').on(table.state),
    index('comments_actor').on(table.actorN, table.state),
    index('comments_waiting')
      .on(table.host)
      .where(sql`${table.state} = 'held'`),
    index('comments_user').on(table.userId).where(isNotNull(table.userId)),
  ],
)

/** What was erased: its id is never used again, and its address answers 410. */
export const tombstones = sqliteTable(
  'tombstones',
  {
    /** A remote id, or the path of a local object. */
    id: text().primaryKey(),
    /** The page that now answers 410. */
    path: text(),
    formerType: text(),
    /** Deleted by its author: it never comes back. Not final: unfollowed or expired, a later visit may find it. */
    final: integer({ mode: 'boolean' }).notNull().default(true),
    deletedAt: integer().notNull(),
  },
  (table) => [index('tombstones_path').on(table.path).where(isNotNull(table.path))],
)

/** The outbox of the domain: a command writes in its own transaction what is told later (docs/adr/0002). */
export const events = sqliteTable(
  'events',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    type: text().notNull(),
    /** Id of the entry, comment or actor. */
    subject: text().notNull(),
    /** Fixed here, so that expanding twice sends the same activity. */
    activityId: text().notNull(),
    data: text().notNull().default('{}'),
    createdAt: integer().notNull(),
    doneAt: integer(),
  },
  (table) => [index('events_waiting').on(table.doneAt, table.n)],
)

export const media = sqliteTable('media', {
  id: text().primaryKey(),
  type: text().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  bytes: integer().notNull(),
  /** Where a remote image lives; its thumbnail is made on demand and kept in a bounded cache. */
  sourceUrl: text().unique(),
  createdBy: text(),
  createdAt: integer().notNull(),
})
