import type { Client, InStatement, ResultSet, Row } from '@libsql/client'
import Libsql from 'libsql'

/** As many texts of queries as a hub has, and some more for lists of changing length. */
const most = 400

/**
 * The client of the engine prepares each query anew, asks for the name and type of each column, and hangs every value
 * on its row twice: ten times the work of reading. Drizzle needs the values alone, in order. So its queries go to the
 * engine itself, prepared once, on a connection like the other reader's. Over HTTP there is nothing to prepare.
 */
export function quickReader(reader: Client, url: string): Client {
  const path = /^file:(?:\/\/[^/]*)?([^?]*)/.exec(url)?.[1]
  if (path === undefined) return reader
  const engine = new Libsql(decodeURIComponent(path), { timeout: 5000 })
  engine.exec('PRAGMA wal_autocheckpoint = 0')
  engine.exec('PRAGMA query_only = ON')
  const prepared = new Map<string, Libsql.Statement>()

  function statementOf(sql: string): Libsql.Statement {
    const known = prepared.get(sql)
    const statement = known ?? engine.prepare(sql)
    if (known === undefined && statement.reader) statement.raw(true)
    // Put last again: the one that was not asked for the longest goes first.
    prepared.delete(sql)
    prepared.set(sql, statement)
    const [oldest] = prepared.keys()
    if (prepared.size > most && oldest !== undefined) prepared.delete(oldest)
    return statement
  }

  async function execute(asked: InStatement): Promise<ResultSet> {
    const { sql, args = [] } = typeof asked === 'string' ? { sql: asked } : asked
    const statement = statementOf(sql)
    const values = Object.values(args).map((value) => (typeof value === 'boolean' ? Number(value) : value))
    if (!statement.reader) statement.run(values)
    // Read to the end, which gives the snapshot back: a row left over would hold the log for ever.
    // Drizzle takes the values by their place alone.
    const rows = statement.all(values) as Row[]
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
      prepared.clear()
      engine.close()
      reader.close()
    },
  })
}
