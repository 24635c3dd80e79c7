import { createClient } from '@libsql/client'

/**
 * Copies the whole database into a new file while the hub goes on: `VACUUM INTO` reads one consistent moment.
 * It holds its thread for as long as it takes: in a running hub, call it from a worker. The connection is not
 * `query_only`, which refuses VACUUM INTO as well, and never checkpoints (tursodatabase/libsql#2271).
 */
export async function copyDatabase(url: string, target: string): Promise<void> {
  const client = createClient({ url, concurrency: 1, timeout: 10_000 })
  try {
    await client.execute('PRAGMA wal_autocheckpoint = 0')
    await client.execute({ sql: 'VACUUM INTO ?', args: [target] })
  } finally {
    client.close()
  }
}

/** Reads every page of a database, and throws at the first fault. Holds its thread like `copyDatabase`. */
export async function checkIntegrity(url: string): Promise<void> {
  const client = createClient({ url, concurrency: 1, timeout: 10_000 })
  try {
    await client.execute('PRAGMA wal_autocheckpoint = 0')
    const { rows } = await client.execute('PRAGMA integrity_check(1)')
    if (rows[0]?.[0] !== 'ok') throw new Error(`The database is damaged: ${String(rows[0]?.[0])}`)
    const strays = await client.execute('PRAGMA foreign_key_check')
    if (strays.rows.length > 0)
      throw new Error('The database is damaged: a row points to one that is not there.')
  } finally {
    client.close()
  }
}
