import { createClient, LibsqlError, type Client, type ResultSet, type Transaction } from '@libsql/client'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Refusal } from '../server/refusal.ts'
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

/** The engine has undone the whole transaction, the commands that had gone well included. */
class GroupUndone extends Error {}

/**
 * The one connection that writes. libSQL runs on the calling thread, so commands that arrive while a
 * group commits gather in the queue and share the next fsync.
 */
export async function openWriter(url: string, prepare: (client: Client) => Promise<void>): Promise<Writer> {
  const client = createClient({ url, concurrency: 1, timeout: 2000 })
  await settle(client)
  await prepare(client)
  let queue: Waiting[] = []
  let running: Promise<void> | undefined
  let closed = false

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      await nextTurn()
      const group = queue.slice(0, groupSize)
      queue = queue.slice(groupSize)
      await commit(client, group)
    }
    running = undefined
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
      closed = true
      await running
      client.close()
    },
  }
}

/** PRAGMAs belong to a connection, so they are said again after each `reconnect`. */
async function settle(client: Client): Promise<void> {
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('PRAGMA synchronous = FULL')
  await client.execute('PRAGMA foreign_keys = ON')
  const { rows } = await client.execute('PRAGMA synchronous')
  if (Number(rows[0]?.[0]) !== 2) throw new Error('The database does not keep synchronous = FULL.')
}

async function commit(client: Client, group: Waiting[]): Promise<void> {
  try {
    const answers = await inOneTransaction(client, group)
    for (const answer of answers) answer()
  } catch (error) {
    if (error instanceof GroupUndone && group.length > 1) {
      for (const alone of group) await commit(client, [alone])
      return
    }
    const reason = asRefusal(error instanceof GroupUndone ? error.cause : error)
    for (const waiting of group) waiting.reject(reason)
  }
}

/** Answers are handed back, to be given only once COMMIT has returned. */
async function inOneTransaction(client: Client, group: Waiting[]): Promise<(() => void)[]> {
  const transaction = await begin(client)
  try {
    const answers: (() => void)[] = []
    for (const waiting of group) answers.push(await inSavepoint(transaction, waiting))
    await transaction.commit()
    return answers
  } catch (error) {
    transaction.close()
    if (isBusy(error)) await recover(client)
    throw error instanceof GroupUndone ? error : new GroupUndone('commit', { cause: error })
  }
}

async function inSavepoint(transaction: Transaction, waiting: Waiting): Promise<() => void> {
  await transaction.execute('SAVEPOINT command')
  try {
    const results: ResultSet[] = []
    for (const statement of waiting.statements) results.push(await transaction.execute(statement))
    await transaction.execute('RELEASE command')
    return () => waiting.resolve(results)
  } catch (error) {
    // Disk full, out of memory and I/O errors roll the whole transaction back by themselves.
    if (transaction.closed) throw new GroupUndone('rolled back by the engine', { cause: error })
    await transaction.execute('ROLLBACK TO command')
    await transaction.execute('RELEASE command')
    const reason = asRefusal(error)
    return () => waiting.reject(reason)
  }
}

/**
 * After SQLITE_BUSY a libSQL connection may acknowledge writes that it never commits
 * (tursodatabase/libsql-client-ts#352): it is replaced before anything else is said to it.
 */
async function begin(client: Client): Promise<Transaction> {
  for (let tries = 1; ; tries++) {
    try {
      return await client.transaction('write')
    } catch (error) {
      if (!isBusy(error)) throw error
      await recover(client)
      if (tries === busyTries) throw new Refusal('unavailable', 'The database is busy.', { cause: error })
    }
  }
}

async function recover(client: Client): Promise<void> {
  await client.reconnect()
  await settle(client)
}

const isBusy = (error: unknown): boolean =>
  error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')

function asRefusal(error: unknown): unknown {
  if (!(error instanceof LibsqlError)) return error
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
