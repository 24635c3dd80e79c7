import { createClient } from '@libsql/client/sqlite3'
import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pathOf } from './engine.ts'

/** Thrown when another process already holds the data directory, or the database in another folder. */
export class Locked extends Error {
  constructor(what: string) {
    super(`Another Maillon process is using ${what}. Stop it first, or give this one its own DATA_DIR.`)
    this.name = 'Locked'
  }
}

export interface Held {
  release(): void
}

/**
 * One process per data directory, and one per database, wherever that lies and whatever leads to it: SQLite 3.45.1
 * inside libSQL can lose writes when a second connection checkpoints (tursodatabase/libsql#2271). A lock is a write
 * transaction held open on a file of its own, so the system frees it even after kill -9.
 */
export async function lock(dataDir: string, databaseUrl: string): Promise<Held> {
  const directory = await hold(join(dataDir, 'lock.db'), dataDir)
  try {
    const file = trueName(resolve(pathOf(databaseUrl)))
    const database = await hold(`${file}.lock`, file)
    return {
      release() {
        database.release()
        directory.release()
      },
    }
  } catch (error) {
    directory.release()
    throw error
  }
}

/** Of a database that is still to be made, too. */
const trueName = (file: string): string =>
  existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file))

async function hold(lockFile: string, what: string): Promise<Held> {
  const client = createClient({ url: `file:${lockFile}`, concurrency: 1, timeout: 0 })
  try {
    const transaction = await client.transaction('write')
    await transaction.execute('CREATE TABLE IF NOT EXISTS held (by INTEGER)')
    return {
      release: () => {
        transaction.close()
        client.close()
      },
    }
  } catch (error) {
    client.close()
    throw error instanceof Error && /BUSY|locked/i.test(error.message) ? new Locked(what) : error
  }
}
