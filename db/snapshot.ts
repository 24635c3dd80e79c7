import { createClient, type Client } from '@libsql/client/sqlite3'

/**
 * A connection of its own, for one long piece of work beside a hub that goes on. It holds its thread for as long as
 * it takes: in a running hub, call it from a worker. It is not `query_only`, which refuses VACUUM INTO as well, and
 * never checkpoints (tursodatabase/libsql#2271).
 */
export async function beside<Done>(url: string, work: (client: Client) => Promise<Done>): Promise<Done> {
  const client = createClient({ url, concurrency: 1, timeout: 10_000 })
  try {
    await client.execute('PRAGMA wal_autocheckpoint = 0')
    return await work(client)
  } finally {
    client.close()
  }
}

/** Copies the whole database into a new file: `VACUUM INTO` reads one consistent moment. */
export const copyDatabase = (url: string, target: string): Promise<void> =>
  beside(url, async (client) => {
    await client.execute({ sql: 'VACUUM INTO ?', args: [target] })
  })

/** Reads every page of a database, and throws at the first fault. */
export const checkIntegrity = (url: string): Promise<void> =>
  beside(url, async (client) => {
    const { rows } = await client.execute('PRAGMA integrity_check(1)')
    if (rows[0]?.[0] !== 'ok') throw new Error(`The database is damaged: ${String(rows[0]?.[0])}`)
    const strays = await client.execute('PRAGMA foreign_key_check')
    if (strays.rows.length > 0)
      throw new Error('The database is damaged: a row points to one that is not there.')
  })
