import type { Client, InStatement, ResultSet } from '@libsql/client'
import { openEngine } from './engine.ts'

/**
 * Drizzle needs the values of a row alone, in order: its queries go to the engine itself, on a connection like the
 * other reader's. What is raw SQL is asked by `query`: these rows have no names. Over HTTP there is no engine.
 */
export function quickReader(reader: Client, url: string): Client {
  if (!url.startsWith('file:')) return reader
  const engine = openEngine(url, { timeout: 5000 })
  for (const pragma of ['wal_autocheckpoint = 0', 'query_only = ON'])
    engine.values({ sql: `PRAGMA ${pragma}`, args: [] })

  async function execute(asked: InStatement): Promise<ResultSet> {
    const { sql, args = [] } = typeof asked === 'string' ? { sql: asked } : asked
    const rows = engine.values({ sql, args })
    return {
      columns: [],
      columnTypes: [],
      rows,
      rowsAffected: 0,
      lastInsertRowid: undefined,
      toJSON: () => rows,
    }
  }

  return Object.assign(Object.create(reader), {
    execute,
    close() {
      engine.close()
      reader.close()
    },
  })
}
