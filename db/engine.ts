import type { ResultSet, Row } from '@libsql/client'
import Libsql from 'libsql'
import type { Statement } from './open.ts'

/** As many texts of queries as a hub has, and some more for lists of changing length. */
const most = 400

/**
 * One connection to the engine itself. Its client prepares each query anew, asks for the name and type of each column
 * and hangs every value on its row twice: ten times the work of a read by key. Here a text is prepared once.
 */
export interface Engine {
  /** What the client would answer. */
  execute(statement: Statement): ResultSet
  /** The rows alone: values by their place, without names. */
  values(statement: Statement): Row[]
  readonly inTransaction: boolean
  /** No more is taken. The file itself is let go when the prepared statements are reclaimed, or the process ends. */
  close(): void
}

export function openEngine(url: string, options: { timeout: number }): Engine {
  const database = new Libsql(pathOf(url), options)
  const prepared = new Map<string, Libsql.Statement>()

  function prepare(sql: string): Libsql.Statement {
    const known = prepared.get(sql)
    const statement = known ?? database.prepare(alone(sql))
    if (known === undefined && statement.reader) statement.raw(true)
    // Put last again: the one that was not asked for the longest goes first.
    prepared.delete(sql)
    prepared.set(sql, statement)
    const [oldest] = prepared.keys()
    if (prepared.size > most && oldest !== undefined) prepared.delete(oldest)
    return statement
  }

  /** Always to the end, which gives the snapshot back: a row left over would hold the log for ever. */
  const all = (statement: Libsql.Statement, args: Statement['args']): Row[] =>
    // Lists of values: `raw` is not known to the engine's types.
    statement.all(bound(args)) as Row[]

  return {
    execute({ sql, args }) {
      const statement = prepare(sql)
      if (!statement.reader) return answer([], statement.run(bound(args)).changes)
      const names = statement.columns().map(({ name }) => name)
      return answer(all(statement, args).map((values) => named(values, names)))
    },
    values({ sql, args }) {
      const statement = prepare(sql)
      if (statement.reader) return all(statement, args)
      statement.run(bound(args))
      return []
    },
    get inTransaction() {
      return database.inTransaction
    },
    close() {
      prepared.clear()
      database.close()
    },
  }
}

/** The file that a `file:` address names. */
export function pathOf(url: string): string {
  const path = /^file:(?:\/\/[^/]*)?([^?]*)/.exec(url)?.[1]
  if (path === undefined) throw new Error(`${url} is not a file.`)
  return decodeURIComponent(path)
}

/** The engine runs the first statement of a text and says nothing of the rest: what would be lost is refused. */
export function alone(sql: string): string {
  const bare = sql.replace(/--[^\n]*|\/\*[^]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (part) =>
    /^[-/]/.test(part) ? ' ' : 'x',
  )
  if (/;\s*[^\s;]/.test(bare)) throw new Error(`More than one statement: ${sql}`)
  return sql
}

const bound = (args: Statement['args']): unknown[] => Object.values(args).map(bindable)

/** The engine makes NULL of what is no value, rounds what is too long, and ends the process for a boolean. */
function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value)
  const tooLong = typeof value === 'bigint' && BigInt(Number(value)) !== value
  if (value === undefined || Number.isNaN(value) || tooLong)
    throw new TypeError(`${String(value)} cannot be written to the database.`)
  return value
}

/** By place and by name, as the client gives rows. */
const named = (row: Row, names: string[]): Row =>
  Object.assign(row, Object.fromEntries(names.map((name, place) => [name, row[place]])))

const answer = (rows: Row[], rowsAffected = 0): ResultSet => ({
  columns: [],
  columnTypes: [],
  rows,
  rowsAffected,
  lastInsertRowid: undefined,
  toJSON: () => rows,
})
