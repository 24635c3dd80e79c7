import { createClient, type Client, type InArgs, type ResultSet } from '@libsql/client/sqlite3'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { fileURLToPath } from 'node:url'
import { alone } from './engine.ts'
import { quickReader } from './quick-reader.ts'
import { openWriter } from './writer.ts'

export interface Statement {
  sql: string
  args: InArgs
}

/** A drizzle query that has not been run, or plain SQL. */
export type Step = Statement | { toSQL(): { sql: string; params: unknown[] } }

export interface Database {
  /** Reads see the last commit. The connection is `query_only`: a write here is an error, by construction. */
  read: LibSQLDatabase
  /** Builds queries for `write`. They are never run from here: the connection refuses. */
  make: LibSQLDatabase
  /** For what drizzle cannot say (FTS5, recursive queries), and as strictly for reading. */
  query(sql: string, args?: InArgs): Promise<ResultSet>
  /**
   * One command: all steps or none, durable when the promise resolves (synchronous FULL). Commands that
   * wait together share one transaction, each in its own savepoint (docs/adr/0003).
   * Refusals: `conflict` where a `guard` step finds the world changed, `full` when the disk is.
   */
  write(steps: readonly Step[]): Promise<ResultSet[]>
  /** Another number as soon as a command has been answered that may have changed what people are shown. */
  version(): number
  close(): Promise<void>
}

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/**
 * The only opener of the database file; nothing else may open it, not even to read bytes: closing any
 * descriptor of the file drops SQLite's locks (https://www.sqlite.org/howtocorrupt.html §2.2).
 */
export async function openDatabase(options: { url: string; migrations?: string }): Promise<Database> {
  const writer = await openWriter(options.url, (client) =>
    migrate(drizzle(client), { migrationsFolder: options.migrations ?? migrationsFolder }),
  )
  const reader = await openReader(options.url)
  const quick = quickReader(reader, options.url)
  const read = drizzle(quick, { casing: 'snake_case' })
  let version = 0
  const command = async (statements: Statement[]): Promise<ResultSet[]> => {
    try {
      return await writer.submit(statements)
    } finally {
      if (!statements.every(isBookkeeping)) version += 1
    }
  }
  return {
    read,
    make: read,
    query: async (sql, args = []) => reader.execute({ sql: alone(sql), args }),
    write: (steps) => command(steps.map(statement)),
    version: () => version,
    close: async () => {
      await writer.close()
      quick.close()
    },
  }
}

/** A second connection that can only read, and never checkpoints (tursodatabase/libsql#2271). */
export async function openReader(url: string): Promise<Client> {
  const reader = createClient({ url, concurrency: 1, timeout: 5000 })
  await reader.execute('PRAGMA wal_autocheckpoint = 0')
  await reader.execute('PRAGMA query_only = ON')
  return reader
}

/**
 * The step before this one must have changed exactly `rows` rows, else the whole command is undone and
 * refused as a conflict. Said in SQL, so that it holds inside one transaction and over HTTP alike.
 */
export const guard = (rows = 1): Statement => ({
  sql: 'INSERT INTO guards (met) SELECT changes() = ?',
  args: [rows],
})

/** As `guard`, for a condition over the database: a query whose first row and column must be true. */
export const guardThat = (condition: Statement): Statement => ({
  sql: `INSERT INTO guards (met) SELECT (${condition.sql})`,
  args: condition.args,
})

/** Drizzle has already turned its values into what the driver takes. */
const statement = (step: Step): Statement => {
  if (!('toSQL' in step)) return step
  const { sql, params } = step.toSQL()
  return { sql, args: params as InArgs }
}

/** What the hub notes for itself while it delivers, receives and signs in; no page or document shows it. */
const bookkeeping =
  /^\s*(?:insert(?: or ignore)? into|update|delete from)\s+"?(?:deliveries|errands|guards|hosts|seen|sessions|api_tokens|notifications|notification_cursors|notification_choices|watched_entries|watched_kinds)\b/i

const isBookkeeping = ({ sql }: Statement): boolean => bookkeeping.test(sql)
