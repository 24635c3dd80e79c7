import type { Deps } from '../../server/deps.ts'

/** The whole database as text, table by table. */
export async function dumpOf({ db }: Pick<Deps, 'db'>): Promise<Record<string, string>> {
  const tables = await db.query(
    // The blocks of the search index have numbers that are too long to be read; its words stand in its own tables.
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'entries_search_data' ORDER BY name",
  )
  const dump: Record<string, string> = {}
  for (const { name } of tables.rows)
    dump[String(name)] = JSON.stringify((await db.query(`SELECT * FROM "${String(name)}"`)).rows, plain)
  return dump
}

const plain = (_: string, value: unknown): unknown =>
  value instanceof ArrayBuffer ? Buffer.from(value).toString('base64') : value
