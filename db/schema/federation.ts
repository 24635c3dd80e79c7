import { isNotNull, sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

/** Every actor we are or know. Local ids are paths (/ap/actors/{handle}), remote ids full addresses. */
export const actors = sqliteTable(
  'actors',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    local: integer({ mode: 'boolean' }).notNull(),
    /** Of a local actor: hub, instance, section, forum, organisation, person. */
    role: text({ enum: ['hub', 'instance', 'section', 'forum', 'organisation', 'person'] }),
    type: text().notNull(),
    /** preferredUsername. */
    handle: text().notNull(),
    /** host[:port] in canonical form; empty for local actors. */
    host: text().notNull().default(''),
    name: text().notNull().default(''),
    summary: text().notNull().default(''),
    url: text(),
    iconUrl: text(),
    inbox: text(),
    sharedInbox: text(),
    outbox: text(),
    followers: text(),
    featured: text(),
    /** FEP-5feb: consents to full-text search. */
    indexable: integer({ mode: 'boolean' }).notNull().default(false),
    /** Sends maillonItem: its followed sections feed the catalogue. */
    isHub: integer({ mode: 'boolean' }).notNull().default(false),
    /** The organisation's entry, of a local organisation actor. */
    entryId: text(),
    fetchedAt: integer(),
    createdAt: integer().notNull(),
    /** A first 410 from its inbox; a second one a day later ends its follows. */
    goneAt: integer(),
    deletedAt: integer(),
    /** Full id of where it lives now (FEP-7628): of ours, by its people; of others, by a Move that held. */
    movedTo: text(),
    /** Of the last Move that held. It stays when the move is taken back: the next one is a week later. */
    movedAt: integer(),
    /** A Move of another's costs a third server a look: when the last one did. */
    moveAskedAt: integer(),
  },
  (table) => [
    index('actors_inbox').on(table.inbox),
    index('actors_shared_inbox').on(table.sharedInbox),
    index('actors_host').on(table.host),
    index('actors_handle').on(table.handle),
    // Few of ours among very many: every page and every delivery looks for one of these.
    index('actors_role').on(table.role).where(isNotNull(table.role)),
    index('actors_entry').on(table.entryId).where(isNotNull(table.entryId)),
    index('actors_moved_to').on(table.movedTo).where(isNotNull(table.movedTo)),
  ],
)

/** Public keys of remote actors, kept once a signature has fitted. */
export const remoteKeys = sqliteTable(
  'remote_keys',
  {
    id: text().primaryKey(),
    actorId: text().notNull(),
    algorithm: text({ enum: ['rsa', 'ed25519'] }).notNull(),
    publicPem: text().notNull(),
    fetchedAt: integer().notNull(),
  },
  (table) => [index('remote_keys_actor').on(table.actorId)],
)

/** Our own keys. The private half is sealed with the hub's secret, never in clear. */
export const localKeys = sqliteTable(
  'local_keys',
  {
    id: text().primaryKey(),
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    algorithm: text({ enum: ['rsa', 'ed25519'] }).notNull(),
    publicPem: text().notNull(),
    privateSealed: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [index('local_keys_actor').on(table.actorN)],
)

/** Who an actor of ours was before, elsewhere: its `alsoKnownAs`, without which nobody believes a move to it. */
export const aliases = sqliteTable(
  'aliases',
  {
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    /** Full id, as its own server writes it. */
    id: text().notNull(),
    /** `@name@host`, as people know it. */
    handle: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.actorN, table.id] })],
)

/** One table for all names: immutable, and never given again once it has left for another server. */
export const handles = sqliteTable('handles', {
  handle: text().primaryKey(),
  actorN: integer(),
  federatedAt: integer(),
})

export const followers = sqliteTable(
  'followers',
  {
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    followerN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    followId: text().notNull(),
    acceptedAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actorN, table.followerN] }),
    index('followers_follower').on(table.followerN),
  ],
)

/** Whom the hub follows. `requested` is a state that people see: some servers answer hours later. */
export const following = sqliteTable(
  'following',
  {
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    targetN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    followId: text().notNull().unique(),
    state: text({ enum: ['requested', 'accepted', 'rejected'] }).notNull(),
    requestedAt: integer().notNull(),
    acceptedAt: integer(),
    polledAt: integer(),
    pollError: text(),
  },
  (table) => [primaryKey({ columns: [table.actorN, table.targetN] })],
)

/** What followers were told is in the `featured` of an actor of ours; `entryId` as an entry has it. */
export const pins = sqliteTable(
  'pins',
  {
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    entryId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.actorN, table.entryId] })],
)

/** What we said: the outbox, and the body of every delivery, stored once. */
export const activities = sqliteTable(
  'activities',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    /** Path: /ap/activities/{id}. */
    id: text().notNull().unique(),
    actorN: integer().notNull(),
    type: text().notNull(),
    objectId: text().notNull(),
    /** Part of the actor's public outbox. */
    public: integer({ mode: 'boolean' }).notNull(),
    json: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    index('activities_outbox').on(table.actorN, table.public, table.n),
    index('activities_object').on(table.objectId),
  ],
)

export const deliveries = sqliteTable(
  'deliveries',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    activityN: integer()
      .notNull()
      .references(() => activities.n, { onDelete: 'cascade' }),
    /** FIFO per object and inbox: Create, Update, Delete must arrive in this order. */
    objectId: text().notNull(),
    host: text().notNull(),
    inbox: text().notNull(),
    attempts: integer().notNull().default(0),
    nextAt: integer().notNull(),
    leasedUntil: integer(),
    lastStatus: integer(),
    lastError: text(),
    doneAt: integer(),
    /** Given up, or answered with a final refusal. */
    failedAt: integer(),
  },
  (table) => [
    unique('deliveries_once').on(table.activityN, table.inbox),
    index('deliveries_due').on(table.doneAt, table.failedAt, table.nextAt),
    index('deliveries_order').on(table.host, table.inbox, table.objectId, table.n),
    index('deliveries_waiting')
      .on(table.host, table.n)
      .where(sql`${table.doneAt} IS NULL AND ${table.failedAt} IS NULL`),
  ],
)

/** What we know of each server we speak with. */
export const hosts = sqliteTable('hosts', {
  host: text().primaryKey(),
  /** The signature it last accepted. */
  scheme: text({ enum: ['cavage', 'rfc9421'] }),
  failures: integer().notNull().default(0),
  failingSince: integer(),
  /** The circuit is open until then. */
  openUntil: integer(),
  lastOkAt: integer(),
  /** It last said something that mattered here; written down once an hour. */
  lastInboundAt: integer(),
  lastError: text(),
  /** An administrator let it be: nothing is sent there until they say so, or until it speaks to us. */
  stoppedAt: integer(),
  /** What it runs, as its NodeInfo says: `mastodon`, `4.5.1`. Null: it does not say, or was not asked yet. */
  software: text(),
  softwareVersion: text(),
  /** When it was asked, whatever came of it. */
  softwareAskedAt: integer(),
  /** NodeInfo `metadata`: what the site calls itself, and what it says it is. */
  nodeName: text(),
  nodeDescription: text(),
  /** Code of its department, from a hub. */
  nodeTerritory: text(),
  /** It has sent us an Announce that holds an activity: what our forum passes on it understands so (FEP-1b12). */
  wraps: integer({ mode: 'boolean' }).notNull().default(false),
})

/**
 * What we promised to fetch: acknowledged activities that only name an object, the past of whom we follow.
 * Durable, so that a 202 is never forgotten; tried again with growing waits, then dropped.
 */
export const errands = sqliteTable(
  'errands',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    type: text({
      enum: [
        'fetch',
        'backfill',
        'refresh',
        'answer',
        'software',
        'move',
        'follow',
        'conversation',
        'climb',
        'membership',
      ],
    }).notNull(),
    /**
     * The address to fetch, the followed actor, the host to ask, old and new address of one who moved, whom to follow, who
     * should belong together, or the entry that is talked about: its address, of ours its path.
     */
    subject: text().notNull(),
    /** On whose word: the actor that announced or featured it, or that answered. */
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    attempts: integer().notNull().default(0),
    nextAt: integer().notNull(),
    lastError: text(),
    /** Given up, and kept until whoever asked for it has read why. */
    failedAt: integer(),
    /** How far it has come, of what takes many requests (`conversations/walk.ts`). */
    progress: text({ mode: 'json' }).$type<unknown>(),
  },
  (table) => [
    unique('errands_once').on(table.type, table.subject),
    index('errands_due').on(table.nextAt, table.type),
    index('errands_actor').on(table.actorN, table.type),
  ],
)

/** Activities already handled: a second one is acknowledged and does nothing. Kept 30 days. */
export const seen = sqliteTable('seen', { id: text().primaryKey(), at: integer().notNull() }, (table) => [
  index('seen_at').on(table.at),
])

/** Likes and boosts of entries and comments. */
export const reactions = sqliteTable(
  'reactions',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    type: text({ enum: ['like', 'boost'] }).notNull(),
    actorN: integer()
      .notNull()
      .references(() => actors.n, { onDelete: 'cascade' }),
    /** Path of the local object. */
    objectId: text().notNull(),
    activityId: text(),
    createdAt: integer().notNull(),
  },
  (table) => [
    unique('reactions_once').on(table.type, table.actorN, table.objectId),
    index('reactions_object').on(table.objectId),
  ],
)
