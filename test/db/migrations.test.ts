import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../db/open.ts'
import * as accounts from '../../db/schema/accounts.ts'
import * as assemblies from '../../db/schema/assemblies.ts'
import * as entries from '../../db/schema/entries.ts'
import * as federation from '../../db/schema/federation.ts'
import * as forum from '../../db/schema/forum.ts'
import * as inquiries from '../../db/schema/inquiries.ts'
import * as messages from '../../db/schema/messages.ts'
import * as moderation from '../../db/schema/moderation.ts'
import * as networks from '../../db/schema/networks.ts'
import * as places from '../../db/schema/places.ts'
import * as quotations from '../../db/schema/quotations.ts'
import { kinds } from '../../server/kinds/index.ts'

const folder = join(import.meta.dirname, '../../db/migrations')
const journal = z
  .object({ entries: z.array(z.looseObject({ idx: z.number(), when: z.number(), tag: z.string() })) })
  .parse(JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')))

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'maillon-migrations-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('the journal', () => {
  test('goes forward in time: an older migration merged later would be skipped without a word', () => {
    const times = journal.entries.map(({ when }) => when)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(new Set(times).size).toBe(times.length)
    expect(journal.entries.map(({ idx }) => idx)).toEqual(times.map((_, position) => position))
  })

  test('names every file of the folder, and no other', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
    expect(journal.entries.map(({ tag }) => `${tag}.sql`).toSorted()).toEqual(files.toSorted())
  })
})

test('the migrations make every table and column that the code knows, and no other', async () => {
  const db = await openDatabase({ url: `file:${dir}/a.db` })
  const known = [
    ...[
      accounts,
      assemblies,
      entries,
      federation,
      forum,
      inquiries,
      messages,
      moderation,
      networks,
      places,
      quotations,
    ].flatMap((file) => Object.values(file)),
    ...kinds.map(({ table }) => table),
  ]
  const tables = known.filter((value): value is SQLiteTable => is(value, SQLiteTable))
  for (const table of tables) {
    const { rows } = await db.query(`SELECT name, "notnull" FROM pragma_table_info('${getTableName(table)}')`)
    const made = Object.fromEntries(rows.map((row) => [String(row['name']), row['notnull'] === 1]))
    const meant = Object.entries(getTableColumns(table)).map(
      ([name, column]) => [snake(name), column.notNull] as const,
    )
    expect({ [getTableName(table)]: made }).toEqual({ [getTableName(table)]: Object.fromEntries(meant) })
  }
  const { rows } = await db.query(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'entries_search%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
  )
  const names = tables.map((table) => getTableName(table))
  expect(rows.map((row) => String(row['name'])).toSorted()).toEqual(
    [...new Set([...names, 'guards'])].toSorted(),
  )
  await db.close()
})

test('opening again changes nothing', async () => {
  const url = `file:${dir}/a.db`
  await (await openDatabase({ url })).close()
  const schema = await schemaOf(url)
  await (await openDatabase({ url })).close()
  expect(await schemaOf(url)).toEqual(schema)
})

test('one that fails leaves the database as it was, and the hub does not start', async () => {
  const url = `file:${dir}/a.db`
  await (await openDatabase({ url })).close()
  const schema = await schemaOf(url)
  const broken = join(dir, 'migrations')
  cpSync(folder, broken, { recursive: true })
  const idx = journal.entries.length
  const added = {
    idx,
    version: '6',
    when: Date.UTC(2100, 0),
    tag: `${String(idx).padStart(4, '0')}_broken`,
    breakpoints: true,
  }
  writeFileSync(
    join(broken, `${added.tag}.sql`),
    'CREATE TABLE half (id);\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);',
  )
  writeFileSync(
    join(broken, 'meta/_journal.json'),
    JSON.stringify({
      version: '7',
      dialect: 'sqlite',
      entries: [...journal.entries, added],
    }),
  )
  await expect(openDatabase({ url, migrations: broken })).rejects.toThrow()
  expect(await schemaOf(url)).toEqual(schema)
  await (await openDatabase({ url })).close()
})

async function schemaOf(url: string): Promise<string[]> {
  const client = createClient({ url, concurrency: 1 })
  const { rows } = await client.execute('SELECT sql FROM sqlite_schema ORDER BY name')
  client.close()
  return rows.map((row) => String(row['sql']))
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
