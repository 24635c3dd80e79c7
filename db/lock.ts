import { createClient } from '@libsql/client'

/** Thrown when another process already holds the data directory. */
export class Locked extends Error {
  constructor(dataDir: string) {
    super(`Another Maillon process is using ${dataDir}. Stop it first, or give this one its own DATA_DIR.`)
    this.name = 'Locked'
  }
}

/**
 * One process per data directory: SQLite 3.45.1 inside libSQL can lose writes when a second connection
 * checkpoints (tursodatabase/libsql#2271). The lock is a write transaction held open on a file of its own,
 * so the system frees it even after kill -9.
 */
export async function lock(dataDir: string): Promise<{ release(): void }> {
  const client = createClient({ url: `file:${dataDir}/lock.db`, concurrency: 1, timeout: 0 })
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
    throw error instanceof Error && /BUSY|locked/i.test(error.message) ? new Locked(dataDir) : error
  }
}
