import { createClient, type Client, type ResultSet } from '@libsql/client/sqlite3'
import Libsql from 'libsql'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Refusal } from '../server/refusal.ts'
import { openEngine, type Engine } from './engine.ts'
import type { Statement } from './open.ts'

interface Waiting {
  statements: Statement[]
  resolve(results: ResultSet[]): void
  reject(error: unknown): void
}

export interface Writer {
  submit(statements: Statement[]): Promise<ResultSet[]>
  close(): Promise<void>
}

/** A group holds the event loop while it runs: few enough that a page does not notice. */
const groupSize = 50
const busyTries = 5
/** How long another program's lock is waited for, each time. The event loop stands still meanwhile. */
const busyMs = 2_000

/** The engine has undone the whole transaction, the commands that had gone well included. */
class GroupUndone extends Error {}

/**
 * The one connection that writes. libSQL runs on the calling thread, so commands that arrive while a
 * group commits gather in the queue and share the next fsync.
 */
export async function openWriter(
  url: string,
  prepare: (client: Client) => Promise<void>,
  connect = openEngine,
): Promise<Writer> {
  await beforehand(url, prepare)
  let engine = open(url, connect)
  let queue: Waiting[] = []
  let running: Promise<void> | undefined
  let closed = false

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      await nextTurn()
      const group = queue.slice(0, groupSize)
      queue = queue.slice(groupSize)
      commit(group)
    }
    running = undefined
  }

  function commit(group: Waiting[]): void {
    try {
      begin()
      const answers = inOneTransaction(engine, group)
      for (const answer of answers) answer()
    } catch (error) {
      if (isBusy(error)) recover()
      if (error instanceof GroupUndone && group.length > 1) {
        for (const alone of group) commit([alone])
        return
      }
      const reason = asRefusal(error instanceof GroupUndone ? error.cause : error)
      for (const waiting of group) waiting.reject(reason)
    }
  }

  function begin(): void {
    for (let tries = 1; ; tries++) {
      try {
        engine.values(say('BEGIN IMMEDIATE'))
        return
      } catch (error) {
        if (!isBusy(error)) throw error
        recover()
        if (tries === busyTries) throw new Refusal('unavailable', 'The database is busy.', { cause: error })
      }
    }
  }

  /**
   * A statement that met SQLITE_BUSY stays half done in this engine, as in its client: whatever is said next is
   * acknowledged and never committed, unless the same statement is asked again first (test/db/busy.test.ts,
   * tursodatabase/libsql-client-ts#352). The connection is replaced before anything else is said to it.
   */
  function recover(): void {
    engine.close()
    engine = open(url, connect)
  }

  return {
    submit(statements) {
      if (closed) return Promise.reject(new Refusal('unavailable', 'The hub is stopping.'))
      return new Promise((resolve, reject) => {
        queue.push({ statements, resolve, reject })
        running ??= drain()
      })
    },
    async close() {
      if (closed) return running
      closed = true
      await running
      // Whoever copies a hub that was stopped may copy the file alone.
      engine.values(say('PRAGMA wal_checkpoint(TRUNCATE)'))
      engine.close()
    },
  }
}

const say = (sql: string): Statement => ({ sql, args: [] })

/** Migrations go through the client, as Drizzle has them; then its connection ends, so that one writes. */
async function beforehand(url: string, prepare: (client: Client) => Promise<void>): Promise<void> {
  const client = createClient({ url, concurrency: 1, timeout: busyMs })
  try {
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA synchronous = FULL')
    await client.execute('PRAGMA foreign_keys = ON')
    await prepare(client)
  } finally {
    client.close()
  }
}

/** PRAGMAs belong to a connection, so they are said to each new one. */
function open(url: string, connect: typeof openEngine): Engine {
  const engine = connect(url, { timeout: busyMs })
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'])
    engine.values(say(`PRAGMA ${pragma}`))
  if (Number(engine.values(say('PRAGMA synchronous'))[0]?.[0]) !== 2)
    throw new Error('The database does not keep synchronous = FULL.')
  return engine
}

/** Answers are handed back, to be given only once COMMIT has returned. */
function inOneTransaction(engine: Engine, group: Waiting[]): (() => void)[] {
  try {
    const answers = group.map((waiting) => inSavepoint(engine, waiting))
    engine.values(say('COMMIT'))
    return answers
  } catch (error) {
    if (engine.inTransaction) engine.values(say('ROLLBACK'))
    throw error instanceof GroupUndone ? error : new GroupUndone('commit', { cause: error })
  }
}

function inSavepoint(engine: Engine, waiting: Waiting): () => void {
  engine.values(say('SAVEPOINT command'))
  try {
    const results = waiting.statements.map((statement) => engine.execute(statement))
    engine.values(say('RELEASE command'))
    return () => waiting.resolve(results)
  } catch (error) {
    // Disk full, out of memory and I/O errors roll the whole transaction back by themselves.
    if (!engine.inTransaction) throw new GroupUndone('rolled back by the engine', { cause: error })
    engine.values(say('ROLLBACK TO command'))
    engine.values(say('RELEASE command'))
    const reason = asRefusal(error)
    return () => waiting.reject(reason)
  }
}

const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')

const codeOf = (error: unknown): string => {
  if (error instanceof GroupUndone) return codeOf(error.cause)
  return error instanceof Libsql.SqliteError ? error.code : ''
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof Libsql.SqliteError)) return error
  if (error.message.includes('guard not met'))
    return new Refusal('conflict', 'Someone changed this meanwhile.', { cause: error })
  // Two commands wanted the same name at once; the loser is told, and nothing of it is kept.
  if (/UNIQUE constraint failed/.test(error.message))
    return new Refusal('conflict', 'This already exists.', { cause: error })
  if (/FOREIGN KEY constraint failed/.test(error.message))
    return new Refusal('conflict', 'What this belongs to was erased meanwhile.', { cause: error })
  if (error.code === 'SQLITE_FULL' || error.code.startsWith('SQLITE_IOERR'))
    return new Refusal('full', 'The disk is full.', { cause: error })
  if (isBusy(error)) return new Refusal('unavailable', 'The database is busy.', { cause: error })
  return error
}
