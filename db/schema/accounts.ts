import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { readIn } from './locale.ts'

/** Times are milliseconds since 1970 in every table. */

export const roles = ['admin', 'moderator', 'facilitator', 'editor', 'contributor', 'member'] as const

export const users = sqliteTable('users', {
  id: text().primaryKey(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** PHC string, argon2id. Null until an invitation is accepted or a reset used. */
  passwordHash: text(),
  locale: readIn().notNull().default('fr'),
  role: text({ enum: roles }).notNull().default('member'),
  state: text({ enum: ['pending', 'active', 'disabled'] })
    .notNull()
    .default('active'),
  createdAt: integer().notNull(),
  emailConfirmedAt: integer(),
  lastLoginAt: integer(),
  /** The member's own actor, by opt-in. */
  actorN: integer(),
  /** Of themselves, a row of `media`; null: their initial is shown. */
  pictureId: text(),
})

/** `id` is the SHA-256 of what the cookie holds: a stolen table opens no session. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Seconds since 1970: lucia's adapter counts so. */
    expiresAt: integer().notNull(),
    createdAt: integer().notNull(),
    userAgent: text().notNull().default(''),
    /** Password typed again at; dangerous pages ask for it to be recent. */
    sudoAt: integer(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** A person's role inside one hosted organisation (`organisationId` is the id of its entry). */
export const memberships = sqliteTable(
  'memberships',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    organisationId: text().notNull(),
    role: text({ enum: ['editor', 'contributor'] }).notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.organisationId] }),
    index('memberships_organisation').on(table.organisationId),
  ],
)

/** Links sent by mail or shown once: stored hashed, used once. */
export const tickets = sqliteTable(
  'tickets',
  {
    /** SHA-256 of the secret in the link. */
    id: text().primaryKey(),
    purpose: text({ enum: ['setup', 'invitation', 'reset', 'confirm-email', 'change-email'] }).notNull(),
    userId: text().references(() => users.id, { onDelete: 'cascade' }),
    email: text(),
    /** JSON: role and organisation of an invitation. */
    data: text().notNull().default('{}'),
    createdBy: text(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
  },
  (table) => [index('tickets_purpose').on(table.purpose, table.createdAt)],
)

export const apiTokens = sqliteTable('api_tokens', {
  /** SHA-256 of the token. */
  id: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  name: text().notNull(),
  /** Comma-separated among read, write, admin. */
  scopes: text().notNull(),
  createdAt: integer().notNull(),
  lastUsedAt: integer(),
  revokedAt: integer(),
})

/** Failed logins per account; the address's own counter is in memory. */
export const loginFailures = sqliteTable('login_failures', {
  email: text().primaryKey(),
  count: integer().notNull(),
  since: integer().notNull(),
})

/** The hub's own settings, one JSON value a key (`server/accounts/settings.ts` gives them types). */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
  updatedAt: integer().notNull(),
  updatedBy: text(),
})
