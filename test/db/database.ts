import { mkdtempSync, rmSync } from 'node:fs'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createClient, type Client } from '@libsql/client'
import { openDatabase, type Database, type Statement } from '../../db/open.ts'

export interface TestDatabase {
  db: Database
  url: string
  dir: string
  /** Another connection, as another program would have: it sees only what is committed. */
  outside: Client
  close(): Promise<void>
}

/** A real file with the real migrations, and one table to play with. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dir = mkdtempSync(join(tmpdir(), 'maillon-db-'))
  const url = `file:${dir}/maillon.db`
  const db = await openDatabase({ url })
  await db.write([
    plain('CREATE TABLE notes (id TEXT PRIMARY KEY, body TEXT, seen INTEGER NOT NULL DEFAULT 0)'),
  ])
  const outside = createClient({ url, concurrency: 1, timeout: 0 })
  return {
    db,
    url,
    dir,
    outside,
    close: async () => {
      outside.close()
      await db.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export const plain = (sql: string, args: Statement['args'] = []): Statement => ({ sql, args })

export const note = (id: string, body = ''): Statement =>
  plain('INSERT INTO notes (id, body) VALUES (?, ?)', [id, body])

export const ids = async (client: Client): Promise<string[]> =>
  (await client.execute('SELECT id FROM notes ORDER BY id')).rows.map((row) => String(row['id']))

export interface Program {
  process: ChildProcess
  /** What it prints, line by line. */
  lines: AsyncIterator<string>
  kill(): Promise<void>
}

/** One of the programs of this folder, in a process of its own. */
export function run(program: string, ...args: string[]): Program {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    process: child,
    lines,
    kill: async () => {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
      child.kill('SIGKILL')
      await ended
    },
  }
}
